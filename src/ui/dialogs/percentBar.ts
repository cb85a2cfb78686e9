import type { Progress } from 'vscode';

/** Shows how far something is, on the editor's own progress, which is told steps in whole percents and never goes back. */
export function percentBar(
  progress: Progress<{ message?: string; increment?: number }>,
): (percent: number, message: string) => void {
  let shown = 0;
  return (percent, message) => {
    const increment = Math.max(0, Math.min(100, Math.floor(percent)) - shown);
    shown += increment;
    progress.report({ message, ...(increment > 0 && { increment }) });
  };
}
