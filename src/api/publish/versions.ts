import { getList, type ApiClient } from '../client';
import type { JsonObject } from '../decode';
import { deleteResource } from '../deleteResource';
import { fetchLink } from '../files/downloadLink';
import { withRequiredRole } from '../roles';
import type { TaskPace } from '../tasks';
import type { UploadTarget } from '../upload/uploadTarget';
import type { PublishVersionField } from './fields';
import type { PublishVersion } from './model';
import {
  publishProfilePath,
  publishVersionPath,
  type PublishProfileRef,
  type PublishVersionRef,
} from './paths';
import { decodePublishStatus } from './publishStatus';

/** The most that release notes of a version may have, in characters (api/README 12.1, A). */
export const MAX_NOTES = 25_000;

/**
 * The versions of a profile, newest first as the server gives them. `GET
 * publish/v2/profiles/{platform}/{id}/app-versions` (api/README 2.4, A).
 */
export function listPublishVersions(
  client: ApiClient,
  profile: PublishProfileRef,
  signal?: AbortSignal,
): Promise<PublishVersion[]> {
  const request = { path: `${publishProfilePath(profile, 'v2')}/app-versions`, ...(signal && { signal }) };
  return getList(client, request, (row) => decodePublishVersion(row));
}

/** A version from a row; undefined when it has no id. `now` tells what has expired. */
export function decodePublishVersion(
  row: JsonObject<PublishVersionField>,
  now: number = Date.now(),
): PublishVersion | undefined {
  const id = row.text('id');
  if (id === undefined) {
    return undefined;
  }
  const expiresAt = row.date('expirationDate');
  const status = decodePublishStatus(row.raw['latestFlowStatus']);
  return {
    id,
    name: row.text('name'),
    bundleId: row.text('uniqueName'),
    version: row.text('version') ?? row.number('version')?.toString(),
    code: row.text('versionCode') ?? row.number('versionCode')?.toString(),
    fileName: row.text('fileName'),
    fileSize: row.number('fileSize'),
    isCandidate: row.flag('releaseCandidate'),
    notes: row.text('summary'),
    createdAt: row.date('createDate'),
    expiresAt,
    isExpired: row.flag('expired') || (expiresAt !== undefined && expiresAt <= now),
    lastStatus: status === 'unknown' ? undefined : status,
    raw: row.raw,
  };
}

/** Where a version is uploaded: `publish/v1/profiles/{platform}/{id}/app-versions` (api/README 2.4, A). */
export function publishTarget(profile: PublishProfileRef): UploadTarget {
  return { profileId: profile.profileId, path: `${publishProfilePath(profile, 'v1')}/app-versions` };
}

/**
 * Marks a version as release candidate, or takes the mark back. `PATCH …/app-versions/{v}?action=releaseCandidate`
 * (api/README 2.4, A). Fails with `forbidden` and the role `operate`.
 */
export async function setReleaseCandidate(
  client: ApiClient,
  version: PublishVersionRef,
  isCandidate: boolean,
  signal?: AbortSignal,
): Promise<void> {
  await withRequiredRole('operate', () =>
    change(client, version, 'releaseCandidate', { ReleaseCandidate: isCandidate }, signal),
  );
}

/**
 * Replaces the release notes of a release candidate. `PATCH …/app-versions/{v}?action=releaseNotes` (api/README 2.4,
 * A). Fails with `forbidden` and the role `operateExternally`.
 */
export async function setPublishNotes(
  client: ApiClient,
  version: PublishVersionRef,
  notes: string,
  signal?: AbortSignal,
): Promise<void> {
  await withRequiredRole('operateExternally', () =>
    change(client, version, 'releaseNotes', { summary: notes }, signal),
  );
}

/**
 * A temporary link to the file of a version: a secret, to be logged nowhere. For viewers, too, and not for external
 * operators. `GET publish/v2/…/app-versions/{v}?action=download` (api/README 2.4, A). Fails as `fetchLink` does.
 */
export function publishDownloadLink(
  client: ApiClient,
  version: PublishVersionRef,
  signal?: AbortSignal,
): Promise<string> {
  return fetchLink(client, `${publishVersionPath(version, 'v2')}?action=download`, signal);
}

/**
 * Deletes a version. `DELETE publish/v2/…/app-versions/{v}` (api/README 2.4, A). Fails as `deleteResource` does, with
 * `forbidden` and the role `operateExternally`.
 */
export async function deletePublishVersion(
  client: ApiClient,
  version: PublishVersionRef,
  signal?: AbortSignal,
  pace?: TaskPace,
): Promise<void> {
  await withRequiredRole('operateExternally', () =>
    deleteResource(client, publishVersionPath(version, 'v2'), signal, pace),
  );
}

function change(
  client: ApiClient,
  version: PublishVersionRef,
  action: string,
  json: object,
  signal?: AbortSignal,
): Promise<unknown> {
  const path = publishVersionPath(version, 'v2');
  return client.send({ method: 'PATCH', path, query: { action }, json, ...(signal && { signal }) });
}
