import { GrowingPause } from '../../support/growingPause';
import type { Clock } from '../../support/time';
import type { ProgressBar } from './withCancellableProgress';

/** Milliseconds between two sentences about one step: at first, and at most. */
const SENTENCE_PAUSES = [1_000, 5_000] as const;

/**
 * Shows how far something is, on the editor's own progress, which is told steps in whole percents and never goes back.
 * A screen reader says each new sentence: one of another step (`step` tells which) is shown at once, as is the one that
 * nothing is left; of the same step in growing pauses. The bar goes on meanwhile.
 */
export function percentBar(
  progress: ProgressBar,
  clock: Clock = Date.now,
): (percent: number, message: string, step?: string) => void {
  const pause = new GrowingPause(...SENTENCE_PAUSES, clock);
  let shown = 0;
  let said = '';
  let last: string | undefined;
  return (percent, message, step = '') => {
    const increment = Math.max(0, Math.min(100, Math.floor(percent)) - shown);
    const now = `${step} ${percent >= 100}`;
    if (now !== last) {
      pause.reset();
    }
    last = now;
    if (pause.left === 0) {
      pause.begin();
      said = message;
    } else if (increment === 0) {
      return;
    }
    shown += increment;
    // The editor takes back a sentence that is not told again.
    progress.report({ message: said, ...(increment > 0 && { increment }) });
  };
}
