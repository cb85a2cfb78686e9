import type { components } from '../appcircle';
import { getList, type ApiClient } from '../client';
import type { JsonObject, KnownField } from '../decode';
import { segment } from '../paths';
import type { TaskPace } from '../tasks';
import { deleteIdentity, uploadIdentity, type IdentityFile } from './identityWrites';
import { storeIn, withoutFiles, type SigningRow, type SigningStore } from './signingIdentity';
import { thumbprintOf } from './thumbprints';

type CertificateField = KnownField<components['schemas']['Certificate']>;

const ALL = '/signing-identity/v2/certificates';

/** A certificate with its key, as a P12 file. */
export interface Certificate extends SigningRow<'certificate'> {
  readonly store: SigningStore | undefined;
  /** Fingerprint in lower case, where the list tells it. */
  readonly thumbprint: string | undefined;
}

/** All certificates of the organization. `GET signing-identity/v2/certificates` (api/README 2.6, A). */
export function listCertificates(client: ApiClient, signal?: AbortSignal): Promise<Certificate[]> {
  return getList(client, { path: ALL, ...(signal && { signal }) }, decodeCertificate);
}

/** A certificate from a row; undefined when it has no id. Its P12 and password are dropped (api/README 2.6). */
export function decodeCertificate(row: JsonObject<CertificateField>): Certificate | undefined {
  const id = row.text('id');
  return id === undefined
    ? undefined
    : {
        kind: 'certificate',
        id,
        name: row.text('name', 'filename') ?? id,
        fileName: row.text('filename'),
        createdAt: row.date('createDate'),
        endsAt: row.date('expireDate'),
        store: storeIn(row),
        thumbprint: thumbprintOf(row.text('thumbprint')),
        raw: withoutFiles(row.raw),
      };
}

/**
 * Uploads a P12 file. `POST signing-identity/v2/certificates` with the parts `binary` and `password` (api/README 14, A).
 * Takes owners and managers (17.1).
 */
export function uploadCertificate(
  client: ApiClient,
  file: IdentityFile,
  password: string,
  signal?: AbortSignal,
): Promise<void> {
  return uploadIdentity(client, { path: ALL, filePart: 'binary', file, secrets: { password }, signal });
}

/**
 * `DELETE signing-identity/v2/certificates/{id}`; `revoke` is not sent, so that Apple is told nothing (api/README 2.6, A).
 * Takes the Manager role for signing and for builds (14).
 */
export function deleteCertificate(
  client: ApiClient,
  certificateId: string,
  signal?: AbortSignal,
  pace?: TaskPace,
): Promise<void> {
  const path = `${ALL}/${segment(certificateId)}`;
  return deleteIdentity(client, { path, role: 'manageSigningAndBuilds', signal, pace });
}
