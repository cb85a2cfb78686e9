import * as vscode from 'vscode';
import { showWarning } from '../../ui/dialogs/notifications';

/** Names terminals that still hold a token of an account that was signed out of, and closes them where that is wanted. */
export async function offerToClose(terminals: readonly vscode.Terminal[]): Promise<void> {
  const close = vscode.l10n.t('Close Terminals');
  const names = terminals.map(({ name }) => name).join(', ');
  const chosen = await showWarning(
    vscode.l10n.t(
      'You signed out, but open terminals still have an access token that works until it expires: {0}',
      names,
    ),
    close,
    vscode.l10n.t('Keep Open'),
  );
  if (chosen === close) {
    for (const terminal of terminals) {
      terminal.dispose();
    }
  }
}
