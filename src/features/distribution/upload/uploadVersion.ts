import * as vscode from 'vscode';
import type { Account } from '../../../account/account';
import { isFailure } from '../../../api/failure';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { uploadOf } from '../../../api/upload/runUpload';
import { Command } from '../../../contributions';
import { notificationText } from '../../../support/visibleText';
import { isRemembered } from '../../../ui/failures/showFailure';
import { ensureSignedIn } from '../../../ui/signedIn';
import type { DistributionViewDeps } from '../deps';
import { uploadResultText, actionLabel, logText, waitingText, type ResultAction } from './uploadResultText';
import { UnfinishedUploads, type UnfinishedUpload } from './unfinishedUploads';
import { lastCommits } from './lastCommits';
import { LastProfiles } from './lastProfiles';
import { ReleaseNotes } from './releaseNotes';
import { UploadFiles } from './uploadFiles';
import { uploadChoicesOf, type UploadChoices, type UploadJob } from './uploadJob';
import { mayBecomeVersion, tellCancelled, tellLeft, tellUnderWay } from './uploadCancelled';
import { hasLeft, runUploadJob, type UploadAttemptResult } from './runUploadJob';

/** What goes on after a try: the same upload, or one of another file. */
type Next = UploadJob | undefined;

/** Upload Version: asks for what is not known, uploads, and tells how it ended. */
export class VersionUploads implements vscode.Disposable {
  private readonly unfinished = new UnfinishedUploads();
  private readonly files = new UploadFiles();
  private readonly notes = new ReleaseNotes();
  private readonly lastProfiles: LastProfiles;
  /** What is being sent: paths, with ids of profiles. */
  private readonly sending = new Set<string>();
  private readonly closing = new AbortController();
  private readonly leaving: { dispose: () => void };

  constructor(
    private readonly deps: DistributionViewDeps & {
      createProfile: (name: string) => Promise<DistributionProfile | undefined>;
    },
  ) {
    const { sessions, lastProfiles } = deps;
    this.lastProfiles = new LastProfiles(lastProfiles);
    this.leaving = sessions.onDidChange(({ kind }) => {
      if (kind === 'signedOut' || kind === 'signedIn') {
        this.unfinished.retainAccounts(sessions.account?.id);
        this.notes.retainAccounts(sessions.account?.id);
      }
    });
  }

  /**
   * Uploads a file to a profile. `argument`: a profile or a row below it, a file of the Explorer, or nothing. What it
   * does not say is asked for. Ends, silently, when the person closes a question.
   */
  async upload(argument: unknown): Promise<void> {
    const account = await ensureSignedIn(this.deps.sessions);
    if (!account) {
      return;
    }
    const asked = uploadChoicesOf(argument);
    const choice = await this.unfinished.offer(asked);
    const job = choice === 'another' ? await this.ask(asked, account.id) : choice && this.takeUp(choice);
    await (job && this.send(job));
  }

  /** Cancels all that is under way. */
  dispose(): void {
    this.closing.abort();
    this.leaving.dispose();
  }

  /** A file that is known is looked at before anything is asked. */
  private async ask(asked: UploadChoices, accountId: string): Promise<UploadJob | undefined> {
    const { pickProfile, createProfile, sessions } = this.deps;
    const known = asked.file && (await this.files.choose(asked.file));
    if (asked.file && !known) {
      return undefined;
    }
    const lastUsedId = this.lastProfiles.of(accountId);
    const profile =
      asked.profile ??
      (await pickProfile({
        title: vscode.l10n.t('Appcircle: Upload Version'),
        ...(lastUsedId !== undefined && { lastUsedId }),
        orCreate: createProfile,
      }));
    const chosen = profile && (known ?? (await this.files.choose()));
    if (!profile || !chosen) {
      return undefined;
    }
    if (this.sending.has(placeOf(chosen.uri.fsPath, profile.id))) {
      tellUnderWay(chosen.file.name, profile.name);
      return undefined;
    }
    const releaseNotes = await this.notes.ask({
      fileName: chosen.file.name,
      profileName: profile.name,
      proposal: await lastCommits(chosen.uri),
      isOfAnother: () => sessions.account?.id !== accountId,
    });
    if (releaseNotes === undefined) {
      return undefined;
    }
    return {
      accountId,
      profileName: profile.name,
      path: chosen.uri.fsPath,
      upload: uploadOf({ profileId: profile.id, file: chosen.file, releaseNotes }),
    };
  }

