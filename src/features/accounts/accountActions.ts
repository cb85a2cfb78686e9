import * as vscode from 'vscode';
import type { SignedIn } from '../../account/sessionStore';
import { Command } from '../../contributions';
import { keyRefused } from '../../ui/text/sessionText';

/** A row of Show Account: a fact, or something to do. */
export interface AccountRow extends vscode.QuickPickItem {
  command?: string;
  arguments?: unknown[];
  /** Opens what the token says of itself. */
  showClaims?: boolean;
}

/** Every action on the active account, what helps first. `trust` leads to the extensions that may use it. */
export function accountActions(session: SignedIn, trust: AccountRow | undefined): AccountRow[] {
  const replace = actionRow('key', vscode.l10n.t('Replace Key'), Command.replaceKey);
  const renewable = session.account.kind !== 'environment';
  const urgent = keyRefused(session);
  return [
    separator(vscode.l10n.t('Actions')),
    ...(urgent ? [replace] : []),
    actionRow('arrow-swap', vscode.l10n.t('Switch Account'), Command.switchAccount),
    actionRow('terminal', vscode.l10n.t('Open Terminal with Access Token'), Command.openTerminal),
    actionRow('copy', vscode.l10n.t('Copy Access Token'), Command.copyAccessToken),
    { ...actionRow('json', vscode.l10n.t('Show What the Token Says')), showClaims: true },
    ...(renewable && !urgent ? [replace] : []),
    ...(renewable
      ? [
          actionRow('calendar', vscode.l10n.t('Note Key Expiry'), Command.noteKeyExpiry),
          actionRow('edit', vscode.l10n.t('Rename Account'), Command.renameAccount),
          actionRow('sparkle', vscode.l10n.t('Turn AI Tools On or Off'), Command.toggleAiTools),
        ]
      : []),
    ...(trust ? [trust] : []),
    actionRow('link-external', vscode.l10n.t('Open Dashboard'), Command.openDashboard),
    actionRow('output', vscode.l10n.t('Show Log'), Command.showLog),
    actionRow('clippy', vscode.l10n.t('Copy Diagnostics'), Command.copyDiagnostics),
    actionRow('sign-out', vscode.l10n.t('Sign Out'), Command.signOut),
    actionRow('trash', vscode.l10n.t('Remove All Data'), Command.removeAllData),
  ];
}

export function actionRow(icon: string, label: string, command?: string): AccountRow {
  return { label, iconPath: new vscode.ThemeIcon(icon), ...(command !== undefined && { command }) };
}

export function separator(label: string): AccountRow {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
