import { isJson } from '../../request/mediaTypes';
import type { Operation } from '../model';

/**
 * Why an operation is not called by whoever only may look: it is no GET; `action` in its query chooses what it does; it
 * changes something although it is a GET; it gives a token; it gives a file, or a signed address of one.
 */
export type ReadProblem = 'notGet' | 'action' | 'changes' | 'credentials' | 'file';

/** Words that a GET has which gives a file, or an address that is a secret itself (rule 5). */
const fileWord = /^(?:downloads?|uploads?|binary|attachments?|artifacts?)$/i;
const tokenWord = /^(?:tokens?|login|signin|sign-in|authenticate|oauth2?|password)$/i;
const changeWord =
  /^(?:cancel|start|stop|restart|retry|delete|remove|resend|revoke|trigger|logout|signout|sign-out)$/i;

/** Of these a single one may be answered by the file itself (api/README 2, A: which is not known). */
const signingFiles = new Set(['certificates', 'keystores', 'provisioning-profiles', 'csr']);

/** Whether an operation only reads, by what its description says of it; undefined where it does. */
export function readProblemOf(operation: Operation): ReadProblem | undefined {
  const { method, path, id, parameters } = operation;
  const steps = path.split('/').filter((step) => !step.startsWith('{'));
  const parts = [...steps, ...steps.flatMap(wordsIn)];
  const has = (pattern: RegExp) => parts.some((part) => pattern.test(part));
  if (method !== 'GET') {
    return 'notGet';
  }
  if (has(tokenWord)) {
    return 'credentials';
  }
  if (has(fileWord) || wordsIn(id ?? '').some((word) => fileWord.test(word)) || isSigningFile(path)) {
    return 'file';
  }
  // A later word of a step is no verb: `build-start`, as a moment is called.
  if (steps.some((step) => changeWord.test(step) || changeWord.test(wordsIn(step)[0] ?? ''))) {
    return 'changes';
  }
  if (parameters.some((parameter) => parameter.required && isAction(parameter.name))) {
    return 'action';
  }
  return givesOnlyFiles(operation) ? 'file' : undefined;
}

/** `downloadUrl`, `download-url` and `download_url` alike. */
function wordsIn(name: string): string[] {
  return name.replace(/([a-z\d])([A-Z])/g, '$1 $2').split(/[^a-zA-Z\d]+/);
}

function isSigningFile(path: string): boolean {
  const steps = path.split('/');
  return (
    steps.includes('signing-identity') &&
    steps.at(-1)?.startsWith('{') === true &&
    signingFiles.has(steps.at(-2) ?? '')
  );
}

/** As servers read it (`isSafe`). */
export function isAction(name: string): boolean {
  return name.split('[', 1).join('').trim().toLowerCase() === 'action';
}

/** Whether all that is told of success is bytes. */
function givesOnlyFiles({ responses }: Operation): boolean {
  const contents = responses.filter(({ status }) => status.startsWith('2')).flatMap(({ content }) => content);
  return (
    contents.length > 0 &&
    contents.every(
      ({ mediaType, binary }) =>
        binary === true || !(isJson(mediaType) || /^text\/|^\*\/\*/i.test(mediaType)),
    )
  );
}
