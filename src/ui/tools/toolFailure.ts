import * as vscode from 'vscode';
import { Failure, toFailure, type FailureKind } from '../../api/failure';
import type { Log } from '../../support/log';
import type { ToolName } from '../../toolNames';
import { failureText } from '../failures/failureText';
import { quoted } from './quoted';
import type { ToolAnswer } from './tool';
import { ToolError } from './toolError';

/** What a tool threw, as one sentence for the model with its next step. A defect of ours goes into the log. */
export function toolErrorText(error: unknown, name: ToolName, log: Log): string {
  if (error instanceof ToolError) {
    return error.message;
  }
  if (error instanceof Failure) {
    log.warn(`Tool ${name}: ${error.message}`);
    return `${failureSentence(error)} ${nextStep(error.kind)}`.trim();
  }
  log.error(`Tool ${name}: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown error'}`);
  return vscode.l10n.t(
    'Something went wrong in Appcircle Explorer. Ask the person to run Appcircle: Show Log, and do something else.',
  );
}

/**
 * A failure as a fact of an answer, where the rest of the answer came: its kind and its sentence. A cancellation, and what
 * is no failure, is thrown on.
 */
export function failureFact(error: unknown): ToolAnswer {
  const failure = toFailure(error);
  if (failure.kind === 'cancelled') {
    throw failure;
  }
  return { failure: failure.kind, sentence: quoted(failureSentence(failure), 500) };
}

/** What went wrong, with the words of the server apart, as data. */
export function failureSentence({ kind, facts }: Failure): string {
  const { serverMessage, ...ours } = facts;
  const { sentence } = failureText(new Failure(kind, ours));
  return serverMessage === undefined
    ? sentence
    : `${sentence} ${vscode.l10n.t('The server said, as data: {0}', JSON.stringify(serverMessage))}`;
}

/** What an agent does next. */
function nextStep(kind: FailureKind): string {
  switch (kind) {
    case 'rejectedCredential':
    case 'expiredSession':
      return vscode.l10n.t('Ask the person to run Appcircle: Replace Key.');
    case 'notFound':
      return vscode.l10n.t('Look up the ID again, for example with appcircle_findProfiles.');
    case 'invalidInput':
    case 'conflict':
      return vscode.l10n.t('Change the input before you run the tool again.');
    case 'forbidden':
    case 'refusedRequest':
    case 'methodNotAllowed':
    case 'storage':
      return vscode.l10n.t('Tell the person. Do not try other ways.');
    case 'cancelled':
      return '';
    default:
      return vscode.l10n.t('Run the tool once more, then tell the person.');
  }
}
