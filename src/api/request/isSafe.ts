import type { HttpRequest } from './request';

/** What our own file says of an operation that other rules would not call safe. */
export type KnownSafe = (
  method: HttpRequest['method'],
  path: HttpRequest['path'],
  query: HttpRequest['query'],
) => boolean;

/**
 * Whether a request may be sent without asking: GET and HEAD, which only read, but for those with an `action` in the
 * query, of which some write (api/README 2: `GET build/v1/queue/{taskId}?action=cancel`); and what is known to be safe.
 */
export function isSafe(
  { method, path, query }: Pick<HttpRequest, 'method' | 'path' | 'query'>,
  knownSafe?: KnownSafe,
): boolean {
  const reads = method === 'GET' || method === 'HEAD';
  return (reads && !query.some(([name]) => isAction(name))) || knownSafe?.(method, path, query) === true;
}

/** Servers read `action`, `Action`, ` action` and `action[]` alike. */
function isAction(name: string): boolean {
  return name.split('[', 1)[0]?.trim().toLowerCase() === 'action';
}
