import { compareNames } from '../../support/names';
import type { components } from '../appcircle';
import { getList, type ApiClient } from '../client';
import type { JsonObject, KnownField } from '../decode';
import { STORE_PROFILES } from './storePaths';

type StoreProfileField = KnownField<components['schemas']['StoreProfile']>;

/**
 * A profile of the Enterprise App Store. Its name comes from the app and cannot be changed (api/README 13, A). Times are
 * milliseconds since 1970; what the server left out is undefined. All texts are untrusted.
 */
export interface StoreProfile {
  id: string;
  name: string;
  /** Of the newest version. */
  version: string | undefined;
  downloads: number | undefined;
  publishedAt: number | undefined;
  receivedAt: number | undefined;
  /** The row as it came, unknown fields included. Shown only through `maskSecrets`. */
  raw: Readonly<Record<string, unknown>>;
}

/** All profiles of the Enterprise App Store, by name. `GET store/v2/profiles` without paging (api/README 2.5, A). */
export async function listStoreProfiles(client: ApiClient, signal?: AbortSignal): Promise<StoreProfile[]> {
  const request = { path: STORE_PROFILES, timeout: 120_000, ...(signal && { signal }) };
  const profiles = await getList(client, request, decodeStoreProfile);
  return profiles.sort((a, b) => compareNames(a.name, b.name));
}

/** A profile from a row; undefined when it has no id. */
export function decodeStoreProfile(row: JsonObject<StoreProfileField>): StoreProfile | undefined {
  const id = row.text('id');
  return id === undefined
    ? undefined
    : {
        id,
        name: row.text('name') ?? id,
        version: row.text('version'),
        downloads: row.number('totalDownloadCount'),
        publishedAt: row.date('latestPublishDate'),
        receivedAt: row.date('lastBinaryReceivedDate'),
        raw: row.raw,
      };
}
