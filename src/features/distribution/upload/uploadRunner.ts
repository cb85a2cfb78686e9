import * as vscode from 'vscode';
import type { Account } from '../../../account/account';
import { isFailure } from '../../../api/failure';
import { Command } from '../../../contributions';
import { notificationText } from '../../../support/visibleText';
import { isRemembered } from '../../../ui/failures/showFailure';
import type { DistributionViewDeps } from '../deps';
import type { LastProfiles } from './lastProfiles';
import type { ReleaseNotes } from './releaseNotes';
import { hasLeft, runUploadJob, type RunDeps, type UploadAttemptResult } from './runUploadJob';
import type { UnfinishedUpload, UnfinishedUploads } from './unfinishedUploads';
import { mayBecomeVersion, showCancelled, showOtherAccount, showAlreadyUploading } from './uploadMessages';
import type { UploadJob } from './uploadJob';
import { actionLabel, logText, uploadResultText, waitingText, type ResultAction } from './uploadResultText';

/** What running uploads takes. */
export interface UploadRunnerDeps extends RunDeps, Pick<DistributionViewDeps, 'changes' | 'log'> {
  unfinished: UnfinishedUploads;
  notes: ReleaseNotes;
  lastProfiles: LastProfiles;
  /** The same upload with a file that the person chooses. Undefined for Esc. */
  askOtherFile: (job: UploadJob) => Promise<UploadJob | undefined>;
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

  /** Tries, and tries again as often as the person wants to. */
  async run(first: UploadJob): Promise<void> {
    for (let job: UploadJob | undefined = first; job;) {
      const { profileId, file } = job.upload;
      if (this.isRunning(job.path, profileId)) {
        showAlreadyUploading(file.name, job.profileName);
        return;
      }
      const key = keyOf(job.path, profileId);
      this.running.add(key);
      let attempt: UploadAttemptResult | undefined;
      try {
        attempt = await this.tryOnce(job);
      } finally {
        this.running.delete(key);
      }
      if (!attempt) {
        showOtherAccount(file.name, job.profileName);
        return;
      }
      job = await this.showResult(job, attempt);
    }
  }

  /** Cancels all that is under way. */
  dispose(): void {
    this.closing.abort();
  }

  /** Undefined where it is of another account: whoever signed in as somebody else has other profiles. */
  private async tryOnce(job: UploadJob): Promise<UploadAttemptResult | undefined> {
    const asker = this.accountOf(job);
    if (asker) {
      this.deps.unfinished.removeSame(job);
      await this.deps.lastProfiles.remember(asker, job.upload.profileId);
    }
    const account = this.accountOf(job);
    return account && runUploadJob(job, account, this.deps, this.closing.signal);
  }

  private accountOf({ accountId }: UploadJob): Account | undefined {
    const { account } = this.deps.sessions;
    return account?.id === accountId ? account : undefined;
  }

  /** Tells how an attempt ended. Gives what the person wants to be tried next. */
  private async showResult(
    before: UploadJob,
    { result, stage, cancelledBy }: UploadAttemptResult,
  ): Promise<UploadJob | undefined> {
    const { notes, unfinished, log } = this.deps;
    const job: UploadJob = { ...before, upload: result.upload };
    const { releaseNotes } = job.upload;
    if (result.kind === 'done') {
      notes.discardDraft(releaseNotes);
      await this.showDone(job);
      return undefined;
    }
    if (cancelledBy === 'account') {
      showCancelled(cancelledBy, job);
      return undefined;
    }
    notes.saveDraft(job.accountId, releaseNotes);
    if (result.kind === 'failed' && isFailure(result.error, 'cancelled')) {
      showCancelled(cancelledBy, job);
      if (mayBecomeVersion(job.upload)) {
        await this.renewProfile(job);
      }
      return undefined;
    }
    const { sentence, actions } = uploadResultText(result, stage, job);
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

  /** A remedy decides nothing: it is asked again, until the upload goes on or the person closes it. */
  private async askWhatNext(
    { job, stage }: UnfinishedUpload,
    first: string,
    actions: readonly ResultAction[],
  ): Promise<'again' | 'otherFile' | undefined> {
    const labels = actions.map(actionLabel);
    const later = stage === 'committed' ? first : waitingText(job);
    for (let sentence = first; !hasLeft(job.accountId, this.deps.sessions); sentence = later) {
      const chosen = await vscode.window.showErrorMessage(sentence, ...labels);
      const action = actions.find((one) => actionLabel(one) === chosen);
      if (action === 'show') {
        await this.deps.changes.reveal(job.upload.profileId);
      } else if (typeof action === 'object') {
        await vscode.commands.executeCommand(action.command, ...(action.arguments ?? []));
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
    const { profileId, file } = job.upload;
    const renewed = this.renewProfile(job);
    const show = vscode.l10n.t('Show');
    const chosen = await vscode.window.showInformationMessage(
      vscode.l10n.t(
        '{0} was uploaded to {1}.',
        notificationText(file.name),
        notificationText(job.profileName),
      ),
      show,
    );
    await renewed;
    if (chosen === show && !hasLeft(job.accountId, this.deps.sessions)) {
      await this.deps.changes.reveal(profileId, { open: true });
    }
  }

  /** The upload is done all the same when the view cannot be brought up to date. */
  private async renewProfile({ accountId, upload }: UploadJob): Promise<void> {
    const { sessions, changes, log } = this.deps;
    if (hasLeft(accountId, sessions)) {
      return;
    }
    try {
      await changes.renew(upload.profileId);
    } catch (error) {
      log.warn(`after an upload: ${error instanceof Error ? error.message : 'unknown error'}`);
    }
  }
}

function keyOf(path: string, profileId: string): string {
  return JSON.stringify([path, profileId]);
}
