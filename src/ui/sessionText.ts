import { l10n } from 'vscode';
import type { Session } from '../account/sessionStore';
import { timeOfDay, fromNow } from './dates';
import { failureText } from './failureText';

/** The six states of the status bar (design 4.9). An unreadable storage needs attention too. */
export type SessionState = 'signedOut' | 'signingIn' | 'unchecked' | 'good' | 'needsAttention' | 'offline';

export function sessionState(session: Session): SessionState {
  switch (session.kind) {
    case 'starting':
      return 'unchecked';
    case 'storageUnreadable':
      return 'needsAttention';
    case 'signedOut':
      return session.signingIn ? 'signingIn' : 'signedOut';
    case 'signedIn':
      return session.signingIn ? 'signingIn' : session.health.kind;
  }
}

/** How good the session is, in a sentence. */
export function sessionText(session: Session): { state: SessionState; sentence: string } {
  const state = sessionState(session);
  return { state, sentence: sentenceOf(session, state) };
}

function sentenceOf(session: Session, state: SessionState): string {
  if (session.kind === 'storageUnreadable') {
    return l10n.t("The editor's secret storage cannot be read. You have not been signed out.");
  }
  if (session.kind === 'signedIn' && 'failure' in session.health && state !== 'signingIn') {
    return failureText(session.health.failure).sentence;
  }
  switch (state) {
    case 'signedOut':
      return l10n.t('You are signed out.');
    case 'signingIn':
      return l10n.t('Signing in…');
    case 'good':
      return goodSentence(session.kind === 'signedIn' ? session.expiresAt : undefined);
    case 'unchecked':
    case 'needsAttention':
    case 'offline':
      return l10n.t('Not checked yet.');
  }
}

function goodSentence(expiresAt: number | undefined): string {
  if (expiresAt === undefined) {
    return l10n.t('Good.');
  }
  return expiresAt > Date.now()
    ? l10n.t('Good. The token expires {0}, at {1}.', fromNow(expiresAt), timeOfDay(expiresAt))
    : l10n.t('Good. The token is renewed when it is next needed.');
}
