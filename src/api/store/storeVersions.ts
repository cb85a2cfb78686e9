import type { components } from '../appcircle';
import { getList, type ApiClient } from '../client';
import type { JsonObject, KnownField } from '../decode';
import type { Platform } from '../distribution/profiles';
import { storeVersionsPath } from './storePaths';

type StoreVersionField = KnownField<components['schemas']['StoreVersion']>;

/** Where a version is offered to users. */
export type StoreChannel = 'beta' | 'live';

/**
 * A version of the Enterprise App Store. Times are milliseconds since 1970, sizes bytes; what the server left out, or
 * gave in a form that nobody knows, is undefined. All texts are untrusted.
 */
export interface StoreVersion {
  id: string;
  name: string | undefined;
  /** Bundle id or package name. */
  bundleId: string | undefined;
  version: string | undefined;
  code: string | undefined;
  platform: Platform | 'unknown';
  /** Undefined where it is in none, or in one that nobody documented. */
  channel: StoreChannel | undefined;
  publishedAt: number | undefined;
  createdAt: number | undefined;
  updatedAt: number | undefined;
  fileName: string | undefined;
  fileSize: number | undefined;
  downloads: number | undefined;
  summary: string | undefined;
  /** May have several lines. */
  releaseNotes: string | undefined;
  /** The row as it came, unknown fields included. Shown only through `maskSecrets`. */
  raw: Readonly<Record<string, unknown>>;
}

/** api/README 2.9, A. */
const channels: Readonly<Record<string, StoreChannel>> = { 1: 'beta', 2: 'live', beta: 'beta', live: 'live' };
const platforms: Partial<Record<number, Platform>> = { 1: 'ios', 2: 'android' };

/**
 * The versions of a profile, newest first. `GET store/v2/profiles/{id}/app-versions` without `publishtype`, which gives
 * those of all channels (api/README 2.5, A).
 */
export async function listStoreVersions(
  client: ApiClient,
  profileId: string,
  signal?: AbortSignal,
): Promise<StoreVersion[]> {
  const request = { path: storeVersionsPath(profileId), timeout: 120_000, ...(signal && { signal }) };
  const versions = await getList(client, request, decodeStoreVersion);
  return versions.every(({ createdAt }) => createdAt !== undefined)
    ? versions.sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0))
    : versions;
}

/** A version from a row; undefined when it has no id. The channel is a number (A); a word is understood as well (D). */
export function decodeStoreVersion(row: JsonObject<StoreVersionField>): StoreVersion | undefined {
  const id = row.text('id');
  const fileName = row.text('fileName');
  return id === undefined
    ? undefined
    : {
        id,
        name: row.text('name'),
        bundleId: row.text('uniqueName'),
        version: textOrNumber(row, 'version'),
        code: textOrNumber(row, 'versionCode'),
        platform: platforms[row.number('platformType') ?? 0] ?? platformByName(fileName),
        channel: channels[textOrNumber(row, 'publishType')?.toLowerCase() ?? ''],
        publishedAt: row.date('publishDate'),
        createdAt: row.date('createDate'),
        updatedAt: row.date('updateDate'),
        fileName,
        fileSize: row.number('fileSize'),
        downloads: row.number('downloadCount'),
        summary: row.text('summary'),
        releaseNotes: row.text('releaseNotes'),
        raw: row.raw,
      };
}

function textOrNumber(row: JsonObject<StoreVersionField>, field: StoreVersionField): string | undefined {
  return row.text(field) ?? row.number(field)?.toString();
}

function platformByName(fileName = ''): StoreVersion['platform'] {
  switch (/\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase()) {
    case 'ipa':
      return 'ios';
    case 'apk':
    case 'aab':
      return 'android';
    default:
      return 'unknown';
  }
}
