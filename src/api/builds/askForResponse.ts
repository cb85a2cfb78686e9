import type { ApiClient, RawRequest } from '../client';
import { Failure } from '../failure';
import { failureAfterRenewal, isPage } from '../responseFailure';
import { decodeBody } from '../response/body';
import type { HttpResponse } from '../transport/model';

/**
 * Sends a request whose answer need not be JSON. Fails by status, as `ApiClient.send` does, with `foreignResponse` for a
 * web page, and with `unreadableAnswer` for what cannot be unpacked.
 */
export async function askForResponse(client: ApiClient, request: RawRequest): Promise<HttpResponse> {
  const response = await client.sendRaw(request);
  const { status } = response;
  if (status < 200 || status > 299) {
    throw failureAfterRenewal(response, { url: client.base, redactor: client.redactor });
  }
  if (isPage(response)) {
    throw new Failure('foreignResponse', { host: client.host, status, contentType: 'text/html' });
  }
  if (response.packed) {
    const { coding } = response.packed;
    throw new Failure('unreadableAnswer', { host: client.host, status, coding, code: 'UNKNOWN_CODING' });
  }
  return response;
}

/** The text of an answer, in the charset that it names; what is none in it is replaced. */
export function textOf({ body, headers }: HttpResponse): string {
  return decodeBody(body, headers.find(([name]) => name === 'content-type')?.[1]);
}
