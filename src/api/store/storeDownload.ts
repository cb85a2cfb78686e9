import type { ApiClient } from '../client';
import { fetchLink } from '../files/downloadLink';
import { storeVersionsPath } from './storePaths';
import type { StoreVersionId } from './storeWrites';

/**
 * A temporary link to the file of a version: a secret, to be logged nowhere. For external operators, too.
 * `GET store/v2/profiles/{id}/app-versions/{version}?action=download` (api/README 2.5, A). Fails as `fetchLink` does.
 */
export function storeDownloadLink(
  client: ApiClient,
  { profileId, versionId }: StoreVersionId,
  signal?: AbortSignal,
): Promise<string> {
  return fetchLink(client, `${storeVersionsPath(profileId, versionId)}?action=download`, signal);
}
