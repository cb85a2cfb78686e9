import * as vscode from 'vscode';
import type { LogEnd, LogProgress } from '../../../api/builds/log/logSource';
import { failureText } from '../../../ui/failures/failureText';
import { timeOfDay } from '../../../ui/text/dates';

/** Where a log is: nobody may load it, it comes, or it has ended. */
export type LogState =
  { readonly kind: 'loading' | 'signedOut' | 'otherAccount' | 'unreadable' } | LogProgress | LogEnd;

/** Of what a log is. */
export type LogSubjectKind = 'build' | 'publish';

/** Whether more may come by itself. */
export function isUnderWay({ kind }: LogState): boolean {
  return ['loading', 'waiting', 'running', 'retrying', 'closing'].includes(kind);
}

/** Whether the log is longer than what the editor shows. */
export function isTooLong(state: LogState): boolean {
  return state.kind === 'failed' && state.failure.facts.code === 'TOO_LARGE';
}

/** What stands in a log that has no line (R46). */
export function sentenceOf(state: LogState, of: LogSubjectKind = 'build'): string {
  const ofRun = of === 'publish' ? runSentenceOf(state) : undefined;
  return ofRun ?? buildSentenceOf(state);
}

/** The sentences that a log of a run has of its own. */
function runSentenceOf(state: LogState): string | undefined {
  switch (state.kind) {
    case 'waiting':
      return vscode.l10n.t('This publish run has not started. Its log appears here as soon as it starts.');
    case 'running':
    case 'closing':
      return vscode.l10n.t('Waiting for the log of this publish run.');
    case 'complete':
      return vscode.l10n.t('This publish run has an empty log.');
    case 'absent':
      return state.why === 'unknownBuild'
        ? vscode.l10n.t('This publish run was not found on the server. It may have been restarted.')
        : vscode.l10n.t('This publish run has no log. A restart removes the log of the run before.');
    case 'failed':
      if (isTooLong(state)) {
        return vscode.l10n.t(
          'The log of this publish run is too long for an editor. Use Save Log As to save all of it to a file.',
        );
      }
      return state.failure.kind === 'forbidden'
        ? vscode.l10n.t(
            'You do not have permission to read this log. Ask an owner of the organization for a role in the Publish module.',
          )
        : undefined;
    default:
      return undefined;
  }
}

function buildSentenceOf(state: LogState): string {
  switch (state.kind) {
    case 'loading':
      return vscode.l10n.t('Loading the log…');
    case 'signedOut':
      return vscode.l10n.t('You are signed out. Sign in to load this log.');
    case 'otherAccount':
      return vscode.l10n.t('This log belongs to another account. Switch to that account to load it.');
    case 'unreadable':
      return vscode.l10n.t(
        'The secret storage cannot be read. Unlock your keyring, then open the log again.',
      );
    case 'waiting':
      return state.since === undefined
        ? vscode.l10n.t('This build is waiting in the queue. Its log appears here as soon as it starts.')
        : vscode.l10n.t(
            'This build has been waiting in the queue since {0}. Its log appears here as soon as it starts.',
            timeOfDay(state.since),
          );
    case 'running':
    case 'closing':
      return vscode.l10n.t('Waiting for the log of this build.');
    case 'retrying':
      return vscode.l10n.t('{0} Trying again…', failureText(state.failure).sentence);
    case 'complete':
      return vscode.l10n.t('This build has an empty log.');
    case 'absent':
      return absenceText(state);
    case 'failed':
      if (isTooLong(state)) {
        return vscode.l10n.t(
          'The log of this build is too long for an editor. Use Save Log As to save all of it to a file.',
        );
      }
      return state.failure.kind === 'forbidden'
        ? vscode.l10n.t(
            'You do not have permission to read this log. Ask an owner of the organization for a role in the Build module.',
          )
        : failureText(state.failure).sentence;
  }
}

function absenceText({ why }: Extract<LogEnd, { kind: 'absent' }>): string {
  switch (why) {
    case 'notYet':
      return vscode.l10n.t('This build has no log yet. Open it again in a moment.');
    case 'gone':
      return vscode.l10n.t(
        "The log of this build is no longer on the server. How long logs are kept depends on your organization's plan.",
      );
    case 'neverRan':
      return vscode.l10n.t('This build was canceled before it wrote a log.');
    case 'unknownBuild':
      return vscode.l10n.t('This build was not found on the server. It may have been deleted.');
  }
}
