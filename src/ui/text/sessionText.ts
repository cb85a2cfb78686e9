import { l10n } from 'vscode';
import type { Session } from '../../account/sessionStore';
import { DAMAGED_RECORD, type Failure } from '../../api/failure';
import { timeOfDay } from './dates';

/** The six states of the status bar (rule 9). An unreadable storage needs attention too. */
export type SessionState = 'signedOut' | 'signingIn' | 'unchecked' | 'good' | 'needsAttention' | 'offline';

export function sessionState(session: Session): SessionState {
  switch (session.kind) {
    case 'starting':
      return 'unchecked';
    case 'storageUnreadable':
      return 'needsAttention';
    case 'signedOut':
      return session.signingIn ? 'signingIn' : session.damaged ? 'needsAttention' : 'signedOut';
    case 'signedIn':
      return session.signingIn ? 'signingIn' : session.health.kind;
  }
}

/** Whether another key is what helps: the server refused the one that there is, or its record is damaged. */
export function keyRefused(session: Session): boolean {
  return (
    session.kind === 'signedIn' &&
    session.account.kind !== 'environment' &&
    session.health.kind === 'needsAttention' &&
    (['rejectedCredential', 'expiredSession'].includes(session.health.failure.kind) ||
      session.health.failure.facts.code === DAMAGED_RECORD)
  );
}

/**
 * How good the session is, in a sentence; or the failure that ails it, whose sentence `failureText` has: a quiet start
 * does not load that (R30).
 */
export function sessionText(session: Session): string | Failure {
  const state = sessionState(session);
  if (session.kind === 'storageUnreadable') {
    return l10n.t('The secret storage cannot be read. You are still signed in.');
  }
  if (session.kind === 'signedOut' && session.damaged && state === 'needsAttention') {
    return damagedText(session.damaged);
  }
  if (session.kind === 'signedIn' && 'failure' in session.health && state !== 'signingIn') {
    return session.health.failure;
  }
  switch (state) {
    case 'signedOut':
      return l10n.t('Signed out.');
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

function damagedText(count: number): string {
  return count === 1
    ? l10n.t('A stored account is damaged and cannot be used. Sign in again, or remove it.')
    : l10n.t('{0} stored accounts are damaged and cannot be used. Sign in again, or remove them.', count);
}

function goodSentence(expiresAt: number | undefined): string {
  if (expiresAt === undefined) {
    return l10n.t('Signed in.');
  }
  // No "in 3 hours": the sentence stands in a tooltip for as long as nothing changes.
  return expiresAt > Date.now()
    ? l10n.t('Token valid until {0}. Renews automatically.', timeOfDay(expiresAt))
    : l10n.t('Signed in. The token renews automatically.');
}
