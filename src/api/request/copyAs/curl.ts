import { requestHeader } from '../headers';
import type { BodyFile, HttpRequest } from '../request';
import { targetOf } from '../target';
import { visibleText } from '../../../support/visibleText';
import { mapInvisibles } from './mapInvisibles';

/** Linux takes no argument above 128 KiB; the `printf` of a shell is no program and has no such limit. */
const MAX_ARGUMENT_LENGTH = 100_000;

/** The request as a command for a POSIX shell, with the token of the environment. `flags` are more options. */
export function curlCommand(request: HttpRequest, base: string, flags = ''): string {
  const { method, headers } = request;
  const { data, source } = dataOf(request);
  const options = [
    ...headers.map(([name, value]) => `--header ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`),
    '--header "Authorization: Bearer $AC_ACCESS_TOKEN"',
    // Else curl would say that it is a form.
    ...(data !== undefined && requestHeader(request, 'content-type') === undefined
      ? ["--header 'Content-Type:'"]
      : []),
    ...(data === undefined ? [] : [data]),
  ];
  const start = `curl ${flags}--globoff ${methodOption(method)}${quoted(base + targetOf(request))}`;
  return (source === undefined ? '' : `${source} | `) + [start, ...options].join(' \\\n  ');
}

/** How curl is given the body, and what prints it where that is another command. */
function dataOf({ method, body, parts }: HttpRequest): { data?: string; source?: string } {
  const [file, ...more] = parts ?? [];
  if (typeof file === 'object' && more.length === 0) {
    return { data: `--data-binary ${quoted(`@${filePath(file)}`)}` };
  }
  if (parts) {
    const commands = parts.map((part) =>
      typeof part === 'string' ? printfCommand(part) : `cat ${quoted(filePath(part))}`,
    );
    return { data: '--data-binary @-', source: `{ ${commands.join('; ')}; }` };
  }
  // Without any data curl sends no length, and servers ask for one where there could be a body.
  const text = body ?? (method.startsWith('P') ? '' : undefined);
  if (text === undefined) {
    return {};
  }
  return fitsArgument(text)
    ? { data: `--data-raw ${quoted(text)}` }
    : { data: '--data-binary @-', source: printfCommand(text) };
}

/** Relative to where the command is run, which has to be the folder of the document. Never an option, nor `-`. */
function filePath({ file }: BodyFile): string {
  return /^\.\.?\//.test(file) ? file : `./${file}`;
}

function methodOption(method: HttpRequest['method']): string {
  return method === 'GET' ? '' : method === 'HEAD' ? '--head ' : `--request ${method} `;
}

function fitsArgument(body: string): boolean {
  const text = body.replace(/[\n\t]/g, '');
  return visibleText(text) === text && Buffer.byteLength(body) < MAX_ARGUMENT_LENGTH;
}

/** Nothing is special between single quotes but they themselves. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Prints exactly this text, with escapes for what cannot be seen. */
function printfCommand(text: string): string {
  const format = mapInvisibles(
    text,
    (run) => run.replaceAll('\\', '\\\\').replaceAll('%', '%%'),
    (character) =>
      [...Buffer.from(character)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join(''),
  );
  // A minus at the start would be an option.
  return `printf ${quoted(format.join('').replace(/^-/, '\\055'))}`;
}
