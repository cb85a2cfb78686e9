import * as vscode from 'vscode';
import { textForAnyPlace } from '../../support/shownText';

/** Says how far something is: a sentence, and by how many percents it went on. */
export type ProgressBar = vscode.Progress<{ message?: string; increment?: number }>;

/** Work that shows that it goes on, in a notification with a Cancel, which aborts the signal. */
export function withCancellableProgress<T>(
  title: string,
  work: (signal: AbortSignal, progress: ProgressBar) => Promise<T>,
): Thenable<T> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: textForAnyPlace(title),
    cancellable: true,
  };
  return vscode.window.withProgress(options, (progress: ProgressBar, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => {
      abort.abort();
    });
    return work(abort.signal, {
      report: ({ message, ...rest }) => {
        progress.report({ ...(message !== undefined && { message: textForAnyPlace(message) }), ...rest });
      },
    });
  });
}
