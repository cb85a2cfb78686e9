import * as vscode from 'vscode';
import type { SecretPersistence } from '../../account/credentialStore';

const KEYRING_GUIDE =
  'https://code.visualstudio.com/docs/configure/settings-sync#_troubleshooting-keychain-issues';

/** Says, once after the sign-in that it concerns, that the editor did not keep the key (R1). */
export function warnSessionOnly(persistence: SecretPersistence): void {
  if (persistence === 'kept') {
    return;
  }
  if (persistence === 'newerRecord') {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'A newer version of Appcircle Explorer has stored this account, and its record was left as it is. You are signed in until this window closes; update the extension to keep the key.',
      ),
    );
    return;
  }
  const guide = vscode.l10n.t('Set Up a Keyring');
  const sentence = vscode.l10n.t(
    'The editor could not keep the key, so you are signed in only until this window closes. This machine may have no keyring.',
  );
  void vscode.window.showWarningMessage(sentence, guide).then((chosen) => {
    if (chosen === guide) {
      void vscode.env.openExternal(vscode.Uri.parse(KEYRING_GUIDE));
    }
  });
}
