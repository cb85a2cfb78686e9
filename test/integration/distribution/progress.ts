import * as vscode from 'vscode';

/** What the progress of uploads says, and its Cancel; it is the editor's own. */
export class Progress {
  readonly said: string[] = [];
  private source: vscode.CancellationTokenSource | undefined;
  private readonly before = vscode.window.withProgress;

  constructor() {
    const withProgress: typeof vscode.window.withProgress = (options, work) =>
      this.before(options, (bar, token) => {
        const source = new vscode.CancellationTokenSource();
        this.source = source;
        token.onCancellationRequested(() => {
          source.cancel();
        });
        const report = (step: { message?: string; increment?: number }): void => {
          const { message = '' } = step;
          this.said.push(message);
          bar.report(step);
        };
        return work({ report }, source.token);
      });
    Object.assign(vscode.window, { withProgress });
  }

  /** Presses Cancel on the last one. */
  cancel(): void {
    this.source?.cancel();
  }

  leave(): void {
    Object.assign(vscode.window, { withProgress: this.before });
  }
}
