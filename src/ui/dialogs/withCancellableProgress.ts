import * as vscode from 'vscode';

/** Work that shows that it goes on, in a notification with a Cancel, which aborts the signal. */
export function withCancellableProgress<T>(
  title: string,
  work: (
    signal: AbortSignal,
    progress: vscode.Progress<{ message?: string; increment?: number }>,
  ) => Promise<T>,
): Thenable<T> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, (progress, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => {
      abort.abort();
    });
    return work(abort.signal, progress);
  });
}
