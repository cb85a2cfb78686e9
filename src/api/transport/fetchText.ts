import { safeAddress } from './checks';
import type { TextAnswer, TextRequest } from './model';
import type { Wire } from './pipeline';

/** `Transport.fetchText`. */
export async function fetchText(wire: Wire, request: TextRequest): Promise<TextAnswer> {
  const { bearer, maxBytes, signal, timeout = 30_000 } = request;
  const url = safeAddress(request.url);
  const headers = Object.entries(request.headers ?? {});
  const follows = (to: URL) => bearer === undefined || to.origin === url.origin;
  const shown = url.origin + url.pathname;
  return wire.run({ method: 'GET', url, shown, headers, bearer, follows, signal, timeout }, async (reply) => {
    if (!reply.isGood && reply.status !== 304) {
      throw await reply.failure(url.host, wire.clock());
    }
    const text = new TextDecoder().decode(await reply.wholeBytes(maxBytes, url.host));
    return { status: reply.status, headers: reply.headers, text, url: reply.url.href };
  });
}
