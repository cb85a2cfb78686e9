import type { ApiClient } from '../../client';
import { Failure } from '../../failure';
import type { HttpRequest } from '../request';
import { targetOf } from '../target';
import { failureAfterRenewal, isPage } from '../../responseFailure';
import { decodeBody } from '../../response/body';
import { rowsIn, type NamedRow } from '../../response/namedRows';

/** The rows come from a server that may be slow; a longer wait than this nobody makes for a list. In milliseconds. */
const LIST_TIMEOUT = 30_000;

/**
 * The rows of a list, from the account's own host alone: a redirect elsewhere is a failure. Whoever asks with what a
 * document says passes the gate of Send before.
 */
export async function listRows(
  client: ApiClient,
  request: Pick<HttpRequest, 'path' | 'query'>,
  property: string | undefined,
  signal: AbortSignal,
): Promise<NamedRow[]> {
  const response = await client.sendRaw({
    method: 'GET',
    target: targetOf({ ...request, method: 'GET', headers: [], body: undefined }),
    headers: [['Accept', 'application/json']],
    timeout: LIST_TIMEOUT,
    signal,
  });
  const { status, body } = response;
  if (status >= 300) {
    throw failureAfterRenewal(response, { url: client.base, redactor: client.redactor });
  }
  try {
    return rowsIn(JSON.parse(decodeBody(body, 'application/json')), property);
  } catch {
    const kind = isPage(response) ? 'foreignResponse' : 'unreadableAnswer';
    throw new Failure(kind, { host: client.host, status });
  }
}
