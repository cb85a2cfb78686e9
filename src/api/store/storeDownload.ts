import type { ApiClient } from '../client';
import { fetchLink } from '../files/downloadLink';
import { suggestedFileName } from '../response/fileName';
import { storeVersionsPath } from './storePaths';
import type { StoreVersion } from './storeVersions';
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

/** A name for the file of a version: the one that it was uploaded with, else one made of what is known; cleaned. */
export function suggestedStoreFileName({ fileName, name, version, id }: StoreVersion): string {
  const made = [name ?? id, version].filter((part) => part !== undefined).join('-');
  return suggestedFileName([], encodeURIComponent((fileName ?? made).replaceAll(/\p{Surrogate}/gu, '')));
}
