import * as vscode from 'vscode';
import type { SecretPersistence } from '../../account/credentialStore';
import { showWarning } from '../../ui/dialogs/notifications';

const KEYRING_GUIDE =
  'https://code.visualstudio.com/docs/configure/settings-sync#_troubleshooting-keychain-issues';

/** Says, once after the sign-in that it concerns, that the editor did not keep the key (R1). */
export function warnSessionOnly(persistence: SecretPersistence): void {
  if (persistence === 'kept') {
    return;
  }
  if (persistence === 'newerRecord') {
    void showWarning(
      vscode.l10n.t(
        'A newer version of Appcircle Explorer stored this account, so the key was not saved. You are signed in until this window is closed. Update the extension to keep the key.',
      ),
    );
    return;
  }
  const guide = vscode.l10n.t('Set Up a Keyring');
  const sentence = vscode.l10n.t(
    'The editor could not save the key, so you are only signed in until this window is closed. This computer may not have a keyring.',
  );
  void showWarning(sentence, guide).then((chosen) => {
    if (chosen === guide) {
      void vscode.env.openExternal(vscode.Uri.parse(KEYRING_GUIDE));
    }
  });
}
