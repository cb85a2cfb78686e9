import type * as vscode from 'vscode';
import type { Account } from '../../account/account';
import type { Touched } from '../../api/request/touched';
import { Emitter } from '../../support/emitter';

/** How a view asks again. What fails is said above its rows. */
export interface ViewRefresh {
  /** For everything that it shows. */
  refresh(): Promise<void>;
  /** For what failed in a way that may have passed, and nothing else. */
  retryFailed(): Promise<void>;
}

/** A write that no view began, and what it may have changed for an account. */
export interface ForeignWrite {
  readonly account: Account;
  readonly touched: Touched;
}

/** The views that the one Refresh command renews, and that hear of writes of others. Each adds itself; none knows another. */
export class Refreshes {
  private readonly views = new Map<ViewRefresh, () => string | undefined>();
  private readonly writes = new Emitter<ForeignWrite>();
  /** Tells of a write, and again when the server has come to its end. */
  readonly onDidWrite = this.writes.event;

  /** `failure` gives what is said above its rows of a failure. */
  add(view: ViewRefresh, failure: () => string | undefined): vscode.Disposable {
    this.views.set(view, failure);
    return { dispose: () => this.views.delete(view) };
  }

  /** Gives the first of what failed, if anything did. */
  async run(): Promise<string | undefined> {
    const views = [...this.views];
    await Promise.all(views.map(([view]) => view.refresh()));
    return views.map(([, failure]) => failure()).find((said) => said !== undefined);
  }

  async retryFailed(): Promise<void> {
    await Promise.all([...this.views.keys()].map((view) => view.retryFailed()));
  }

  announceWrite(write: ForeignWrite): void {
    this.writes.fire(write);
  }
}
