import * as vscode from 'vscode';
import { accountName } from '../../account/account';
import type { Session, SessionStore, SignedIn } from '../../account/sessionStore';
import { Command, StatusBarItemId, type CommandId } from '../../contributions';
import { hostOf } from '../../support/url';
import { withoutIcons } from '../../support/visibleText';
import { SafeMarkdown } from '../../ui/documents/safeMarkdown';
import { keyRefused, sessionText, type SessionState } from '../../ui/text/sessionText';

/** A name longer than this would push its neighbours out of a narrow status bar. */
const MAX_NAME_LENGTH = 24;

const icons: Record<SessionState, string> = {
  signedOut: '$(sign-in)',
  signingIn: '$(loading~spin)',
  unchecked: '$(circle-outline)',
  good: '$(pass)',
  needsAttention: '$(warning)',
  offline: '$(debug-disconnect)',
};

/** The status bar item: whether the session is good, at a glance and without colour alone. */
export function registerStatusBar(sessions: SessionStore): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(StatusBarItemId, vscode.StatusBarAlignment.Left, 1);
  item.name = vscode.l10n.t('Appcircle Session');
  const show = (session: Session) => {
    const { state, sentence } = sessionText(session);
    const text = textFor(session, state);
    item.text = [icons[state], withoutIcons(text)].join(' ');
    item.tooltip = tooltipFor(session, sentence);
    item.command = commandFor(session);
    item.backgroundColor =
      state === 'needsAttention' ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    item.accessibilityInformation = {
      label: vscode.l10n.t('Appcircle: {0}. {1}', text, sentence),
      role: 'button',
    };
  };
  show(sessions.current);
  item.show();
  // The time at which a token ends may have passed unseen.
  const focus = vscode.window.onDidChangeWindowState(() => {
    show(sessions.current);
  });
  return vscode.Disposable.from(item, focus, sessions.onDidChange(show));
}

function textFor(session: Session, state: SessionState): string {
  switch (state) {
    case 'signedOut':
      return vscode.l10n.t('Appcircle: Sign In');
    case 'signingIn':
      return vscode.l10n.t('Appcircle: Signing in…');
    case 'needsAttention':
      return attentionText(session);
    case 'offline':
      return vscode.l10n.t('{0}: Offline', session.kind === 'signedIn' ? nameOf(session) : '');
    case 'unchecked':
    case 'good':
      return session.kind === 'signedIn' ? nameOf(session) : vscode.l10n.t('Appcircle');
  }
}

function nameOf({ account, names }: SignedIn): string {
  const name = accountName(account, names);
  return name.length > MAX_NAME_LENGTH ? `${name.slice(0, MAX_NAME_LENGTH - 1).trimEnd()}…` : name;
}

function attentionText(session: Session): string {
  if (session.kind !== 'signedIn') {
    return vscode.l10n.t('Appcircle: Keys locked');
  }
  if (keyRefused(session)) {
    return vscode.l10n.t('{0}: Replace Key', nameOf(session));
  }
  return 'failure' in session.health && session.health.failure.kind === 'storage'
    ? vscode.l10n.t('{0}: Keys locked', nameOf(session))
    : vscode.l10n.t('{0}: Needs attention', nameOf(session));
}

function commandFor(session: Session): CommandId {
  return keyRefused(session) ? Command.replaceKey : Command.showAccount;
}

function tooltipFor(session: Session, sentence: string): vscode.MarkdownString {
  const actions =
    session.kind === 'signedIn'
      ? [
          { label: vscode.l10n.t('Show Account'), command: Command.showAccount },
          { label: vscode.l10n.t('Refresh'), command: Command.refresh },
          { label: vscode.l10n.t('Copy Access Token'), command: Command.copyAccessToken },
        ]
      : session.kind === 'signedOut'
        ? [{ label: vscode.l10n.t('Sign In'), command: Command.signIn }]
        : [{ label: vscode.l10n.t('Try Again'), command: Command.refresh }];
  const tooltip = new SafeMarkdown(actions.map(({ command }) => command));
  if (session.kind === 'signedIn') {
    const { account, names } = session;
    tooltip
      .heading(accountName(account, names))
      .fact(vscode.l10n.t('Organization'), names.organizationName)
      .fact(vscode.l10n.t('User'), account.userName)
      .fact(vscode.l10n.t('Server'), hostOf(account.hosts.api))
      .fact(vscode.l10n.t('Session'), sentence);
  } else {
    tooltip.heading(vscode.l10n.t('Appcircle')).paragraph(sentence);
  }
  return tooltip.actions(actions).value;
}
