import { l10n } from 'vscode';
import { profilesOfCertificate, type SigningIdentity } from '../../api/signing/identities';
import type { Certificate } from '../../api/signing/certificates';
import type { ProvisioningProfile } from '../../api/signing/provisioningProfiles';
import { numberText } from '../../ui/text/testersText';
import { namesText } from './namesText';

/** The question before a deletion, and below it what may break (R52). */
export function deletionText(
  identity: SigningIdentity,
  profiles: readonly ProvisioningProfile[],
): { readonly question: string; readonly details: readonly string[] } {
  const { name } = identity;
  const forever = l10n.t('This cannot be undone.');
  switch (identity.kind) {
    case 'certificate':
      return {
        question: l10n.t('Delete the certificate {0}?', name),
        details: [...lossesOfCertificate(identity, profiles), forever],
      };
    case 'provisioningProfile':
      return {
        question: l10n.t('Delete the provisioning profile {0}?', name),
        details: [
          identity.appId === undefined
            ? l10n.t('Build configurations that use it lose it. Their builds may fail.')
            : l10n.t(
                'Build configurations that use it for {0} lose it. Their builds may fail.',
                identity.appId,
              ),
          forever,
        ],
      };
    case 'keystore':
      return {
        question: l10n.t('Delete the keystore {0}?', name),
        details: [
          l10n.t('Build configurations that use it lose it. Their builds may fail.'),
          l10n.t(
            'Without a copy of the keystore, you may not be able to update apps that were signed with it.',
          ),
          forever,
        ],
      };
    case 'csr':
      return {
        question: l10n.t('Delete the certificate signing request {0}?', name),
        details: [forever],
      };
  }
}

/** Said when it is done. */
export function deletedText({ kind, name }: SigningIdentity): string {
  switch (kind) {
    case 'certificate':
      return l10n.t('Deleted the certificate {0}.', name);
    case 'provisioningProfile':
      return l10n.t('Deleted the provisioning profile {0}.', name);
    case 'keystore':
      return l10n.t('Deleted the keystore {0}.', name);
    case 'csr':
      return l10n.t('Deleted the certificate signing request {0}.', name);
  }
}

/** Which profiles use it, as far as the lists tell. */
function lossesOfCertificate(certificate: Certificate, profiles: readonly ProvisioningProfile[]): string[] {
  const { using, untold } = profilesOfCertificate(certificate, profiles);
  return [
    ...(using.length > 0
      ? [l10n.t('These provisioning profiles use it and can no longer sign: {0}', namesText(using))]
      : []),
    ...(untold.length > 0
      ? [
          untold.length === 1
            ? l10n.t(
                'Appcircle does not say whether this provisioning profile uses it: {0}',
                namesText(untold),
              )
            : l10n.t(
                'Appcircle does not say which certificate these {0} provisioning profiles use: {1}',
                numberText(untold.length),
                namesText(untold),
              ),
        ]
      : []),
  ];
}
