import { l10n } from 'vscode';
import type { UnusableIdentityReason, UploadedKind } from '../../../api/signing/identityFile';

/** Why a file cannot be uploaded, and what helps. */
export function unusableIdentityText(
  reason: UnusableIdentityReason,
  kind: UploadedKind | undefined,
  name: string,
): string {
  switch (reason) {
    case 'wrongExtension':
      return l10n.t(
        '{0} is not a signing identity. Choose a .p12, .mobileprovision, .jks, or .keystore file.',
        name,
      );
    case 'missing':
      return l10n.t('{0} was not found.', name);
    case 'forbidden':
      return l10n.t('You do not have permission to read {0}.', name);
    case 'folder':
      return l10n.t('{0} is a folder. Choose a file.', name);
    case 'unreadable':
      return l10n.t('{0} cannot be read. Check that its disk is connected.', name);
    case 'noFile':
      return l10n.t('{0} is a pipe, socket, or device, not a file.', name);
    case 'empty':
      return l10n.t('{0} is empty. Export it again.', name);
    case 'tooLarge':
      return l10n.t('{0} is too large for a signing identity. Choose another file.', name);
    case 'otherContent':
      return otherContentText(kind, name);
  }
}

function otherContentText(kind: UploadedKind | undefined, name: string): string {
  switch (kind) {
    case 'certificate':
      return l10n.t(
        '{0} is not a P12 file, despite its name. Export the certificate with its key again.',
        name,
      );
    case 'provisioningProfile':
      return l10n.t('{0} is not a provisioning profile, despite its name. Download it again.', name);
    default:
      return l10n.t('{0} is not a keystore, despite its name. Choose another file.', name);
  }
}
