import * as vscode from 'vscode';
import type { UnderWayItem } from '../../../api/builds/model';
import { Setting } from '../../../contributions';
import { Disposables } from '../../../support/disposables';
import type { Disposable, Event } from '../../../support/emitter';
import { showInformation } from '../../../ui/dialogs/notifications';
import { buildKey } from '../../../ui/documents/logAddress';
import { failureOf } from '../log/landing';
import type { LogDocument } from '../log/logDocument';
import { BuildProblems } from './buildProblems';
import { LogLinks } from './logLinks';

/** What is under way, as the loop knows it. */
export interface UnderWayNews {
  readonly underWay: readonly UnderWayItem[];
  readonly onDidChange: Event<undefined>;
}

/** What problems of builds take. */
export interface ProblemActionsOptions {
  /** The log of a row, of the active editor, or one that is chosen. Undefined when nothing was chosen. */
  readonly findLog: (title: string, argument: unknown) => Promise<LogDocument | undefined>;
  /** Told when an open log has more lines, or another state. */
  readonly onDidChangeLog: Event<LogDocument>;
  /** Name of the branch of a log, where this window knows it. */
  readonly branchOf: (log: LogDocument) => string | undefined;
  readonly news: UnderWayNews | undefined;
}

/** Whose problems are shown. */
interface ShownBuild {
  readonly key: string;
  readonly profileId: string;
  readonly branchName: string | undefined;
}

/** The errors of a failed build as problems of the workspace: by a command, or by themselves where a setting says so. */
export class ProblemActions implements Disposable {
  private readonly disposables = new Disposables();
  private readonly problems = this.disposables.add(new BuildProblems());
  /** Logs that were looked at by themselves. */
  private readonly seen = new WeakSet<LogDocument>();
  private shown: ShownBuild | undefined;

  constructor(private readonly options: ProblemActionsOptions) {
    const { onDidChangeLog, news } = options;
    this.disposables.add(new LogLinks());
    this.disposables.add(
      onDidChangeLog((log) => {
        void this.showUnasked(log);
      }),
    );
    if (news) {
      this.disposables.add(
        news.onDidChange(() => {
          this.clearIfBuiltAgain(news.underWay);
        }),
      );
    }
  }

  /** Lists the errors of a build's failing step, and opens the Problems view. Says so where there are none. */
  async show(argument: unknown): Promise<void> {
    const log = await this.options.findLog(vscode.l10n.t('Show Build Problems'), argument);
    if (!log) {
      return;
    }
    await log.awaitChange(() => log.isRead);
    if ((await this.list(log)) > 0) {
      await vscode.commands.executeCommand('workbench.actions.view.problems');
    } else {
      void showInformation(
        vscode.l10n.t('No error of the failing step names a file in this workspace. Read the log instead.'),
      );
    }
  }

  clear(): void {
    this.shown = undefined;
    this.problems.clear();
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private async showUnasked(log: LogDocument): Promise<void> {
    const isWanted = vscode.workspace.getConfiguration().get(Setting['builds.problems']) === true;
    if (isWanted && log.isRead && !this.seen.has(log)) {
      this.seen.add(log);
      await this.list(log);
    }
  }

  /** How many there are. */
  private async list(log: LogDocument): Promise<number> {
    const { address, text } = log;
    const step = failureOf(log)?.step;
    if (!step) {
      return 0;
    }
    const last = step.lastLine ?? text.lines.length - 1;
    const branchName = this.options.branchOf(log);
    this.shown = { key: buildKey(address), profileId: address.profileId, branchName };
    return this.problems.show(text.lines.slice(step.firstLine, last + 1));
  }

  /** Another build of the branch has begun: what was wrong may be mended. */
  private clearIfBuiltAgain(underWay: readonly UnderWayItem[]): void {
    const { shown } = this;
    const isNext = ({ id, kind, profileId, branchName }: UnderWayItem) =>
      kind === 'build' &&
      id !== shown?.key &&
      profileId === shown?.profileId &&
      (shown?.branchName ?? branchName) === branchName;
    if (underWay.some(isNext)) {
      this.clear();
    }
  }
}
