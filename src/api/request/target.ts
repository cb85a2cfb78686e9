import { encodeValue } from './encoding';
import type { HttpRequest } from './request';

/**
 * Path and query exactly as they are sent, to be put behind the base address of the account. It begins with a slash
 * and has only characters that neither `URL` nor curl changes.
 */
export function targetOf({ path, query }: HttpRequest): string {
  const pairs = query.map(([name, value]) => `${encodeValue(name)}=${encodeValue(value)}`);
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path;
}
