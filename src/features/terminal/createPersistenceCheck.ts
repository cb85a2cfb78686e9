import * as vscode from 'vscode';
import { askInModal } from '../../ui/dialogs/notifications';

const REVIVE = 'persistentSessionReviveProcess';
const NEVER = 'never';

/**
 * Asks before a token goes where the editor would write it to disk (R28). When a desktop editor closes, it stores every
 * terminal that was typed into, with its whole environment, in plain text with the workspace; `isTransient` keeps
 * such a terminal from coming back, not from being stored (VS Code 1.105 to 1.139, `serializeTerminalState` of the pty
 * host). One setting turns that off. In a browser it does not happen.
 */
export function createPersistenceCheck(): () => Promise<boolean> {
  let openAnyway = false;
  return async () => {
    const settings = vscode.workspace.getConfiguration('terminal.integrated');
    const kept =
      vscode.env.uiKind === vscode.UIKind.Desktop &&
      settings.get<boolean>('enablePersistentSessions', true) &&
      settings.get<string>(REVIVE, 'onExit') !== NEVER;
    if (!kept || openAnyway) {
      return true;
    }
    const forget = vscode.l10n.t('Do Not Restore Terminals');
    const open = vscode.l10n.t('Open Anyway');
    const chosen = await askInModal(
      vscode.l10n.t('VS Code restores terminals, so the access token could be saved to disk.'),
      vscode.l10n.t(
        'If this terminal is open when VS Code closes, the token is saved in plain text. "Do Not Restore Terminals" sets {0} to "{1}" to prevent that. If you open it anyway, close the terminal before VS Code.',
        `terminal.integrated.${REVIVE}`,
        NEVER,
      ),
      forget,
      open,
    );
    if (chosen === forget) {
      const byWorkspace = settings.inspect(REVIVE)?.workspaceValue !== undefined;
      const { Workspace, Global } = vscode.ConfigurationTarget;
      await settings.update(REVIVE, NEVER, byWorkspace ? Workspace : Global);
    }
    openAnyway = chosen === open;
    return chosen !== undefined;
  };
}
