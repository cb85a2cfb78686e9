import * as vscode from 'vscode';
import type { SessionStore } from '../../../account/sessionStore';
import type { LogStep } from '../../../api/builds/log/logSteps';
import { isFailure } from '../../../api/failure';
import { Color, Command } from '../../../contributions';
import { Disposables } from '../../../support/disposables';
import { Emitter, type Disposable } from '../../../support/emitter';
import { failureText } from '../../../ui/failures/failureText';
import type { BuildNode, BuildsNode, NoticeNode, OtherNode, RemedyNode } from '../buildNodes';
import type { RoomRows } from '../rooms';
import type { LogSummaries, LogSummary } from './logSummaries';
import { stepFacts, stepName } from './stepText';
import { logTargetOf } from './logTarget';

/** The row of a step of a build. */
export interface StepNode extends OtherNode {
  readonly kind: 'step';
  readonly build: BuildNode;
  readonly step: LogStep;
  /** Why the build failed there. Untrusted text. */
  readonly message: string | undefined;
}

/** The row of a step; undefined for anything else (T13). */
export function stepRowOf(argument: unknown): StepNode | undefined {
  const node = argument as Partial<StepNode> | null | undefined;
  return node?.kind === 'step' && node.step && node.build ? (node as StepNode) : undefined;
}

/** The steps below a build, as its log tells them. */
export class StepRows implements RoomRows, Disposable {
  private readonly disposables = new Disposables();
  private readonly changes = this.disposables.add(new Emitter<BuildsNode | undefined>());
  readonly onDidChange = this.changes.event;
  /** Builds whose steps are shown, by the ids that they are known by. */
  private readonly shown = new Map<string, BuildNode>();

  constructor(
    private readonly sessions: SessionStore,
    private readonly summaries: LogSummaries,
  ) {
    this.disposables.add(
      summaries.onDidChange((key) => {
        const node = this.shown.get(key);
        if (node) {
          this.changes.fire(node);
        }
      }),
    );
  }

  async children(parent: BuildsNode): Promise<readonly BuildsNode[]> {
    const { account } = this.sessions;
    const target = account && logTargetOf(parent, account);
    if (!account || !target || parent.kind !== 'build') {
      return [];
    }
    for (const key of [parent.build.id, parent.queueItemId ?? parent.build.id]) {
      this.shown.set(key, parent);
    }
    try {
      return this.rowsOf(parent, await this.summaries.of(account, target));
    } catch (error) {
      return failureRows(parent, error);
    }
  }

  item(node: OtherNode): vscode.TreeItem {
    const row = stepRowOf(node);
    return row ? stepItem(row) : new vscode.TreeItem('');
  }

  forget(): void {
    this.shown.clear();
  }

  dispose(): void {
    this.disposables.dispose();
    this.shown.clear();
  }

  private rowsOf(build: BuildNode, { steps, failure }: LogSummary): StepNode[] {
    return steps.map((step, index) => ({
      kind: 'step',
      id: `${build.id}/step/${index}`,
      build,
      step,
      message: failure && failure.step?.firstLine === step.firstLine ? failure.message : undefined,
    }));
  }
}

function failureRows(parent: BuildNode, error: unknown): (NoticeNode | RemedyNode)[] {
  if (!isFailure(error)) {
    throw error;
  }
  if (error.kind === 'cancelled') {
    return [];
  }
  const { sentence, remedies } = failureText(error);
  const id = `${parent.id}/steps`;
  return [
    { kind: 'notice', id, text: sentence, failed: true },
    ...remedies.map((remedy) => ({ kind: 'remedy' as const, id: `${id}/${remedy.command}`, remedy })),
  ];
}

/** What it is, how long it took, and why the build failed there. Its click leads to its place in the log. */
function stepItem(node: StepNode): vscode.TreeItem {
  const { step, message, id } = node;
  const facts = [...stepFacts(step, Date.now()), ...(message === undefined ? [] : [message])];
  const item = new vscode.TreeItem(stepName(step));
  item.id = id;
  item.description = facts.join(' · ');
  item.iconPath = iconOf(message === undefined ? step.state : 'failed');
  item.contextValue = 'step';
  item.command = { command: Command.showBuildLog, title: vscode.l10n.t('Show Build Log'), arguments: [node] };
  item.accessibilityInformation = { label: [stepName(step), vscode.l10n.t('step'), ...facts].join(', ') };
  return item;
}

function iconOf(state: LogStep['state']): vscode.ThemeIcon {
  switch (state) {
    case 'running':
      return new vscode.ThemeIcon('sync~spin', new vscode.ThemeColor(Color.running));
    case 'completed':
      return new vscode.ThemeIcon('pass', new vscode.ThemeColor(Color.succeeded));
    case 'failed':
      return new vscode.ThemeIcon('error', new vscode.ThemeColor(Color.failed));
    case 'unknown':
      return new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor(Color.inactive));
  }
}
