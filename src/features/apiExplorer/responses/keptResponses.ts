import type { HttpResponse } from '../../../api/transport/transport';

/** Answers that can be looked at and compared; older ones are forgotten. */
const MAX_RESPONSES = 20;

/** Bytes of all of them together. */
const MAX_TOTAL_BYTES = 64 * 1024 * 1024;

/** Those that are kept of answers, newest first: the newest always, others as long as they are not too many or too large. */
export function keptOf<T extends { readonly response: Pick<HttpResponse, 'body'> }>(all: readonly T[]): T[] {
  let bytes = 0;
  return all.filter(({ response }, nth) => {
    bytes += response.body.length;
    return nth === 0 || (nth < MAX_RESPONSES && bytes <= MAX_TOTAL_BYTES);
  });
}
