import * as vscode from 'vscode';
import { Failure } from '../../../api/failure';
import { FileProblem } from '../../../api/files/fileProblem';
import type { UploadResult } from '../../../api/upload/runUpload';
import type { LikelyReason, UploadRefusal } from '../../../api/upload/uploadRefusal';
import { Command } from '../../../contributions';
import { notificationText } from '../../../support/visibleText';
import { failureText, type Remedy } from '../../../ui/failures/failureText';
import type { UploadJob } from './uploadJob';
import type { UploadAttemptResult } from './runUploadJob';
import { unusableFileText, stoppedText } from './uploadText';

/** What a person can do about an upload that is not done. */
export type ResultAction = 'again' | 'otherFile' | 'show' | Remedy;

/** What is said of an upload that is not done, with what helps. */
export interface UploadResultText {
  sentence: string;
  actions: ResultAction[];
}

type NotDone = Exclude<UploadResult, { kind: 'done' }>;

/** What is said of an upload that is not done. */
export function uploadResultText(
  result: NotDone,
  stage: UploadAttemptResult['stage'],
  job: UploadJob,
): UploadResultText {
  const { name } = job.upload.file;
  switch (result.kind) {
    case 'unusableFile':
      return {
        sentence: unusableFileText(result.reason, name),
        actions: result.reason === 'changed' ? ['again'] : ['otherFile', 'again'],
      };
    case 'refused':
      return {
        sentence: refusedUploadText(result.refusal, name, job.profileName),
        actions: result.refusal.reasons.includes('committedBefore')
          ? ['show', 'otherFile', 'again']
          : ['otherFile', 'again'],
      };
    case 'failed': {
      const { sentence, remedies } =
        result.error instanceof FileProblem
          ? diskText(result.error, name)
          : requestText(result.error, stage, name);
      return {
        sentence: `${stoppedText(stage, name, job.profileName)} ${sentence}`,
        actions: ['again', ...remedies.filter(({ command }) => command !== Command.refresh)],
      };
    }
  }
}

function refusedUploadText(
  { reasons, serverText }: UploadRefusal,
  fileName: string,
  profileName: string,
): string {
  return [
    vscode.l10n.t(
      'Appcircle has {0} and made no version of it in {1}.',
      notificationText(fileName),
      notificationText(profileName),
    ),
    ...(serverText === undefined ? [] : [vscode.l10n.t('It says: {0}', notificationText(serverText))]),
    vscode.l10n.t('Likely reasons, the likeliest first: {0}.', reasons.map(reasonText).join('; ')),
  ].join(' ');
}

function reasonText(reason: LikelyReason): string {
  switch (reason) {
    case 'committedBefore':
      return vscode.l10n.t('an earlier try has made the version after all, and the profile shows it');
    case 'duplicateVersion':
      return vscode.l10n.t('this version number is in the profile already');
    case 'unsigned':
      return vscode.l10n.t('the app is not signed');
    case 'otherApp':
      return vscode.l10n.t('the profile takes an app with another bundle ID or package name');
  }
}

function diskText({ code }: FileProblem, fileName: string): { sentence: string; remedies: Remedy[] } {
  return {
    sentence: vscode.l10n.t('{0} cannot be read any more ({1}).', notificationText(fileName), code),
    remedies: [],
  };
}

/** What a failure means where it means something else than usual. */
function requestText(
  failure: Failure,
  stage: UploadAttemptResult['stage'],
  fileName: string,
): { sentence: string; remedies: Remedy[] } {
  const { kind, facts } = failure;
  const host = facts.host ?? vscode.l10n.t('The server');
  const showLog = { label: vscode.l10n.t('Show Log'), icon: 'output', command: Command.showLog };
  if (stage === 'announced' && ['forbidden', 'notFound', 'invalidInput'].includes(kind)) {
    return {
      sentence: vscode.l10n.t(
        'The storage {0} does not take it ({1}), although Appcircle named it as the place for it. To try again asks for another place.',
        host,
        String(facts.code ?? facts.status ?? ''),
      ),
      remedies: [showLog],
    };
  }
  if (facts.code === 'TASK') {
    return {
      sentence: vscode.l10n.t(
        'It has not ended after a long time. To try again goes on waiting for it, and sends nothing anew.',
      ),
      remedies: [showLog],
    };
  }
  if (facts.code === 'NO_TASK') {
    return {
      sentence: [
        vscode.l10n.t('{0} did not say whether it makes a version of {1}.', host, notificationText(fileName)),
        ...(facts.serverMessage === undefined
          ? []
          : [vscode.l10n.t('It says: {0}', notificationText(facts.serverMessage))]),
      ].join(' '),
      remedies: [showLog],
    };
  }
  const again = againText(failure, host);
  if (again !== undefined) {
    return { sentence: again, remedies: failureText(failure).remedies };
  }
  return failureText(kind === 'forbidden' ? new Failure(kind, { ...facts, role: 'operate' }) : failure);
}

/** What is said of failures whose usual sentence says to retry: the button here is Try Again. */
function againText({ kind, facts }: Failure, host: string): string | undefined {
  switch (kind) {
    case 'rateLimited':
      return facts.retryAfter === undefined
        ? vscode.l10n.t('{0} was asked too often. Wait a moment, then try again.', host)
        : vscode.l10n.t(
            '{0} was asked too often. Try again in {1} seconds.',
            host,
            Math.ceil(facts.retryAfter),
          );
    case 'timeout':
      return vscode.l10n.t('{0} did not answer in time. Try again, or look at the network connection.', host);
    case 'serverFault':
      return vscode.l10n.t(
        '{0} has a problem of its own ({1}). Try again in a moment.',
        host,
        String(facts.code ?? facts.status ?? ''),
      );
    default:
      return undefined;
  }
}

/** What the button of an action says. */
export function actionLabel(action: ResultAction): string {
  switch (action) {
    case 'again':
      return vscode.l10n.t('Try Again');
    case 'otherFile':
      return vscode.l10n.t('Choose Another File');
    case 'show':
      return vscode.l10n.t('Show Profile');
    default:
      return action.label;
  }
}

/** How it ended, for the log: without the path of the file. */
export function logText(result: UploadResult): string {
  if (result.kind === 'failed') {
    return result.error instanceof FileProblem ? result.error.code : result.error.message;
  }
  return result.kind;
}

/** That an upload waits to be tried again. */
export function waitingText({ upload, profileName }: UploadJob): string {
  return vscode.l10n.t(
    '{0} is not uploaded to {1} yet.',
    notificationText(upload.file.name),
    notificationText(profileName),
  );
}
