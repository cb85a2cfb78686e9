import * as vscode from 'vscode';
import { isFailure } from '../api/failure';
import type { UnderWay } from './underWay';

/** Pauses between two looks, in milliseconds: each half as long again as the one before. */
export interface LookPauses {
  first: number;
  longest: number;
}

const usual: LookPauses = { first: 5_000, longest: 60_000 };

/**
 * Asks again, with growing pauses, while a person can see the rows and something is under way that will change them:
 * the view is visible and the window has the focus (R16). Otherwise nothing is ever asked by itself.
 */
export class StayingTrue implements vscode.Disposable {
  private pause: number;
  private timer: NodeJS.Timeout | undefined;
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly view: Pick<vscode.TreeView<unknown>, 'visible' | 'onDidChangeVisibility'>,
    private readonly underWay: UnderWay,
    /** Fails as a request does. */
    private readonly look: () => Promise<unknown>,
    private readonly pauses: LookPauses = usual,
  ) {
    this.pause = pauses.first;
    const changed = () => {
      this.changed();
    };
    this.subscriptions = vscode.Disposable.from(
      view.onDidChangeVisibility(changed),
      vscode.window.onDidChangeWindowState(changed),
      underWay.onDidChange(() => {
        this.pause = pauses.first;
        changed();
      }),
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
    clearTimeout(this.timer);
  }

  private get isWanted(): boolean {
    return this.view.visible && vscode.window.state.focused && this.underWay.is;
  }

  private changed(): void {
    if (!this.isWanted) {
      clearTimeout(this.timer);
      this.timer = undefined;
    } else if (this.timer === undefined) {
      this.wait(this.pause);
    }
  }

  private wait(pause: number): void {
    const timer = setTimeout(() => {
      void this.lookOnce(timer);
    }, pause);
    this.timer = timer;
  }

  /** The view tells what a look failed with; here it only makes the pause as long as the server wants it. */
  private async lookOnce(timer: NodeJS.Timeout): Promise<void> {
    this.pause = Math.min(this.pause * 1.5, this.pauses.longest);
    const asked = await this.look().then(
      () => 0,
      (error: unknown) => (isFailure(error) ? (error.facts.retryAfter ?? 0) * 1000 : 0),
    );
    if (this.timer === timer) {
      this.wait(Math.max(this.pause, asked));
    }
  }
}
