import type * as vscode from 'vscode';

/** The views that the one Refresh command renews. Each adds itself; none knows another. */
export class Refreshes {
  private readonly views = new Set<() => Promise<void>>();

  add(refresh: () => Promise<void>): vscode.Disposable {
    this.views.add(refresh);
    return { dispose: () => this.views.delete(refresh) };
  }

  async run(): Promise<void> {
    await Promise.all([...this.views].map((refresh) => refresh()));
  }
}
