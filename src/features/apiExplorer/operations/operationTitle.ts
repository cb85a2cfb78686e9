import type { OperationSummary } from '../../../api/openapi/model';

/** Words of an id that are more than one. */
const MAX_WORDS_LENGTH = 120;

/**
 * What the page of an operation is called: its summary, else its id in words, as `List build profiles`, else its method
 * with the end of its path. Untrusted text.
 */
export function operationTitle({ summary, id, method, path }: OperationSummary): string {
  const named = summary?.trim() ?? '';
  const spelled = spelledOut(id ?? '');
  return named !== '' ? named : spelled !== '' ? spelled : `${method} ${endOf(path)}`;
}

/** `listBuildProfiles`, `Profiles_GetById`, `get-user` in words. */
function spelledOut(id: string): string {
  const spelled = id
    .slice(0, MAX_WORDS_LENGTH)
    .replace(/[_.\-/\s]+/g, ' ')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .trim()
    .split(' ')
    .map((word, index) => (index > 0 && /^\p{Lu}\p{Ll}*$/u.test(word) ? word.toLowerCase() : word))
    .join(' ');
  return spelled.charAt(0).toUpperCase() + spelled.slice(1);
}

/** The last two segments, since the last alone is often an id. */
function endOf(path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '');
  return segments.length > 2 ? `…/${segments.slice(-2).join('/')}` : path;
}
