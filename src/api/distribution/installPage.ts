import { isSafeOrigin, parseUrl } from '../../support/url';
import type { ApiClient } from '../client';
import { JsonObject, parseJson } from '../decode';
import { hasDescribedRoute } from '../describedRoute';
import { Failure } from '../failure';
import { profilePath } from '../paths';
import { failureAfterRenewal, isPage } from '../responseFailure';

/** Name in `ApiClient.describedRoutes`. */
const QR_CODE = 'distribution/v2/profiles/qr-code';

const route = {
  module: 'distribution',
  method: 'GET',
  path: '/v2/profiles/{}/qr-code',
  beside: '/profiles/{}',
} as const;

/** A picture is as good as any other answer that has no address: it is read whole, and no more of it. */
const MAX_ANSWER_BYTES = 1024 * 1024;

/** Longer addresses make QR codes that no phone reads. */
const MAX_ADDRESS_LENGTH = 1000;

/** Where the address may be, if the answer is an object. */
const addressFields = ['baseB4EncodedUrl', 'url', 'link', 'data'];

/**
 * Whether the server says by its own description that it has QR codes of public pages (api/README 2.1, B). Looked at
 * until it says so.
 */
export function canGetInstallPage(client: ApiClient, signal?: AbortSignal): Promise<boolean> {
  return hasDescribedRoute(client, QR_CODE, route, signal);
}

/**
 * The address of the public page of a profile; undefined where the answer holds none that can be trusted.
 * `GET distribution/v2/profiles/{id}/qr-code` (api/README 2.1, B). The form of its answer is unknown, and so is the
 * address that its query takes: asked without it, a server may answer 400. Fails as a request does otherwise, with
 * `foreignResponse` for a web page.
 */
export async function fetchInstallPage(
  client: ApiClient,
  profileId: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const response = await client.sendRaw({
    method: 'GET',
    target: `${profilePath(profileId)}/qr-code`,
    headers: [['Accept', 'application/json, text/plain']],
    maxBytes: MAX_ANSWER_BYTES,
    ...(signal && { signal }),
  });
  const { status, body } = response;
  if (status < 200 || status > 299) {
    const failure = failureAfterRenewal(response, { url: client.base, redactor: client.redactor });
    if (failure.kind === 'invalidInput') {
      return undefined;
    }
    throw failure;
  }
  const said = new TextDecoder().decode(body).trim();
  const address = addressIn(parseJson(said) ?? said, parseUrl(client.base)?.protocol === 'http:');
  if (address === undefined && isPage(response)) {
    throw new Failure('foreignResponse', { host: client.host, status, contentType: 'text/html' });
  }
  return address;
}

/** `here` is whether the server itself is on this machine, and spoken to by http. */
function addressIn(answer: unknown, here: boolean): string | undefined {
  if (typeof answer === 'string') {
    return trustedAddress(answer, here) ?? trustedAddress(fromBase64(answer), here);
  }
  const row = JsonObject.of(answer);
  return addressFields
    .map((name) => row?.raw[name])
    .map((value) => (typeof value === 'string' ? addressIn(value, here) : undefined))
    .find((address) => address !== undefined);
}

function trustedAddress(text: string | undefined, here: boolean): string | undefined {
  const isPlain = text !== undefined && text.length <= MAX_ADDRESS_LENGTH && /^[!-~]+$/.test(text);
  const url = isPlain && !text.includes('\\') ? parseUrl(text) : undefined;
  return url && isSafeOrigin(url) && (here || url.protocol === 'https:') && !url.username && !url.password
    ? url.href
    : undefined;
}

/** What a text stands for that is base64 from end to end; undefined for any other. */
function fromBase64(text: string): string | undefined {
  if (text.length > 2 * MAX_ADDRESS_LENGTH || !/^[\w+/-]+={0,2}$/.test(text)) {
    return undefined;
  }
  const plain = text.replaceAll('-', '+').replaceAll('_', '/').replaceAll('=', '');
  const bytes = Buffer.from(plain, 'base64');
  return bytes.toString('base64').replaceAll('=', '') === plain ? bytes.toString('latin1') : undefined;
}
