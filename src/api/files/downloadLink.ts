import { parseUrl } from '../../support/url';
import type { ApiClient } from '../client';
import { JsonObject, parseJson } from '../decode';
import { Failure } from '../failure';
import { versionsPath } from '../paths';
import { failureAfterRenewal, isPage } from '../responseFailure';

const MAX_LINK_BYTES = 64 * 1024;

/** Where a link may be, if the answer is an object: its form is unknown (api/README 2.1). */
const linkFields = ['url', 'downloadUrl', 'downloadURL', 'downloadLink', 'link', 'uri', 'href'];

/**
 * A temporary link to the file of a version. Whoever has it may fetch the file: a secret, to be logged nowhere.
 * `GET distribution/v2/profiles/{id}/app-versions/{version}/download` (api/README 2.1, B). Fails as `fetchLink` does.
 */
export function downloadLink(
  client: ApiClient,
  profileId: string,
  versionId: string,
  signal?: AbortSignal,
): Promise<string> {
  return fetchLink(client, `${versionsPath(profileId, 'v2', versionId)}/download`, signal);
}

/**
 * The link that a path and its query give. The answer is a text, as JSON or bare, or an object with a link in it;
 * anything else fails with `unreadableAnswer`, a web page with `foreignResponse`.
 */
export async function fetchLink(client: ApiClient, target: string, signal?: AbortSignal): Promise<string> {
  const response = await client.sendRaw({
    method: 'GET',
    target,
    headers: [['Accept', 'application/json, text/plain']],
    maxBytes: MAX_LINK_BYTES,
    ...(signal && { signal }),
  });
  const { status, body } = response;
  const said = new TextDecoder().decode(body).trim();
  const { host } = client;
  if (status < 200 || status > 299) {
    throw failureAfterRenewal(response, { url: client.base, redactor: client.redactor });
  }
  const link = linkIn(parseJson(said) ?? said);
  if (link === undefined) {
    throw isPage(response)
      ? new Failure('foreignResponse', { host, status, contentType: 'text/html' })
      : new Failure('unreadableAnswer', { host, status });
  }
  return link;
}

function linkIn(answer: unknown, depth = 0): string | undefined {
  if (typeof answer === 'string') {
    return /^https?:$/.test(parseUrl(answer)?.protocol ?? '') ? answer : undefined;
  }
  const row = JsonObject.of(answer);
  return depth > 1 || !row
    ? undefined
    : [...linkFields, 'data']
        .map((name) => linkIn(row.raw[name], depth + 1))
        .find((link) => link !== undefined);
}
