import * as vscode from 'vscode';
import type { SessionStore } from '../../account/sessionStore';
import { Command, Setting } from '../../contributions';
import { normalizeBaseUrl } from '../../support/url';
import type { RegisterCommand } from '../../ui/commands';

/** Open Dashboard: of the active account, else the one that the settings name. */
export function registerOpenDashboard(command: RegisterCommand, sessions: SessionStore): vscode.Disposable {
  return command(Command.openDashboard, async () => {
    const setting = vscode.workspace.getConfiguration().get<string>(Setting.dashboardUrl, '');
    const normalized = normalizeBaseUrl(sessions.account?.hosts.dashboard ?? setting);
    if (normalized.ok) {
      await vscode.env.openExternal(vscode.Uri.parse(normalized.url));
    } else {
      await vscode.commands.executeCommand('workbench.action.openSettings', Setting.dashboardUrl);
    }
  });
}
