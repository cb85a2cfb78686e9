import { encodeValue, keepReserved, percentDecode } from './encoding';
import type { HttpRequest, RequestPair } from './request';

/**
 * Path and query exactly as they are sent, to be put behind the base address of the account. It begins with a slash
 * and has only characters that neither `URL` nor curl changes.
 */
export function targetOf({ path, query }: HttpRequest): string {
  const pairs = query.map((pair) => `${encodeValue(pair[0])}=${sentText(pair)}`);
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path;
}

/** Never another value than the one that was looked at, nor one that ends the pair. */
function sentText([, value, sent]: RequestPair): string {
  return sent !== undefined && percentDecode(sent) === value ? keepReserved(sent) : encodeValue(value);
}
