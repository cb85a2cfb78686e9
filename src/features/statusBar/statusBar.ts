import * as vscode from 'vscode';
import { accountName } from '../../account/account';
import type { Failure } from '../../api/failure';
import type { Session, SessionStore, SignedIn } from '../../account/sessionStore';
import { Command, type CommandId } from '../../contributions';
import { hostOf } from '../../support/url';
import { SafeMarkdown } from '../../ui/documents/safeMarkdown';
import { StatusBarEntry, type StatusBarState } from '../../ui/statusBarEntry';
import type { FailureText } from '../../ui/failures/failureText';
import { keyRefused, sessionState, sessionText, type SessionState } from '../../ui/text/sessionText';

/** A name longer than this would push its neighbours out of a narrow status bar. */
const MAX_NAME_LENGTH = 24;

const icons: Record<SessionState, string> = {
  signedOut: 'sign-in',
  signingIn: 'loading~spin',
  unchecked: 'circle-outline',
  good: 'pass',
  needsAttention: 'warning',
  offline: 'debug-disconnect',
};

/**
 * The status bar item: whether the session is good, at a glance and without colour alone. What a failure is in words
 * is loaded when there is the first one, and said as soon as it is.
 */
export function registerStatusBar(sessions: SessionStore): vscode.Disposable {
  const entry = new StatusBarEntry(vscode.l10n.t('Appcircle Session'));
  let textOf: ((failure: Failure) => FailureText) | undefined;
  let isDisposed = false;
  const loadTexts = async () => {
    const { failureText } = await import('../../ui/failures/failureText');
    textOf = failureText;
    if (!isDisposed) {
      show(sessions.current);
    }
  };
  const show = (session: Session) => {
    const said = sessionText(session);
    const sentence = typeof said === 'string' ? said : textOf?.(said).sentence;
    entry.show(itemFor(session, sentence ?? ''));
    if (sentence === undefined) {
      void loadTexts();
    }
  };
  show(sessions.current);
  // The time at which a token ends may have passed unseen.
  const focus = vscode.window.onDidChangeWindowState(() => {
    show(sessions.current);
  });
  return vscode.Disposable.from(entry, focus, sessions.onDidChange(show), {
    dispose: () => {
      isDisposed = true;
    },
  });
}

/** What it says, with `sentence` in its tooltip and for a screen reader. */
function itemFor(session: Session, sentence: string): StatusBarState {
  const state = sessionState(session);
  return {
    icon: icons[state],
    text: textFor(session, state, shortName),
    tooltip: tooltipFor(session, sentence),
    spoken: spokenText(session, state, sentence),
    command: commandFor(session),
    warns: state === 'needsAttention',
  };
}

/** What a screen reader says: the name in full, and what the item is of where its text does not begin with that. */
function spokenText(session: Session, state: SessionState, sentence: string): string {
  const text = textFor(session, state, fullName);
  if (state === 'signingIn') {
    // The sentence is no other.
    return text;
  }
  return session.kind === 'signedIn'
    ? vscode.l10n.t('Appcircle: {0}. {1}', text, sentence).trimEnd()
    : vscode.l10n.t('{0}. {1}', text, sentence).trimEnd();
}

/** `nameOf` gives what the account is called there. */
function textFor(session: Session, state: SessionState, nameOf: (session: SignedIn) => string): string {
  switch (state) {
    case 'signedOut':
      return vscode.l10n.t('Appcircle: Sign In');
    case 'signingIn':
      return vscode.l10n.t('Appcircle: Signing in…');
    case 'needsAttention':
      return attentionText(session, nameOf);
    case 'offline':
      return vscode.l10n.t('{0}: Offline', session.kind === 'signedIn' ? nameOf(session) : '');
    case 'unchecked':
    case 'good':
      return session.kind === 'signedIn' ? nameOf(session) : vscode.l10n.t('Appcircle');
  }
}

function fullName({ account, names }: SignedIn): string {
  return accountName(account, names);
}

function shortName(session: SignedIn): string {
  const name = fullName(session);
  return name.length > MAX_NAME_LENGTH ? `${name.slice(0, MAX_NAME_LENGTH - 1).trimEnd()}…` : name;
}

function attentionText(session: Session, nameOf: (session: SignedIn) => string): string {
  if (session.kind === 'signedOut') {
    return vscode.l10n.t('Appcircle: Stored Account Damaged');
  }
  if (session.kind !== 'signedIn') {
    return vscode.l10n.t('Appcircle: Keys Locked');
  }
  if (keyRefused(session)) {
    return vscode.l10n.t('{0}: Replace Key', nameOf(session));
  }
  return 'failure' in session.health && session.health.failure.kind === 'storage'
    ? vscode.l10n.t('{0}: Keys Locked', nameOf(session))
    : vscode.l10n.t('{0}: Needs Attention', nameOf(session));
}

function commandFor(session: Session): CommandId {
  if (session.kind === 'signedOut') {
    return Command.signIn;
  }
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
        ? [
            { label: vscode.l10n.t('Sign In'), command: Command.signIn },
            ...(session.damaged
              ? [{ label: vscode.l10n.t('Show Account'), command: Command.showAccount }]
              : []),
          ]
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
