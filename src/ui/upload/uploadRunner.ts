import * as vscode from 'vscode';
import type { Account } from '../../account/account';
import { isFailure } from '../../api/failure';
import { Command } from '../../contributions';
import { showError, showInformation } from '../dialogs/notifications';
import { isRemembered, runRemedy } from '../failures/showFailure';
import { hasLeft, runUploadJob, type AttemptOptions, type UploadAttemptResult } from './runUploadJob';
import type { UnfinishedUpload, UnfinishedUploads } from './unfinishedUploads';
import type { UploadViewDeps } from './uploadDeps';
import { mayBecomeVersion, showCancelled, showOtherAccount, showAlreadyUploading } from './uploadMessages';
import { uploadedFile } from './uploadedFile';
import type { UploadJob } from './uploadJob';
import { runUploadSequence } from './uploadSequence';
import { actionLabel, logText, uploadResultText, waitingText, type ResultAction } from './uploadResultText';

/** What running uploads takes. */
export interface UploadRunnerDeps extends UploadViewDeps {
  unfinished: UnfinishedUploads;
  /** The same upload with a file that the person chooses. Undefined for Esc. */
  askOtherFile: (job: UploadJob) => Promise<UploadJob | undefined>;
  /** What is to be tried, after what speaks against it was told. Undefined for Esc. */
  confirmAgain: (job: UploadJob) => Promise<UploadJob | undefined>;
}

/** Runs uploads, as often as the person wants to try again, and tells how each attempt ended. */
export class UploadRunner implements vscode.Disposable {
  /** What is being uploaded, by `keyOf`. */
  private readonly running = new Set<string>();
  /** Aborts when the window closes. */
  private readonly closing = new AbortController();

  constructor(private readonly deps: UploadRunnerDeps) {}

  /** Whether this file is being uploaded to this profile. */
  isRunning(path: string, profileId: string): boolean {
    return this.running.has(keyOf(path, profileId));
  }

  /** Tries, and tries again as often as the person wants to. True where it is uploaded. */
  async run(wanted: UploadJob): Promise<boolean> {
    const job = await this.deps.confirmAgain(wanted);
    const attempt = job && (await this.attempt(job));
    return job !== undefined && attempt !== undefined && this.settle(job, attempt);
  }

  /** The same for several of one profile: whether they are uploaded is told, and not given. */
  async runAll(jobs: readonly UploadJob[]): Promise<boolean> {
    const [only, another] = jobs;
    if (another) {
      await runUploadSequence(jobs, this, this.deps);
      return false;
    }
    return only !== undefined && this.run(only);
  }

  /** Tries once. Undefined, after a sentence, where it is under way already, or another account is active. */
  async attempt(job: UploadJob, options?: AttemptOptions): Promise<UploadAttemptResult | undefined> {
    const { target, file } = job.upload;
    const key = keyOf(job.path, target.profileId);
    if (this.running.has(key)) {
      showAlreadyUploading(file.name, job.profileName);
      return undefined;
    }
    this.running.add(key);
    try {
      const attempt = await this.tryOnce(job, options);
      if (!attempt) {
        showOtherAccount(file.name, job.profileName);
      }
      const uploaded = attempt && uploadedFile(job, attempt);
      // Whoever left meanwhile was forgotten already.
      if (uploaded && this.accountOf(job)) {
        this.deps.onUploaded?.(uploaded);
      }
      return attempt;
    } finally {
      this.running.delete(key);
    }
  }

  /** Tells how an attempt ended, and tries again as often as the person wants to. */
  async settle(job: UploadJob, attempt: UploadAttemptResult): Promise<boolean> {
    const next = await this.showResult(job, attempt);
    return next ? this.run(next) : attempt.result.kind === 'done';
  }

  /** Cancels all that is under way. */
  dispose(): void {
    this.closing.abort();
  }

  /** Undefined where it is of another account: whoever signed in as somebody else has other profiles. */
  private async tryOnce(job: UploadJob, options?: AttemptOptions): Promise<UploadAttemptResult | undefined> {
    const asker = this.accountOf(job);
    if (asker) {
      this.deps.unfinished.removeSame(job);
      await this.deps.remember?.(asker, job.upload.target.profileId);
    }
    const account = this.accountOf(job);
    return account && runUploadJob(job, account, this.deps, this.closing.signal, options);
  }

