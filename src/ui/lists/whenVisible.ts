import type * as vscode from 'vscode';

/** Does something while a view is visible: at once, or when a person next looks at it. */
export class WhenVisible implements vscode.Disposable {
  private waiting: (() => Promise<void>) | undefined;
  private readonly subscription: vscode.Disposable;

  constructor(private readonly view: Pick<vscode.TreeView<unknown>, 'visible' | 'onDidChangeVisibility'>) {
    this.subscription = view.onDidChangeVisibility(({ visible }) => {
      const work = this.waiting;
      if (visible && work) {
        this.waiting = undefined;
        void work();
      }
    });
  }

  /** Comes back at once where it has to wait; what comes later takes its place then. `work` tells its own failures. */
  async run(work: () => Promise<void>): Promise<void> {
    if (this.view.visible) {
      await work();
    } else {
      this.waiting = work;
    }
  }

  dispose(): void {
    this.waiting = undefined;
    this.subscription.dispose();
  }
}
