import * as vscode from 'vscode';
import type { AccountDataRegistry } from '../../../account/accountData';
import type { SessionStore } from '../../../account/sessionStore';
import type { SecretFinder } from '../../../api/builds/log/logMask';
import { Disposables } from '../../../support/disposables';
import type { Disposable } from '../../../support/emitter';
import type { Log } from '../../../support/log';
import { buildKey, uriOf } from '../../../ui/documents/logAddress';
import type { BuildChoices } from '../find/buildChoices';
import { lookForLog, type LookingForLogs } from '../watch/lookForLog';
import { ProblemActions, type UnderWayNews } from '../problems/problemActions';
import { LogActions, type LogWindow } from './logActions';
import type { LandingPlace } from './landing';
import type { LogDocument } from './logDocument';
import { LogEditors } from './logEditors';
import { registerLogOutline } from './logOutline';
import { LogStatus } from './logStatus';
import { LogSummaries } from './logSummaries';
import { StepRows } from './stepRows';
import { addressOf, type LogTarget } from './logTarget';
import { makeLogSource, type LogSourceOptions } from './makeLogSource';
import { OpenLogs } from './openLogs';

/** What the logs take. */
export interface BuildLogsDeps extends LogSourceOptions {
  readonly sessions: SessionStore;
  readonly accountData: AccountDataRegistry;
  /** Finds what is masked. */
  readonly secrets: SecretFinder;
  readonly log: Log;
  readonly choices: Pick<BuildChoices, 'chooseBuild'>;
  readonly news?: (UnderWayNews & LogSourceOptions['news']) | undefined;
  /** Looks at once what is under way where a log tells more of that. */
  readonly watch?: LookingForLogs | undefined;
}

/** How long a log is waited for before its document shows, in milliseconds: a short one shows whole then. */
const OPENING_TIME_MS = 400;

/** The logs of builds, as documents of the editor. */
export class BuildLogs implements LogWindow, Disposable {
  readonly files: OpenLogs;
  /** What the commands do. */
  readonly actions: LogActions;
  /** The steps of builds, and why they failed. */
  readonly summaries: LogSummaries;
  readonly steps: StepRows;
  readonly problems: ProblemActions;
  private readonly targets = new Map<string, LogTarget>();
  private readonly closing = new AbortController();
  private readonly disposables = new Disposables();
  private readonly editors: LogEditors;

  constructor(deps: BuildLogsDeps) {
    const { sessions, secrets, log, accountData } = deps;
    const { disposables } = this;
    this.files = disposables.add(
      new OpenLogs({
        sessions,
        secrets,
        log,
        sourceFor: (account, uri, address) =>
          makeLogSource(deps, account, address, this.targets.get(uri.toString())),
      }),
    );
    this.editors = disposables.add(new LogEditors(this.files));
    this.summaries = disposables.add(
      new LogSummaries({ clientFor: deps.clientFor, documentOf: (key) => this.ofBuild(key) }),
    );
    this.steps = disposables.add(new StepRows(sessions, this.summaries));
    this.actions = new LogActions({ ...deps, logs: this, closing: this.closing.signal });
    disposables.add(
      this.files.onDidChange((document) => {
        this.summaries.note(document);
      }),
    );
    if (deps.watch) {
      disposables.add(this.files.onDidChange(lookForLog(deps.watch)));
    }
    this.problems = disposables.add(
      new ProblemActions({
        findLog: (title, argument) => this.actions.find(title, argument),
        onDidChangeLog: this.files.onDidChange,
        branchOf: ({ uri }) => this.targets.get(uri.toString())?.branch.name,
        news: deps.news,
      }),
    );
    disposables.add(registerLogOutline((uri) => this.files.find(uri)?.text));
    disposables.add(new LogStatus(this.files));
    disposables.add(
      accountData.add((retained) => {
        this.summaries.retainAccounts((id) => retained.isActive(id));
        return this.files.retainAccounts(retained);
      }),
    );
  }

  /** The log in the active editor. */
  get active(): LogDocument | undefined {
    const uri = vscode.window.activeTextEditor?.document.uri;
    return uri && this.files.find(uri);
  }

  /** The log of a build that is open, by the id of the build or of its place in the queue. */
  ofBuild(id: string): LogDocument | undefined {
    return this.files.all.find(({ address }) => address.buildId === id || address.queueItemId === id);
  }

  /** Shows the log of a build at once, with whatever there is of it (R44, R45). */
  async openLog(target: LogTarget, place: LandingPlace = { atFailure: true }): Promise<LogDocument> {
    const address = addressOf(target);
    const uri = this.ofBuild(buildKey(address))?.uri ?? uriOf(address);
    this.targets.set(uri.toString(), target);
    const document = this.files.require(uri);
    this.editors.landAt(document, place);
    await this.editors.keepOpen(document, async () => {
      this.retry(document);
      await Promise.race([
        document.awaitFirstLines(),
        new Promise((resolve) => setTimeout(resolve, OPENING_TIME_MS)),
      ]);
      await this.reveal(document);
    });
    return document;
  }

  /** Brings a log to the front. */
  async reveal({ uri }: LogDocument): Promise<vscode.TextEditor> {
    return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
  }

  retry(document: LogDocument): void {
    this.files.retry(document);
  }

  dispose(): void {
    this.closing.abort();
    this.disposables.dispose();
    this.targets.clear();
  }
}
