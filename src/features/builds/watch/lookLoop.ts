import * as vscode from 'vscode';
import type { Event } from '../../../support/emitter';
import { AutoRefresh } from '../../../ui/lists/autoRefresh';

/** The shortest pause between two looks, in milliseconds. */
export const FIRST_PAUSE = 3_000;
/** The longest, while something is under way. */
const MAX_BUSY_PAUSE = 45_000;
/** The longest while nothing is: what others start is seen then. */
const MAX_IDLE_PAUSE = 300_000;

/** What a loop of looks takes. */
export interface LookLoopOptions {
  isWanted: () => boolean;
  /** Whether something is under way. */
  isBusy: () => boolean;
  /** Told true when pauses start over, false when it may no longer be wanted. */
  activity: Event<boolean>;
  look: () => Promise<void>;
}

/** Looks again and again, with growing pauses, while that is wanted and the window has the focus. */
export function startLookLoop({ isWanted, isBusy, activity, look }: LookLoopOptions): AutoRefresh {
  return new AutoRefresh(
    // Whoever shows something says so by itself.
    { visible: true, onDidChangeVisibility: () => new vscode.Disposable(() => undefined) },
    {
      get isActive() {
        return isWanted();
      },
      onDidChange: activity,
    },
    look,
    {
      first: FIRST_PAUSE,
      get max() {
        return isBusy() ? MAX_BUSY_PAUSE : MAX_IDLE_PAUSE;
      },
    },
  );
}
