import type { components } from '../appcircle';
import { getList, type ApiClient } from '../client';
import type { JsonObject, KnownField } from '../decode';
import { segment } from '../paths';
import type { TaskPace } from '../tasks';
import { deleteIdentity, uploadIdentity, type IdentityFile } from './identityWrites';
import { storeIn, withoutFiles, type SigningRow, type SigningStore } from './signingIdentity';
import { thumbprintsIn } from './thumbprints';

type ProvisioningProfileField = KnownField<components['schemas']['ProvisioningProfile']>;

const ALL = '/signing-identity/v2/provisioning-profiles';

/** A provisioning profile of Apple. */
export interface ProvisioningProfile extends SigningRow<'provisioningProfile'> {
  /** The app that it is for, `com.example.app` or with a `*`. */
  readonly appId: string | undefined;
  readonly store: SigningStore | undefined;
  /** Whether its certificate is among those of the organization; undefined where the list does not say. */
  readonly hasCertificate: boolean | undefined;
  /** Fingerprints that the row names, of its certificates as far as anybody knows. */
  readonly thumbprints: readonly string[];
}

/**
 * All provisioning profiles of the organization, without their files: `withBinary` is never sent.
 * `GET signing-identity/v2/provisioning-profiles` (api/README 2.6, 14, A).
 */
export function listProvisioningProfiles(
  client: ApiClient,
  signal?: AbortSignal,
): Promise<ProvisioningProfile[]> {
  return getList(client, { path: ALL, ...(signal && { signal }) }, decodeProvisioningProfile);
}

/** A provisioning profile from a row; undefined when it has no id. */
export function decodeProvisioningProfile(
  row: JsonObject<ProvisioningProfileField>,
): ProvisioningProfile | undefined {
  const id = row.text('id');
  const hasCertificate = row.raw['hasCertificate'];
  return id === undefined
    ? undefined
    : {
        kind: 'provisioningProfile',
        id,
        name: row.text('name', 'filename') ?? id,
        fileName: row.text('filename'),
        createdAt: row.date('createDate'),
        endsAt: row.date('expireDate'),
        appId: row.text('appId'),
        store: storeIn(row),
        hasCertificate: typeof hasCertificate === 'boolean' ? hasCertificate : undefined,
        thumbprints: [...new Set(thumbprintsIn(row.raw))],
        raw: withoutFiles(row.raw),
      };
}

/**
 * Uploads a provisioning profile. `POST signing-identity/v2/provisioning-profiles` with the part `Binary`
 * (api/README 14, A). Takes owners and managers (17.1).
 */
export function uploadProvisioningProfile(
  client: ApiClient,
  file: IdentityFile,
  signal?: AbortSignal,
): Promise<void> {
  return uploadIdentity(client, { path: ALL, filePart: 'Binary', file, signal });
}

/**
 * `DELETE signing-identity/v1/provisioning-profiles/{id}`: v1, unlike all else (api/README 2.6, A). Takes the Manager
 * role for signing and for builds (14).
 */
export function deleteProvisioningProfile(
  client: ApiClient,
  profileId: string,
  signal?: AbortSignal,
  pace?: TaskPace,
): Promise<void> {
  const path = `/signing-identity/v1/provisioning-profiles/${segment(profileId)}`;
  return deleteIdentity(client, { path, role: 'manageSigningAndBuilds', signal, pace });
}
