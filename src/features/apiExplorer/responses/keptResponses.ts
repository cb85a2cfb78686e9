/** Answers that can be looked at and compared; older ones are forgotten. */
const MAX_RESPONSES = 20;

/** Of requests with a name, whose last responses others of their document may refer to: as many as are sent at once. */
const MAX_NAMED = 50;

/** Bytes of all of them together. */
const MAX_TOTAL_BYTES = 64 * 1024 * 1024;

/** What tells whether a response is kept. */
export interface KeptResponse {
  readonly account: { readonly id: string };
  readonly source: string | undefined;
  readonly handle?: string | undefined;
  readonly response: { readonly body: { readonly length: number } };
}

/** What is kept of responses, newest first: the last ones, and beside them the last one of each named request. */
export function keptOf<Response extends KeptResponse>(shown: readonly Response[]): Response[] {
  const named = new Set<string>();
  let plain = 0;
  let bytes = 0;
  return shown.filter((response, nth) => {
    const { account, source, handle } = response;
    const key = handle === undefined ? undefined : JSON.stringify([account.id, source, handle]);
    const isLastNamed = key !== undefined && !named.has(key) && named.size < MAX_NAMED;
    if (isLastNamed) {
      named.add(key);
    } else {
      plain += 1;
    }
    bytes += response.response.body.length;
    return nth === 0 || (bytes <= MAX_TOTAL_BYTES && (isLastNamed || plain <= MAX_RESPONSES));
  });
}
