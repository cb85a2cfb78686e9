import type * as vscode from 'vscode';
import type { AccountDataRegistry } from '../../account/accountData';
import { ensureSignedIn } from '../ensureSignedIn';
import { UnfinishedUploads } from './unfinishedUploads';
import type { UploadChoices, UploadViewDeps } from './uploadDeps';
import { UploadQuestions, type UploadQuestionsDeps } from './uploadQuestions';
import type { UploadAttemptResult } from './runUploadJob';
import type { UploadJob } from './uploadJob';
import { UploadRunner } from './uploadRunner';

/** What the uploads of a view take. */
export interface AppUploadsDeps extends UploadViewDeps, Pick<UploadQuestionsDeps, 'title' | 'askProfile'> {
  readonly accountData: AccountDataRegistry;
}

/** Uploads of a view: asks for what is not known, uploads, and tells how it ended. */
export class AppUploads implements vscode.Disposable {
  private readonly unfinished = new UnfinishedUploads();
  private readonly questions: UploadQuestions;
  private readonly runner: UploadRunner;
  private readonly subscription: { dispose: () => void };

  constructor(private readonly deps: AppUploadsDeps) {
    const { unfinished } = this;
    this.questions = new UploadQuestions({
      ...deps,
      isRunning: (path, profileId) => this.runner.isRunning(path, profileId),
    });
    this.runner = new UploadRunner({
      ...deps,
      unfinished,
      askOtherFile: (job) => this.questions.askOtherFile(job),
      confirmAgain: (job) => this.questions.confirmAgain(job),
    });
    this.subscription = deps.accountData.add((retained) => {
      unfinished.retainAccounts(retained);
      deps.notes?.retainAccounts(retained);
    });
  }

  /**
   * Uploads files to a profile. What the choices do not say is asked for. Ends, silently, when the person closes a
   * question. True where one file was asked for, and is uploaded.
   */
  async upload(choices: UploadChoices): Promise<boolean> {
    const account = await ensureSignedIn(this.deps.sessions);
    if (!account) {
      return false;
    }
    // Several files that were selected are meant, whichever of them failed before.
    const isMany = (choices.files?.length ?? 1) > 1;
    const chosen = isMany ? 'another' : await this.unfinished.offer(choices, this.deps.title);
    if (chosen === 'another') {
      return this.runner.runAll((await this.questions.ask(choices, account.id)) ?? []);
    }
    const job = chosen && this.unfinished.claim(chosen);
    return job !== undefined && this.runner.run(job);
  }

  /**
   * Uploads what a person agreed to already, once: how it ended is given, and told as ever meanwhile, with Try Again.
   * `stop` cancels it. Undefined, after a sentence, where it is under way already, or another account is active.
   */
  async uploadAgreed(job: UploadJob, stop: AbortSignal): Promise<UploadAttemptResult | undefined> {
    const attempt = await this.runner.attempt(job, { stop });
    if (attempt) {
      this.runner.settle(job, attempt).catch((error: unknown) => {
        const text = error instanceof Error ? (error.stack ?? error.message) : 'unknown error';
        this.deps.log.error(`after an upload: ${text}`);
      });
    }
    return attempt;
  }

  /** Cancels all that is under way. */
  dispose(): void {
    this.runner.dispose();
    this.subscription.dispose();
  }
}