  /** Tries, and tries again as often as the person wants to. */
  private async send(first: UploadJob): Promise<void> {
    for (let job: Next = first; job;) {
      const { name } = job.upload.file;
      const place = placeOf(job.path, job.upload.profileId);
      if (this.sending.has(place)) {
        tellUnderWay(name, job.profileName);
        return;
      }
      this.sending.add(place);
      let tried: UploadAttemptResult | undefined;
      try {
        tried = await this.tryOnce(job);
      } finally {
        this.sending.delete(place);
      }
      if (!tried) {
        tellLeft(name, job.profileName);
        return;
      }
      job = await this.after(job, tried);
    }
  }

  /** Undefined where it is of another account: whoever signed in as somebody else has other profiles. */
  private async tryOnce(job: UploadJob): Promise<UploadAttemptResult | undefined> {
    const before = this.accountOf(job);
    if (before) {
      this.unfinished.forgetSame(job);
      await this.lastProfiles.remember(before, job.upload.profileId);
    }
    const account = this.accountOf(job);
    return account && runUploadJob(job, account, this.deps, this.closing.signal);
  }

  private accountOf({ accountId }: UploadJob): Account | undefined {
    const { account } = this.deps.sessions;
    return account?.id === accountId ? account : undefined;
  }

  private async after(before: UploadJob, { end, stage, cancelledBy }: UploadAttemptResult): Promise<Next> {
    const job: UploadJob = { ...before, upload: end.upload };
    const { releaseNotes } = job.upload;
    if (end.kind === 'done') {
      this.notes.arrived(releaseNotes);
      await this.tellDone(job);
      return undefined;
    }
    if (cancelledBy === 'account') {
      tellCancelled(cancelledBy, job);
      return undefined;
    }
    this.notes.keep(job.accountId, releaseNotes);
    if (end.kind === 'failed' && isFailure(end.error, 'cancelled')) {
      tellCancelled(cancelledBy, job);
      if (mayBecomeVersion(job.upload)) {
        await this.renew(job);
      }
      return undefined;
    }
    const { sentence, actions } = uploadResultText(end, stage, job);
    this.deps.log.warn(`upload, ${stage}: ${logText(end)}`);
    const kept = { job, stage };
    this.unfinished.keep(kept);
    if (end.kind === 'refused') {
      // A version may be there all the same.
      void this.renew(job);
    }
    const next = await this.askUntilDecided(kept, sentence, actions);
    if (next === 'again' && end.kind === 'failed' && isFailure(end.error) && isRemembered(end.error)) {
      await vscode.commands.executeCommand(Command.refresh);
    }
    return next === 'otherFile' ? this.otherFile(kept) : next && this.takeUp(kept);
  }

  /** A remedy is no answer: it is asked again, until the upload goes on or the person closes it. */
  private async askUntilDecided(
    { job, stage }: UnfinishedUpload,
    first: string,
    answers: readonly ResultAction[],
  ): Promise<'again' | 'otherFile' | undefined> {
    const labels = answers.map(actionLabel);
    const later = stage === 'committed' ? first : waitingText(job);
    for (let sentence = first; !hasLeft(job.accountId, this.deps.sessions); sentence = later) {
      const chosen = await vscode.window.showErrorMessage(sentence, ...labels);
      const answer = answers.find((one) => actionLabel(one) === chosen);
      if (answer === 'show') {
        await this.deps.changes.reveal(job.upload.profileId);
      } else if (typeof answer === 'object') {
        await vscode.commands.executeCommand(answer.command, ...(answer.arguments ?? []));
      } else {
        return answer;
      }
    }
    return undefined;
  }

  /** The same upload with another file. */
  private async otherFile(kept: UnfinishedUpload): Promise<Next> {
    const chosen = await this.files.choose();
    if (!chosen) {
      return undefined;
    }
    this.unfinished.take(kept);
    const { job } = kept;
    return { ...job, path: chosen.uri.fsPath, upload: uploadOf({ ...job.upload, file: chosen.file }) };
  }

  private takeUp(kept: UnfinishedUpload): Next {
    return this.unfinished.take(kept) ? kept.job : undefined;
  }

  private async tellDone(job: UploadJob): Promise<void> {
    const { profileId, file } = job.upload;
    const renewed = this.renew(job);
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
  private async renew({ accountId, upload }: UploadJob): Promise<void> {
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

function placeOf(path: string, profileId: string): string {
  return JSON.stringify([path, profileId]);
}
