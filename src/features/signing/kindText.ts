import { l10n } from 'vscode';
import type { SigningKind } from '../../api/signing/signingIdentity';
import { numberText } from '../../ui/text/testersText';

/** What a group of the view is called. */
export function groupText(kind: SigningKind): string {
  switch (kind) {
    case 'certificate':
      return l10n.t('Certificates');
    case 'provisioningProfile':
      return l10n.t('Provisioning Profiles');
    case 'keystore':
      return l10n.t('Keystores');
    case 'csr':
      return l10n.t('Certificate Signing Requests');
  }
}

/** What one of them is, within a sentence or between commas. */
export function kindText(kind: SigningKind): string {
  switch (kind) {
    case 'certificate':
      return l10n.t('certificate');
    case 'provisioningProfile':
      return l10n.t('provisioning profile');
    case 'keystore':
      return l10n.t('keystore');
    case 'csr':
      return l10n.t('certificate signing request');
  }
}

/** "1 signing identity", "3 signing identities". */
export function identitiesText(count: number): string {
  return count === 1 ? l10n.t('1 signing identity') : l10n.t('{0} signing identities', numberText(count));
}
