import * as vscode from 'vscode';
import type { ScopeSource } from '../../../account/commandScope';
import type { LogStep } from '../../../api/builds/log/logSteps';
import { showInformation } from '../../../ui/dialogs/notifications';
import { showPick } from '../../../ui/dialogs/picks';
import { beginCommand } from '../../../ui/ensureSignedIn';
import { showStatus } from '../../../ui/statusBar';
import { failureOf, goToLine, type LandingPlace } from './landing';
import type { BuildChoices } from '../find/buildChoices';
import type { LogDocument } from './logDocument';
import { logTargetOf, type LogTarget } from './logTarget';
import { stepRowOf } from './stepRows';
import { saveLog } from './saveLog';
import { stepFacts, stepName } from './stepText';

/** Where logs are shown; `BuildLogs` is it. */
export interface LogWindow {
  /** The log in the active editor. */
  readonly active: LogDocument | undefined;
  openLog(target: LogTarget, place?: LandingPlace): Promise<LogDocument>;
  /** Brings a log to the front. */
  reveal(log: LogDocument): Promise<vscode.TextEditor>;
  /** Asks once more for a log that ended without one. */
  retry(log: LogDocument): void;
}

/** What the commands of logs take. */
export interface LogActionsOptions extends ScopeSource {
  readonly logs: LogWindow;
  readonly choices: Pick<BuildChoices, 'chooseBuild'>;
  /** Ends what goes on when the window closes. */
  readonly closing: AbortSignal;
}

/** The commands of logs: on a row of a build, on the log in the active editor, or on nothing, when they ask (T13). */
export class LogActions {
  constructor(private readonly options: LogActionsOptions) {}

  async show(argument?: unknown): Promise<void> {
    await this.open(vscode.l10n.t('Show Build Log'), argument);
  }

  async goToFailure(argument?: unknown): Promise<void> {
    const log = await this.find(vscode.l10n.t('Go to Failure'), argument);
    if (!log) {
      return;
    }
    await log.awaitChange(() => log.isWritten && log.state.kind !== 'loading');
    const failure = failureOf(log);
    if (failure) {
      log.following.stop();
      goToLine(await this.options.logs.reveal(log), failure.line);
    } else {
      void showInformation(vscode.l10n.t('This log has no errors.'));
    }
  }

  /** Keeps the end of a log in sight; asks for it once more where it has none. */
  async follow(argument?: unknown): Promise<void> {
    const log = await this.find(vscode.l10n.t('Follow Log'), argument);
    if (log) {
      this.options.logs.retry(log);
      await this.options.logs.reveal(log);
      log.following.start();
    }
  }

  /** Whether it is saved. */
  async save(argument?: unknown): Promise<boolean> {
    const log = await this.find(vscode.l10n.t('Save Log As'), argument);
    if (log) {
      const { sessions, clientFor, closing } = this.options;
      const { account } = sessions;
      const client = account?.id === log.address.accountId ? clientFor(account) : undefined;
      return saveLog(log, client, closing);
    }
    return false;
  }

  /** Copies the text of the step that the cursor is in, else of one that is chosen. */
  async copyStep(argument?: unknown): Promise<void> {
    const log = await this.find(vscode.l10n.t('Copy Step'), argument);
    await log?.awaitRead();
    const step = log && (stepOfRow(log, argument) ?? stepAtCursor(log) ?? (await chooseStep(log)));
    if (log && step) {
      const lines = log.text.lines.slice(step.firstLine, (step.lastLine ?? log.text.lines.length - 1) + 1);
      await vscode.env.clipboard.writeText(lines.map((line) => `${line}\n`).join(''));
      showStatus(vscode.l10n.t('Copied {0}', stepName(step)));
    }
  }

  /** The log of a row, else the one in the active editor, else one that is chosen. */
  async find(title: string, argument: unknown): Promise<LogDocument | undefined> {
    const { logs } = this.options;
    return argument === undefined || argument instanceof vscode.Uri
      ? (logs.active ?? (await this.open(title, argument)))
      : this.open(title, argument);
  }

  private async open(title: string, argument: unknown): Promise<LogDocument | undefined> {
    const scope = await beginCommand(this.options);
    if (!scope) {
      return undefined;
    }
    const { account } = scope;
    const row = stepRowOf(argument);
    const given = logTargetOf(row?.build ?? argument, account);
    const target = given ?? logTargetOf(await this.options.choices.chooseBuild(argument, title), account);
    return target && scope.isCurrent()
      ? this.options.logs.openLog(target, row ? { line: row.step.firstLine } : { atFailure: true })
      : undefined;
  }
}

/** The step that the row of one stands for. */
function stepOfRow({ text }: LogDocument, argument: unknown): LogStep | undefined {
  const row = stepRowOf(argument);
  return row && text.steps.find(({ firstLine }) => firstLine === row.step.firstLine);
}

function stepAtCursor({ uri, text }: LogDocument): LogStep | undefined {
  const editor = vscode.window.activeTextEditor;
  const line = editor?.document.uri.toString() === uri.toString() ? editor.selection.active.line : -1;
  return text.steps.find(({ firstLine, lastLine = Infinity }) => firstLine <= line && line <= lastLine);
}

async function chooseStep(log: LogDocument): Promise<LogStep | undefined> {
  const { steps } = log.text;
  if (steps.length === 0) {
    void showInformation(vscode.l10n.t('This log has no steps.'));
    return undefined;
  }
  const rows = steps.map((step) => ({
    label: stepName(step),
    description: stepFacts(step, Date.now()).join(' · '),
    step,
  }));
  const placeHolder = vscode.l10n.t('Select a step to copy');
  return (await showPick(rows, { title: vscode.l10n.t('Copy Step'), placeHolder }))?.step;
}
