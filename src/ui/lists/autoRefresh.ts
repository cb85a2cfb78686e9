import * as vscode from 'vscode';
import { isFailure } from '../../api/failure';
import type { UnderWay } from './activityCounter';

/** Pauses between two looks, in milliseconds: each half as long again as the one before. */
export interface LookPauses {
  first: number;
  longest: number;
}

const usual: LookPauses = { first: 5_000, longest: 60_000 };

/** The longest that a server is waited for at its wish, in milliseconds. */
const LONGEST_WISH = 3_600_000;

/**
 * Asks again, with growing pauses, while a person can see the rows and something is under way that will change them:
 * the view is visible and the window has the focus (R16). Otherwise nothing is ever asked by itself.
 */
export class StayingTrue implements vscode.Disposable {
  private pause = 0;
  /** No look before this, in milliseconds since 1970. */
  private due = 0;
  /** No look before this either: the server wanted it. */
  private wished = 0;
  private isLooking = false;
  private isOver = false;
  private timer: NodeJS.Timeout | undefined;
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly view: Pick<vscode.TreeView<unknown>, 'visible' | 'onDidChangeVisibility'>,
    private readonly underWay: UnderWay,
    /** Fails as a request does. */
    private readonly look: () => Promise<unknown>,
    private readonly pauses: LookPauses = usual,
  ) {
    const plan = () => {
      this.plan();
    };
    this.subscriptions = vscode.Disposable.from(
      view.onDidChangeVisibility(plan),
      vscode.window.onDidChangeWindowState(plan),
      underWay.onDidChange((begins) => {
        if (begins) {
          this.startOver();
        }
        plan();
      }),
    );
    this.startOver();
    plan();
  }

  dispose(): void {
    this.isOver = true;
    this.subscriptions.dispose();
    clearTimeout(this.timer);
  }

  private get isWanted(): boolean {
    return this.view.visible && vscode.window.state.focused && this.underWay.is && !this.isOver;
  }

  private startOver(): void {
    this.pause = this.pauses.first;
    this.due = Date.now() + this.pause;
  }

  /** The next look is when it is due, or at once where nobody was there to see it then. */
  private plan(): void {
    clearTimeout(this.timer);
    if (this.isWanted && !this.isLooking) {
      const pause = Math.max(this.due, this.wished) - Date.now();
      this.timer = setTimeout(() => void this.lookOnce(), Math.max(0, pause));
    }
  }

  /** The view tells what a look failed with; here it only makes the pause as long as the server wants it. */
  private async lookOnce(): Promise<void> {
    this.isLooking = true;
    this.pause = Math.min(this.pause * 1.5, this.pauses.longest);
    const wish = await this.look().then(() => 0, wishOf);
    this.isLooking = false;
    this.due = Date.now() + this.pause;
    this.wished = Date.now() + Math.min(wish, LONGEST_WISH);
    this.plan();
  }
}

/** How long the server asked to wait, in milliseconds. */
function wishOf(error: unknown): number {
  return isFailure(error) ? (error.facts.retryAfter ?? 0) * 1000 : 0;
}
