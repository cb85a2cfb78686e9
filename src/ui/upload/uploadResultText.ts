import * as vscode from 'vscode';
import { Failure, type NeededRole } from '../../api/failure';
import { FileProblem } from '../../api/files/fileProblem';
import type { UploadResult } from '../../api/upload/runUpload';
import type { LikelyReason, UploadRefusal } from '../../api/upload/uploadRefusal';
import { Command } from '../../contributions';
import { failureText, type Remedy } from '../failures/failureText';
import { durationText } from '../text/transferText';
import type { UploadJob } from './uploadJob';
import type { UploadAttemptResult } from './runUploadJob';
import { stoppedText } from './uploadText';
import { unusableFileText } from './unusableFileText';

/** What a person can do about an upload that is not done. */
export type ResultAction = 'again' | 'otherFile' | 'show' | Remedy;

/** What is said of an upload that is not done, with what helps. */
export interface UploadResultText {
  sentence: string;
  actions: ResultAction[];
}

type NotDone = Exclude<UploadResult, { kind: 'done' }>;

/** What is said of an upload that is not done. `role`: who may upload there. */
export function uploadResultText(
  result: NotDone,
  stage: UploadAttemptResult['stage'],
  job: UploadJob,
  role: NeededRole,
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
          : requestText(result.error, stage, name, role);
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
    vscode.l10n.t('Appcircle received {0} but did not create a version in {1}.', fileName, profileName),
    ...(serverText === undefined ? [] : [vscode.l10n.t('Appcircle reported: {0}', serverText)]),
    vscode.l10n.t('Most likely reasons: {0}.', reasons.map(reasonText).join('; ')),
  ].join(' ');
}

function reasonText(reason: LikelyReason): string {
  switch (reason) {
    case 'committedBefore':
      return vscode.l10n.t('an earlier attempt already created this version');
    case 'duplicateVersion':
      return vscode.l10n.t('this version number already exists in the profile');
    case 'unsigned':
      return vscode.l10n.t('the app is not signed');
    case 'otherApp':
      return vscode.l10n.t('the profile requires another bundle ID or package name');
  }
}

function diskText({ code }: FileProblem, fileName: string): { sentence: string; remedies: Remedy[] } {
  return {
    sentence: vscode.l10n.t('{0} can no longer be read ({1}).', fileName, code),
    remedies: [],
  };
}

/** What a failure means where it means something else than usual. */
function requestText(
  failure: Failure,
  stage: UploadAttemptResult['stage'],
  fileName: string,
  role: NeededRole,
): { sentence: string; remedies: Remedy[] } {
  const { kind, facts } = failure;
  const host = facts.host ?? vscode.l10n.t('Appcircle');
  const showLog = { label: vscode.l10n.t('Show Log'), icon: 'output', command: Command.showLog };
  if (stage === 'announced' && ['forbidden', 'notFound', 'methodNotAllowed', 'invalidInput'].includes(kind)) {
    return {
      sentence: vscode.l10n.t(
        'The storage {0} rejected the file ({1}). Try again to get a new upload address.',
        host,
        String(facts.code ?? facts.status ?? ''),
      ),
      remedies: [showLog],
    };
  }
  if (facts.code === 'TASK') {
    return {
      sentence: vscode.l10n.t(
        'Processing on {0} is taking a long time. Try again to keep waiting. The file is not sent again.',
        host,
      ),
      remedies: [showLog],
    };
  }
  if (facts.code === 'NO_TASK') {
    return {
      sentence: [
        vscode.l10n.t('{0} did not confirm that a version was created from {1}.', host, fileName),
        ...(facts.serverMessage === undefined
          ? []
          : [vscode.l10n.t('Appcircle reported: {0}', facts.serverMessage)]),
      ].join(' '),
      remedies: [showLog],
    };
  }
  const again = againText(failure, host);
  if (again !== undefined) {
    return { sentence: again, remedies: failureText(failure).remedies };
  }
  return failureText(kind === 'forbidden' ? new Failure(kind, { ...facts, role }) : failure);
}

/** What is said of failures whose usual sentence says to retry: the button here is Try Again. */
function againText({ kind, facts }: Failure, host: string): string | undefined {
  switch (kind) {
    case 'rateLimited':
      return facts.retryAfter === undefined
        ? vscode.l10n.t('Too many requests to {0}. Wait a moment, then try again.', host)
        : vscode.l10n.t(
            'Too many requests to {0}. Try again in {1}.',
            host,
            durationText(facts.retryAfter * 1000),
          );
    case 'timeout':
      return vscode.l10n.t('{0} did not respond in time. Try again, or check your network connection.', host);
    case 'serverFault':
      return vscode.l10n.t(
        '{0} has a server error ({1}). Try again in a moment.',
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
  return vscode.l10n.t('{0} has not been uploaded to {1} yet.', upload.file.name, profileName);
}
