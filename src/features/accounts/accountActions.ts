import * as vscode from 'vscode';
import type { Accounts } from '../../account/accounts';
import type { SignedIn } from '../../account/sessionStore';
import { Command } from '../../contributions';
import { keyRefused } from '../../ui/text/sessionText';
import { actionRow, type AccountRow } from './accountRows';
import { removeDamaged } from './removeDamaged';

/** What is done with an account day by day; first what helps, where something is wrong. */
export function mainActions(session: SignedIn, accounts: Accounts): AccountRow[] {
  return [
    ...helpingActions(session),
    actionRow('arrow-swap', vscode.l10n.t('Switch Account'), Command.switchAccount),
    actionRow('link-external', vscode.l10n.t('Open Dashboard'), Command.openDashboard),
    actionRow('organization', vscode.l10n.t('Organization…'), Command.showOrganization),
    actionRow('copy', vscode.l10n.t('Copy Access Token'), Command.copyAccessToken),
    actionRow('terminal', vscode.l10n.t('Open Terminal with Access Token'), Command.openTerminal),
    ...damagedActions(accounts),
    actionRow('sign-out', vscode.l10n.t('Sign Out'), Command.signOut),
  ];
}

/** What is rarely wanted. `claims` shows what the token says of itself; `trust` leads to the extensions that may use it. */
export function moreActions(
  session: SignedIn,
  claims: AccountRow,
  trust: AccountRow | undefined,
): AccountRow[] {
  const renewable = session.account.kind !== 'environment';
  return [
    ...(renewable
      ? [
          ...(keyRefused(session) ? [] : [replaceKey()]),
          actionRow('calendar', vscode.l10n.t('Set Key Expiry Reminder'), Command.noteKeyExpiry),
          actionRow('edit', vscode.l10n.t('Rename Account'), Command.renameAccount),
        ]
      : []),
    actionRow('sparkle', vscode.l10n.t('Set AI Access'), Command.toggleAiTools),
    ...(trust ? [trust] : []),
    claims,
    actionRow('output', vscode.l10n.t('Show Log'), Command.showLog),
    actionRow('clippy', vscode.l10n.t('Copy Diagnostics'), Command.copyDiagnostics),
    actionRow('trash', vscode.l10n.t('Remove All Data'), Command.removeAllData),
  ];
}

/** What can be done about damaged accounts, if there are any. */
export function damagedActions(accounts: Accounts): AccountRow[] {
  const { damaged } = accounts.stored;
  return damaged === 0
    ? []
    : [
        {
          label: vscode.l10n.t('Remove Damaged Accounts'),
          description: String(damaged),
          iconPath: new vscode.ThemeIcon('warning'),
          run: () => removeDamaged(accounts),
        },
      ];
}

function helpingActions(session: SignedIn): AccountRow[] {
  if (keyRefused(session)) {
    return [replaceKey()];
  }
  return 'failure' in session.health
    ? [actionRow('refresh', vscode.l10n.t('Try Again'), Command.refresh)]
    : [];
}

function replaceKey(): AccountRow {
  return actionRow('key', vscode.l10n.t('Replace Key'), Command.replaceKey);
}
