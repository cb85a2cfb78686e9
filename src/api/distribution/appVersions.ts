import { decodeVersion, type AppVersion } from './appVersion';
import { getList, type ApiClient } from '../client';
import { decodeList, JsonObject } from '../decode';
import { Failure } from '../failure';
import { profilePath, versionsPath } from '../paths';

/** Versions of a busy profile, with what was sent to whom: some kilobytes each. */
const MAX_LIST_BYTES = 256 * 1024 * 1024;
const LIST_TIMEOUT = 120_000;

/**
 * The versions of a profile, newest first. `GET distribution/v2/profiles/{id}` has them (api/README 2.1, A); where it
 * does not, `…/app-versions` is asked (B). Rows that cannot be read are left out and counted in the log (R21).
 */
export async function listVersions(
  client: ApiClient,
  profileId: string,
  signal?: AbortSignal,
): Promise<AppVersion[]> {
  return (await getProfileWithVersions(client, profileId, signal)).versions;
}

/** The same, and the row of the profile that they came with. */
export async function getProfileWithVersions(
  client: ApiClient,
  profileId: string,
  signal?: AbortSignal,
): Promise<{ profile: JsonObject | undefined; versions: AppVersion[] }> {
  const path = profilePath(profileId);
  const asked = { timeout: LIST_TIMEOUT, maxBytes: MAX_LIST_BYTES, ...(signal && { signal }) };
  const response = JsonObject.of(await client.get({ ...asked, path }));
  const enveloped = response?.object('data');
  const inProfile = response?.raw['appVersions'] ?? enveloped?.raw['appVersions'] ?? undefined;
  const versions =
    inProfile === undefined
      ? await getList(client, { ...asked, path: versionsPath(profileId, 'v2') }, (row) => decodeVersion(row))
      : decodeVersions(client, path, inProfile);
  return { profile: enveloped ?? response, versions: newestFirst(versions) };
}

function decodeVersions(client: ApiClient, path: string, list: unknown): AppVersion[] {
  const { rows, skipped } = decodeList(list, (row) => decodeVersion(row), client.host);
  if (skipped > 0) {
    client.log.warn(`${skipped} versions of ${path.slice(1)} could not be read and were skipped`);
  }
  return rows;
}

/** The server gives them so (api/README 4.1). Its order stands where one of them has no date to go by. */
function newestFirst(versions: AppVersion[]): AppVersion[] {
  const dated = versions.flatMap(({ createdAt }) => createdAt ?? []);
  return dated.length < versions.length
    ? versions
    : versions.sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
}

/** One version. `GET distribution/v2/profiles/{id}/app-versions/{version}` (api/README 2.1, B). */
export async function getVersion(
  client: ApiClient,
  profileId: string,
  versionId: string,
  signal?: AbortSignal,
): Promise<AppVersion> {
  const path = versionsPath(profileId, 'v2', versionId);
  const row = JsonObject.of<string>(await client.get({ path, ...(signal && { signal }) }));
  const version = row && decodeVersion(row);
  if (!version) {
    throw new Failure('unreadableAnswer', { host: client.host });
  }
  return version;
}

/**
 * Replaces the release notes of a version. For operators, too.
 * `PATCH distribution/v1/profiles/{id}/app-versions/{version}?action=updateMessage` (api/README 2.1, A).
 */
export async function updateReleaseNotes(
  client: ApiClient,
  profileId: string,
  versionId: string,
  releaseNotes: string,
  signal?: AbortSignal,
): Promise<void> {
  await client.send({
    method: 'PATCH',
    path: versionsPath(profileId, 'v1', versionId),
    query: { action: 'updateMessage' },
    json: { message: releaseNotes },
    ...(signal && { signal }),
  });
}
