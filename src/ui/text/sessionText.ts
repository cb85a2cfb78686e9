import { l10n } from 'vscode';
import type { Session } from '../../account/sessionStore';
import { timeOfDay } from './dates';
import { failureText } from '../failures/failureText';

/** The six states of the status bar (rule 9). An unreadable storage needs attention too. */
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

/** Whether another key is what helps: the server refused the one that there is. */
export function keyRefused(session: Session): boolean {
  return (
    session.kind === 'signedIn' &&
    session.account.kind !== 'environment' &&
    session.health.kind === 'needsAttention' &&
    ['rejectedCredential', 'expiredSession'].includes(session.health.failure.kind)
  );
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
  // No "in 3 hours": the sentence stands in a tooltip for as long as nothing changes.
  return expiresAt > Date.now()
    ? l10n.t('Good. The token lives until {0} and is renewed when needed.', timeOfDay(expiresAt))
    : l10n.t('Good. The token is renewed when it is next needed.');
}
