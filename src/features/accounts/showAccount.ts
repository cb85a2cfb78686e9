import * as vscode from 'vscode';
import { accountName } from '../../account/account';
import type { Session, SessionStore, SignedIn } from '../../account/sessionStore';
import { Command, type CommandId } from '../../contributions';
import { hostOf } from '../../support/url';
import { withoutIcons } from '../../support/visibleText';
import type { RegisterCommand } from '../../ui/commands';
import { sessionText } from '../../ui/sessionText';

interface AccountRow extends vscode.QuickPickItem {
  command?: CommandId;
}

/** Show Account: who is signed in where, how good the session is, and every action on it. */
export function registerShowAccount(command: RegisterCommand, sessions: SessionStore): vscode.Disposable {
  return command(Command.showAccount, async () => {
    const session = sessions.current;
    if (session.kind === 'signedOut') {
      await vscode.commands.executeCommand(Command.signIn);
      return;
    }
    const chosen = await vscode.window.showQuickPick(rowsOf(session), {
      title: vscode.l10n.t('Appcircle: Account'),
      placeHolder: vscode.l10n.t('Choose what to do'),
    });
    if (chosen?.command) {
      await vscode.commands.executeCommand(chosen.command);
    }
  });
}

function rowsOf(session: Session): AccountRow[] {
  if (session.kind !== 'signedIn') {
    return [
      row('warning', sessionText(session).sentence),
      separator(vscode.l10n.t('Actions')),
      row('refresh', vscode.l10n.t('Try Again'), undefined, Command.refresh),
      row('output', vscode.l10n.t('Show Log'), undefined, Command.showLog),
    ];
  }
  return [...facts(session), ...actions(session)];
}

function actions({ health }: SignedIn): AccountRow[] {
  const replace = row('key', vscode.l10n.t('Replace Key'), undefined, Command.replaceKey);
  const rest = [
    row('copy', vscode.l10n.t('Copy Access Token'), undefined, Command.copyAccessToken),
    row('arrow-swap', vscode.l10n.t('Switch Account'), undefined, Command.switchAccount),
    row('link-external', vscode.l10n.t('Open Dashboard'), undefined, Command.openDashboard),
    row('output', vscode.l10n.t('Show Log'), undefined, Command.showLog),
    row('sign-out', vscode.l10n.t('Sign Out'), undefined, Command.signOut),
  ];
  const list =
    health.kind === 'needsAttention' ? [replace, ...rest] : [...rest.slice(0, 2), replace, ...rest.slice(2)];
  return [separator(vscode.l10n.t('Actions')), ...list];
}

function facts(session: SignedIn): AccountRow[] {
  const { account, names } = session;
  const known: [string, string, string | undefined][] = [
    ['organization', vscode.l10n.t('Organization'), accountName(account, names)],
    ['account', vscode.l10n.t('User'), account.userName],
    ['server', vscode.l10n.t('Server'), hostOf(account.hosts.api)],
  ];
  const { sentence } = sessionText(session);
  const label = vscode.l10n.t('Session');
  // The sentence of a failure is too long for the line of its label.
  const health =
    'failure' in session.health
      ? { ...row('pulse', label), detail: withoutIcons(sentence) }
      : row('pulse', label, sentence);
  return [
    separator(vscode.l10n.t('Account')),
    ...known.flatMap(([icon, label, value]) => (value === undefined ? [] : [row(icon, label, value)])),
    health,
  ];
}

function row(icon: string, label: string, description?: string, command?: CommandId): AccountRow {
  return {
    label,
    iconPath: new vscode.ThemeIcon(icon),
    ...(description !== undefined && { description: withoutIcons(description) }),
    ...(command && { command }),
  };
}

function separator(label: string): AccountRow {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
