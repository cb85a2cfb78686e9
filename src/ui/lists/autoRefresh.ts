import * as vscode from 'vscode';
import { isFailure } from '../../api/failure';
import type { ActivityCounter } from './activityCounter';

/** Pauses between two looks, in milliseconds: each half as long again as the one before. */
export interface RefreshPauses {
  first: number;
  max: number;
}

const usualPauses: RefreshPauses = { first: 5_000, max: 60_000 };

/** The longest that a server is waited for at its wish, in milliseconds. */
const MAX_SERVER_DELAY = 3_600_000;

/**
 * Asks again, with growing pauses, while a person can see the rows and something is under way that will change them:
 * the view is visible and the window has the focus (R16). Otherwise nothing is ever asked by itself.
 */
export class AutoRefresh implements vscode.Disposable {
  private pause = 0;
  /** No look before this, in milliseconds since 1970. */
  private due = 0;
  /** No look before this either: the server wanted it. */
  private notBefore = 0;
  private isRefreshing = false;
  private isOver = false;
  private timer: NodeJS.Timeout | undefined;
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly view: Pick<vscode.TreeView<unknown>, 'visible' | 'onDidChangeVisibility'>,
    private readonly activity: Pick<ActivityCounter, 'isActive' | 'onDidChange'>,
    /** Fails as a request does. */
    private readonly refresh: () => Promise<unknown>,
    private readonly pauses: RefreshPauses = usualPauses,
  ) {
    const plan = () => {
      this.plan();
    };
    this.subscriptions = vscode.Disposable.from(
      view.onDidChangeVisibility(plan),
      vscode.window.onDidChangeWindowState(plan),
      activity.onDidChange((begins) => {
        if (begins) {
          this.startOver();
        }
        plan();
      }),
    );
    this.startOver();
    plan();
  }

  /** The next look is now, where one is wanted, and the server did not want to be left alone for longer. */
  lookNow(): void {
    this.due = Date.now();
    this.plan();
  }

  /** No look for so long, in milliseconds: the server wants it. */
  hold(milliseconds: number): void {
    this.notBefore = Math.max(this.notBefore, Date.now() + Math.min(milliseconds, MAX_SERVER_DELAY));
    this.plan();
  }

  dispose(): void {
    this.isOver = true;
    this.subscriptions.dispose();
    clearTimeout(this.timer);
  }

  private get isWanted(): boolean {
    return this.view.visible && vscode.window.state.focused && this.activity.isActive && !this.isOver;
  }

  private startOver(): void {
    this.pause = this.pauses.first;
    this.due = Date.now() + this.pause;
  }

  /** The next look is when it is due, or at once where nobody was there to see it then. */
  private plan(): void {
    clearTimeout(this.timer);
    if (this.isWanted && !this.isRefreshing) {
      const pause = Math.max(this.due, this.notBefore) - Date.now();
      this.timer = setTimeout(() => void this.refreshOnce(), Math.max(0, pause));
    }
  }

  /** The view tells what a look failed with; here it only makes the pause as long as the server wants it. */
  private async refreshOnce(): Promise<void> {
    this.isRefreshing = true;
    this.pause = Math.min(this.pause * 1.5, this.pauses.max);
    const wish = await this.refresh().then(() => 0, serverDelayOf);
    this.isRefreshing = false;
    this.due = Date.now() + this.pause;
    this.hold(wish);
  }
}

/** How long the server asked to wait, in milliseconds. */
function serverDelayOf(error: unknown): number {
  return isFailure(error) ? (error.facts.retryAfter ?? 0) * 1000 : 0;
}
