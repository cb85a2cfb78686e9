import * as vscode from 'vscode';
import type { BuildsNode } from '../buildNodes';
import { COUNTING_STEP } from './buildText';

/** Lets the rows of what waits or runs count, while a person can see them. */
export class Counting implements vscode.Disposable {
  private rows = new Set<BuildsNode>();
  private timer: NodeJS.Timeout | undefined;
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly view: Pick<vscode.TreeView<BuildsNode>, 'visible' | 'onDidChangeVisibility'>,
    private readonly renew: (node: BuildsNode) => void,
  ) {
    const plan = () => {
      this.plan();
    };
    this.subscriptions = vscode.Disposable.from(
      view.onDidChangeVisibility(plan),
      vscode.window.onDidChangeWindowState(plan),
    );
  }

  /** A row was drawn. */
  note(node: BuildsNode): void {
    const status =
      node.kind === 'build' ? node.build.status : node.kind === 'underWay' ? 'running' : undefined;
    if (status === 'running' || status === 'waiting') {
      this.rows.add(node);
      this.plan();
    } else {
      this.rows.delete(node);
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.dispose();
  }

  private plan(): void {
    const isWanted = this.view.visible && vscode.window.state.focused && this.rows.size > 0;
    if (!isWanted) {
      clearTimeout(this.timer);
      this.timer = undefined;
    } else {
      this.timer ??= setTimeout(() => {
        this.timer = undefined;
        this.count();
      }, COUNTING_STEP);
    }
  }

  /** What is still there is drawn, and noted again. */
  private count(): void {
    const { rows } = this;
    this.rows = new Set();
    for (const node of rows) {
      this.renew(node);
    }
  }
}
