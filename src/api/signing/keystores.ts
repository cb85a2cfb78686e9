import type { components } from '../appcircle';
import { getList, type ApiClient } from '../client';
import type { JsonObject, KnownField } from '../decode';
import { segment } from '../paths';
import type { TaskPace } from '../tasks';
import { deleteIdentity, uploadIdentity, type IdentityFile } from './identityWrites';
import { withoutFiles, type SigningRow } from './signingIdentity';

type KeystoreField = KnownField<components['schemas']['Keystore']>;

const ALL = '/signing-identity/v2/keystores';

/** A keystore, with which Android apps are signed. */
export interface Keystore extends SigningRow<'keystore'> {
  readonly alias: string | undefined;
}

/** What opens a keystore, and its key. Secrets. */
export interface KeystorePasswords {
  readonly keystore: string;
  readonly alias: string;
}

/** All keystores of the organization. `GET signing-identity/v2/keystores` (api/README 2.6, A). */
export function listKeystores(client: ApiClient, signal?: AbortSignal): Promise<Keystore[]> {
  return getList(client, { path: ALL, ...(signal && { signal }) }, decodeKeystore);
}

/** A keystore from a row; undefined when it has no id. */
export function decodeKeystore(row: JsonObject<KeystoreField>): Keystore | undefined {
  const id = row.text('id');
  return id === undefined
    ? undefined
    : {
        kind: 'keystore',
        id,
        name: row.text('friendlyName', 'name', 'fileName') ?? id,
        fileName: row.text('fileName'),
        createdAt: row.date('createDate'),
        endsAt: row.date('expireDate'),
        alias: row.text('alias'),
        raw: withoutFiles(row.raw),
      };
}

/**
 * Uploads a keystore. `POST signing-identity/v2/keystores/binary` with the parts `Binary`, `KeystorePassword`, and
 * `AliasPassword` (api/README 14, A); the server reads the alias from the file. Takes owners and managers (17.1).
 */
export function uploadKeystore(
  client: ApiClient,
  file: IdentityFile,
  { keystore, alias }: KeystorePasswords,
  signal?: AbortSignal,
): Promise<void> {
  const secrets = { KeystorePassword: keystore, AliasPassword: alias };
  return uploadIdentity(client, { path: `${ALL}/binary`, filePart: 'Binary', file, secrets, signal });
}

/** `DELETE signing-identity/v2/keystores/{id}` (api/README 2.6, A). Takes owners and managers (17.1). */
export function deleteKeystore(
  client: ApiClient,
  keystoreId: string,
  signal?: AbortSignal,
  pace?: TaskPace,
): Promise<void> {
  return deleteIdentity(client, { path: `${ALL}/${segment(keystoreId)}`, role: 'manage', signal, pace });
}
