import { getList, type ApiClient } from '../client';
import type { JsonObject } from '../decode';
import type { PublishProfileField } from './fields';
import type { PublishPlatform, PublishProfile } from './model';

/**
 * The publish profiles of a platform, in the order of the server. `GET publish/v2/profiles/{platform}` (api/README 2.4,
 * A). Roles of the two platforms are apart (api/README 17.1): one may be refused while the other is not.
 */
export function listPublishProfiles(
  client: ApiClient,
  platform: PublishPlatform,
  signal?: AbortSignal,
): Promise<PublishProfile[]> {
  const request = { path: `/publish/v2/profiles/${platform}`, ...(signal && { signal }) };
  return getList(client, request, (row) => decodePublishProfile(row, platform));
}

/** A profile from a row; undefined when it has no id. One without a name is called by its id. */
export function decodePublishProfile(
  row: JsonObject<PublishProfileField>,
  platform: PublishPlatform,
): PublishProfile | undefined {
  const id = row.text('id');
  return id === undefined
    ? undefined
    : {
        id,
        platform,
        name: row.text('name') ?? id,
        lastVersion: row.text('lastUploadVersion', 'version'),
        lastVersionCode: row.text('lastUploadVersionCode') ?? row.number('lastUploadVersionCode')?.toString(),
        bundleId: row.text('appUniqueId'),
        publishedAt: row.date('latestPublishDate'),
        updatedAt: row.date('updateDate', 'createDate'),
        raw: row.raw,
      };
}