  private accountOf({ accountId }: UploadJob): Account | undefined {
    const { account } = this.deps.sessions;
    return account?.id === accountId ? account : undefined;
  }

  /** Tells how an attempt ended. Gives what the person wants to be tried next. */
  private async showResult(
    before: UploadJob,
    { result, stage, cancelledBy, commitBegunAt }: UploadAttemptResult,
  ): Promise<UploadJob | undefined> {
    const { notes, unfinished, log, role } = this.deps;
    const job: UploadJob = {
      ...before,
      upload: result.upload,
      commitBegunAt: before.commitBegunAt ?? commitBegunAt,
    };
    const { releaseNotes } = job.upload;
    if (result.kind === 'done') {
      notes?.discardDraft(releaseNotes);
      await this.showDone(job);
      return undefined;
    }
    if (cancelledBy === 'account') {
      showCancelled(cancelledBy, job);
      return undefined;
    }
    notes?.saveDraft(job.accountId, releaseNotes);
    if (result.kind === 'failed' && isFailure(result.error, 'cancelled')) {
      showCancelled(cancelledBy, job);
      if (mayBecomeVersion(job.upload)) {
        await this.renewProfile(job);
      }
      return undefined;
    }
    const { sentence, actions } = uploadResultText(result, stage, job, role);
    log.warn(`upload, ${stage}: ${logText(result)}`);
    const failed = { job, stage };
    unfinished.add(failed);
    if (result.kind === 'refused') {
      // A version may be there all the same.
      void this.renewProfile(job);
    }
    const next = await this.askWhatNext(failed, sentence, actions);
    if (
      next === 'again' &&
      result.kind === 'failed' &&
      isFailure(result.error) &&
      isRemembered(result.error)
    ) {
      await vscode.commands.executeCommand(Command.refresh);
    }
    return next === 'otherFile' ? this.chooseOtherFile(failed) : next && unfinished.claim(failed);
  }

  /** A remedy that does not mend the cause decides nothing: it is asked again, until the upload goes on or is closed. */
  private async askWhatNext(
    { job, stage }: UnfinishedUpload,
    first: string,
    actions: readonly ResultAction[],
  ): Promise<'again' | 'otherFile' | undefined> {
    const labels = actions.map(actionLabel);
    const later = stage === 'committed' ? first : waitingText(job);
    for (let sentence = first; !hasLeft(job.accountId, this.deps.sessions); sentence = later) {
      const chosen = await showError(sentence, ...labels);
      const action = actions.find((one) => actionLabel(one) === chosen);
      if (action === 'show') {
        await this.deps.changes.reveal(job.upload.target.profileId);
      } else if (typeof action === 'object') {
        if (await runRemedy(action)) {
          return 'again';
        }
      } else {
        return action;
      }
    }
    return undefined;
  }

  private async chooseOtherFile(failed: UnfinishedUpload): Promise<UploadJob | undefined> {
    const other = await this.deps.askOtherFile(failed.job);
    if (other) {
      this.deps.unfinished.claim(failed);
    }
    return other;
  }

  private async showDone(job: UploadJob): Promise<void> {
    const { target, file } = job.upload;
    const renewed = this.renewProfile(job);
    const show = vscode.l10n.t('Show');
    const chosen = await showInformation(
      vscode.l10n.t('Uploaded {0} to {1}.', file.name, job.profileName),
      show,
    );
    await renewed;
    if (chosen === show && !hasLeft(job.accountId, this.deps.sessions)) {
      await this.deps.changes.reveal(target.profileId, { open: true });
    }
  }

  /** The upload is done all the same when the view cannot be brought up to date. */
  async renewProfile({ accountId, upload }: UploadJob): Promise<void> {
    const { sessions, changes, log } = this.deps;
    if (hasLeft(accountId, sessions)) {
      return;
    }
    try {
      await changes.renew(upload.target.profileId);
    } catch (error) {
      log.warn(`after an upload: ${error instanceof Error ? error.message : 'unknown error'}`);
    }
  }
}

function keyOf(path: string, profileId: string): string {
  return JSON.stringify([path, profileId]);
}
