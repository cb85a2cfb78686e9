import type { ApiClient } from '../client';
import type { TaskPace } from '../tasks';
import { deleteCertificate, listCertificates, type Certificate } from './certificates';
import { deleteCsr, listCsrs, type Csr } from './csrs';
import { deleteKeystore, listKeystores, type Keystore } from './keystores';
import {
  deleteProvisioningProfile,
  listProvisioningProfiles,
  type ProvisioningProfile,
} from './provisioningProfiles';
import type { SigningKind } from './signingIdentity';

/** What apps are signed with. */
export type SigningIdentity = Certificate | ProvisioningProfile | Keystore | Csr;

/** All of one kind, of its list alone: details share a route with the file itself (api/README 14). */
export function listIdentities(
  client: ApiClient,
  kind: SigningKind,
  signal?: AbortSignal,
): Promise<readonly SigningIdentity[]> {
  const list = {
    certificate: listCertificates,
    provisioningProfile: listProvisioningProfiles,
    keystore: listKeystores,
    csr: listCsrs,
  }[kind];
  return list(client, signal);
}

/** Deletes one, whatever it is. Fails as the function of its kind does. */
export function deleteSigningIdentity(
  client: ApiClient,
  { kind, id }: Pick<SigningIdentity, 'kind' | 'id'>,
  signal?: AbortSignal,
  pace?: TaskPace,
): Promise<void> {
  const remove = {
    certificate: deleteCertificate,
    provisioningProfile: deleteProvisioningProfile,
    keystore: deleteKeystore,
    csr: deleteCsr,
  }[kind];
  return remove(client, id, signal, pace);
}

/**
 * The provisioning profiles that name a certificate by its fingerprint (`using`), and those of which the lists do not
 * tell whether they use it (`untold`). Nothing is guessed by names.
 */
export function profilesOfCertificate(
  { thumbprint }: Pick<Certificate, 'thumbprint'>,
  profiles: readonly ProvisioningProfile[],
): { readonly using: readonly ProvisioningProfile[]; readonly untold: readonly ProvisioningProfile[] } {
  const using = profiles.filter(
    ({ thumbprints }) => thumbprint !== undefined && thumbprints.includes(thumbprint),
  );
  const untold = profiles.filter(
    ({ thumbprints, hasCertificate }) =>
      hasCertificate !== false && (thumbprint === undefined || thumbprints.length === 0),
  );
  return { using, untold };
}
