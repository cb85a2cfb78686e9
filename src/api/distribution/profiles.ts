import { compareNames } from '../../support/names';
import type { components } from '../appcircle';
import { getList, type ApiClient } from '../client';
import type { KnownField, JsonObject } from '../decode';

type ProfileField = KnownField<components['schemas']['DistributionProfile']>;
type SettingsField = KnownField<components['schemas']['DistributionProfileSettings']>;

export type Platform = 'ios' | 'android';

/** Who may install from a profile. `other` is a number that nobody documented. */
export type Authentication = 'none' | 'static' | 'ldap' | 'sso' | 'individualEnrollment' | 'other';

/** A testing distribution profile. Times are milliseconds since 1970; what the server left out is undefined. */
export interface DistributionProfile {
  id: string;
  name: string;
  pinned: boolean;
  versions: Partial<Record<Platform, string>>;
  createdAt: number | undefined;
  lastUploadedAt: number | undefined;
  lastSharedAt: number | undefined;
  authentication: Authentication | undefined;
  /** Whether there is a public page from which testers install (`enableStaticPage`, api/README 3, B). */
  hasInstallPage: boolean;
  testingGroupIds: string[];
  /** The row as it came, unknown fields included. May hold secrets: shown only through `maskSecrets`. */
  raw: Readonly<Record<string, unknown>>;
}

/** Largest list that is read: 100,000 profiles of about 1.5 kB. */
const MAX_LIST_BYTES = 256 * 1024 * 1024;

/** Settings' numbers: api/README 2.9, A for 1, 3, 4 and 5; only the official command line knows 2. */
const authentications: Partial<Record<number, Authentication>> = {
  1: 'none',
  2: 'individualEnrollment',
  3: 'static',
  4: 'ldap',
  5: 'sso',
};

/**
 * All distribution profiles of the organization, pinned ones first, then by name.
 * `GET distribution/v2/profiles` without paging parameters, as the official clients ask (api/README 2.1, A): with
 * them the form of the answer is not known.
 */
export async function listProfiles(client: ApiClient, signal?: AbortSignal): Promise<DistributionProfile[]> {
  const request = {
    path: '/distribution/v2/profiles',
    timeout: 120_000,
    maxBytes: MAX_LIST_BYTES,
    ...(signal && { signal }),
  };
  const rows = await getList(client, request, decodeProfile);
  return inListOrder(rows);
}

/** The order of the list; `rows` are sorted in place. */
export function inListOrder(rows: DistributionProfile[]): DistributionProfile[] {
  return rows.sort(pinnedThenByName);
}

function pinnedThenByName(a: DistributionProfile, b: DistributionProfile): number {
  return Number(b.pinned) - Number(a.pinned) || compareNames(a.name, b.name);
}

/** A profile from a row; undefined when it has no id, without which nothing can be done with it. */
export function decodeProfile(row: JsonObject<ProfileField>): DistributionProfile | undefined {
  const id = row.text('id');
  if (id === undefined) {
    return undefined;
  }
  const ios = row.text('iOSVersion');
  const android = row.text('androidVersion');
  const settings = row.object<SettingsField>('settings');
  const type = settings?.number('authenticationType');
  return {
    id,
    name: row.text('name') ?? id,
    pinned: row.flag('pinned'),
    versions: { ...(ios && { ios }), ...(android && { android }) },
    createdAt: row.date('createDate'),
    lastUploadedAt: row.date('lastAppVersionCreateDate'),
    lastSharedAt: row.date('lastAppVersionSharedDate'),
    // 0 is Undefined: the server knows no more than we do.
    authentication: type === undefined || type === 0 ? undefined : (authentications[type] ?? 'other'),
    hasInstallPage: settings?.flag('enableStaticPage') ?? false,
    testingGroupIds: row.texts('testingGroupIds'),
    raw: row.raw,
  };
}
