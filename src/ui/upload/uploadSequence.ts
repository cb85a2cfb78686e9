import * as vscode from 'vscode';
import { isFailure } from '../../api/failure';
import { showInformation, showWarning } from '../dialogs/notifications';
import { hasLeft, type UploadAttemptResult, type UploadPart } from './runUploadJob';
import type { UnfinishedUpload, UnfinishedUploads } from './unfinishedUploads';
import type { UploadViewDeps } from './uploadDeps';
import type { UploadJob } from './uploadJob';

/** Names of files that a sentence has at most. */
const MAX_NAMES = 5;

/** How each of several uploads is run. */
export interface SequenceRunner {
  /** Tries once. Undefined, after a sentence, where nothing is sent. */
  attempt: (job: UploadJob, options: { part: UploadPart }) => Promise<UploadAttemptResult | undefined>;
  /** Tells how an attempt ended that is not done, and tries again as often as the person wants to. */
  settle: (job: UploadJob, attempt: UploadAttemptResult) => Promise<unknown>;
  /** Brings the profile in the view up to date. */
  renewProfile: (job: UploadJob) => Promise<void>;
}

/** What a sequence takes. */
export interface SequenceDeps extends Pick<UploadViewDeps, 'sessions' | 'changes' | 'notes'> {
  unfinished: UnfinishedUploads;
}

interface Attempted {
  readonly job: UploadJob;
  readonly attempt: UploadAttemptResult;
}

/**
 * Uploads several files to one profile, one after the other, and tells at the end how many are there. Those that failed
 * are each told with what helps, and can be tried again; those that were not begun can be gone on with. It ends early
 * where somebody cancels, and where the server does not even let a file be announced: it would not take the next one.
 */
export async function runUploadSequence(
  jobs: readonly UploadJob[],
  runner: SequenceRunner,
  deps: SequenceDeps,
): Promise<void> {
  const attempted: Attempted[] = [];
  let begun = 0;
  for (const job of jobs) {
    begun++;
    const attempt = await runner.attempt(job, { part: { number: begun, total: jobs.length } });
    if (attempt) {
      attempted.push({ job, attempt });
    }
    if (attempt ? endsAll(attempt) : hasLeft(job.accountId, deps.sessions)) {
      break;
    }
  }
  const [first] = jobs;
  if (!first || attempted.some(({ attempt }) => attempt.cancelledBy === 'window')) {
    return;
  }
  const notDone = attempted.filter(({ attempt }) => attempt.result.kind !== 'done');
  const done = attempted.length - notDone.length;
  const rest = jobs.slice(begun).map((job): UnfinishedUpload => ({ job, stage: 'new' }));
  for (const one of rest) {
    deps.unfinished.add(one);
  }
  if (done === jobs.length) {
    deps.notes?.discardDraft(first.upload.releaseNotes);
  }
  await Promise.all([
    done > 0 && runner.renewProfile(first),
    ...notDone.map(({ job, attempt }) => runner.settle(job, attempt)),
    showSummary(first, { done, all: jobs.length, rest }, runner, deps),
  ]);
}

/** Whether what ended this one would end the next one, too. */
function endsAll({ result, stage, cancelledBy }: UploadAttemptResult): boolean {
  return (
    cancelledBy !== undefined || (result.kind === 'failed' && stage === 'new' && isFailure(result.error))
  );
}

async function showSummary(
  { accountId, profileName, upload }: UploadJob,
  { done, all, rest }: { done: number; all: number; rest: readonly UnfinishedUpload[] },
  runner: SequenceRunner,
  deps: SequenceDeps,
): Promise<void> {
  const { sessions, unfinished, changes } = deps;
  const goOn = vscode.l10n.t('Upload the Remaining Files');
  const show = vscode.l10n.t('Show');
  const sentence = [summaryText(done, all, profileName), ...(rest.length > 0 ? [notBegunText(rest)] : [])];
  const canGoOn = rest.length > 0 && !hasLeft(accountId, sessions);
  const pressed = await (done === all ? showInformation : showWarning)(
    sentence.join(' '),
    ...(canGoOn ? [goOn] : []),
    ...(done > 0 ? [show] : []),
  );
  if (pressed === undefined || hasLeft(accountId, sessions)) {
    return;
  }
  if (pressed === show) {
    await changes.reveal(upload.target.profileId, { open: true });
    return;
  }
  const claimed = rest.map((one) => unfinished.claim(one)).filter((job) => job !== undefined);
  await (claimed.length > 0 && runUploadSequence(claimed, runner, deps));
}

function summaryText(done: number, all: number, profileName: string): string {
  const name = profileName;
  if (done === 0) {
    return all === 1
      ? vscode.l10n.t('1 file was not uploaded to {0}.', name)
      : vscode.l10n.t('None of the {0} files were uploaded to {1}.', all, name);
  }
  if (done === all) {
    return all === 1
      ? vscode.l10n.t('Uploaded 1 file to {0}.', name)
      : vscode.l10n.t('Uploaded {0} files to {1}.', all, name);
  }
  return vscode.l10n.t('Uploaded {0} of {1} files to {2}.', done, all, name);
}

function notBegunText(rest: readonly UnfinishedUpload[]): string {
  const names = rest.slice(0, MAX_NAMES).map(({ job }) => job.upload.file.name);
  const more = rest.length - names.length;
  return more > 0
    ? vscode.l10n.t('Not started: {0}, and {1} more.', names.join(', '), more)
    : vscode.l10n.t('Not started: {0}.', names.join(', '));
}
