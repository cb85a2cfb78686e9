import type * as vscode from 'vscode';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { ensureSignedIn } from '../../../ui/ensureSignedIn';
import type { DistributionViewDeps } from '../deps';
import { LastProfiles } from './lastProfiles';
import { ReleaseNotes } from './releaseNotes';
import { UnfinishedUploads } from './unfinishedUploads';
import { uploadChoicesOf } from './uploadJob';
import { UploadQuestions } from './uploadQuestions';
import { UploadRunner } from './uploadRunner';

/** Upload Version: asks for what is not known, uploads, and tells how it ended. */
export class VersionUploads implements vscode.Disposable {
  private readonly unfinished = new UnfinishedUploads();
  private readonly notes = new ReleaseNotes();
  private readonly questions: UploadQuestions;
  private readonly runner: UploadRunner;
  private readonly subscription: { dispose: () => void };

  constructor(
    private readonly deps: DistributionViewDeps & {
      createProfile: (name: string) => Promise<DistributionProfile | undefined>;
    },
  ) {
    const { notes, unfinished } = this;
    const lastProfiles = new LastProfiles(deps.lastProfiles);
    this.questions = new UploadQuestions({
      ...deps,
      notes,
      lastProfiles,
      isRunning: (path, profileId) => this.runner.isRunning(path, profileId),
    });
    this.runner = new UploadRunner({
      ...deps,
      unfinished,
      notes,
      lastProfiles,
      askOtherFile: (job) => this.questions.askOtherFile(job),
    });
    this.subscription = deps.accountData.add((retained) => {
      unfinished.retainAccounts(retained);
      notes.retainAccounts(retained);
    });
  }

  /**
   * Uploads files to a profile. `argument`: a profile or a row below it, a file of the Explorer, or nothing; `selected`:
   * all files that are selected there. What they do not say is asked for. Ends, silently, when the person closes a
   * question. True where one file was asked for, and is uploaded.
   */
  async upload(argument: unknown, selected?: unknown): Promise<boolean> {
    const account = await ensureSignedIn(this.deps.sessions);
    if (!account) {
      return false;
    }
    const choices = uploadChoicesOf(argument, selected);
    // Several files that were selected are meant, whichever of them failed before.
    const chosen = (choices.files?.length ?? 1) > 1 ? 'another' : await this.unfinished.offer(choices);
    if (chosen === 'another') {
      return this.runner.runAll((await this.questions.ask(choices, account.id)) ?? []);
    }
    const job = chosen && this.unfinished.claim(chosen);
    return job !== undefined && this.runner.run(job);
  }

  /** Cancels all that is under way. */
  dispose(): void {
    this.runner.dispose();
    this.subscription.dispose();
  }
}
