import * as vscode from 'vscode';
import type { Account } from '../../account/account';
import type { SessionStore } from '../../account/sessionStore';
import { FileStorage } from '../../api/files/fileStorage';
import { runUpload, type Upload, type UploadResult } from '../../api/upload/runUpload';
import { percentBar } from '../dialogs/percentBar';
import { withCancellableProgress } from '../dialogs/withCancellableProgress';
import type { RunDeps } from './uploadDeps';
import type { UploadJob } from './uploadJob';
import { percentOf, progressText, stepOf } from './uploadText';

/** Why an upload was cancelled: by its person, with its account, or with the window. */
export type CancelledBy = 'person' | 'account' | 'window';

/** How an attempt ended. */
export interface UploadAttemptResult {
  readonly result: UploadResult;
  /** The last stage that was reached in it. `result.upload` may be at an earlier one, where it goes on. */
  readonly stage: Upload['stage'];
  readonly cancelledBy: CancelledBy | undefined;
  /** When it first asked for a version, in milliseconds since 1970, if it did. */
  readonly commitBegunAt?: number | undefined;
}

/** Which one of several uploads it is, from 1 on. */
export interface UploadPart {
  readonly number: number;
  readonly total: number;
}

/** How one attempt is run. */
export interface AttemptOptions {
  readonly part?: UploadPart | undefined;
  /** Cancels it as its person does. */
  readonly stop?: AbortSignal | undefined;
}

/**
 * Goes on with an upload below a progress that can be cancelled. It is cancelled as well when its account is no longer
 * the active one, and when `closing` aborts, which is the end of the window.
 */
export function runUploadJob(
  job: UploadJob,
  account: Account,
  deps: RunDeps,
  closing: AbortSignal,
  { part, stop }: AttemptOptions = {},
): Promise<UploadAttemptResult> {
  const { upload, profileName } = job;
  const names = [upload.file.name, profileName] as const;
  const title = part
    ? vscode.l10n.t('Uploading {0} to {1} ({2} of {3})', ...names, part.number, part.total)
    : vscode.l10n.t('Uploading {0} to {1}', ...names);
  return deps.activity.track(async () =>
    withCancellableProgress(title, async (cancelled, bar) => {
      const byPerson = stop ? AbortSignal.any([cancelled, stop]) : cancelled;
      const cancel = listenForCancel(account, deps.sessions, byPerson, closing);
      let { stage } = upload;
      let commitBegunAt: number | undefined;
      const show = percentBar(bar);
      try {
        const result = await runUpload(upload, {
          client: deps.clientFor(account),
          storage: new FileStorage(deps.transport, account.hosts.api),
          signal: cancel.signal,
          onProgress: (progress) => {
            ({ stage } = progress);
            commitBegunAt ??= stage === 'stored' ? Date.now() : undefined;
            show(percentOf(progress), progressText(progress), stepOf(progress));
          },
        });
        return { result, stage, cancelledBy: cancel.by(), commitBegunAt };
      } finally {
        cancel.dispose();
      }
    }),
  );
}

interface Cancellation extends vscode.Disposable {
  signal: AbortSignal;
  by: () => CancelledBy | undefined;
}

/** An upload ends with its account: whoever is not signed in any more sends nothing more. */
function listenForCancel(
  { id }: Account,
  sessions: SessionStore,
  cancelled: AbortSignal,
  closing: AbortSignal,
): Cancellation {
  const controller = new AbortController();
  let by: CancelledBy | undefined;
  const cancel = (who: CancelledBy) => () => {
    by ??= who;
    controller.abort();
  };
  const close = cancel('window');
  closing.addEventListener('abort', close);
  cancelled.addEventListener('abort', cancel('person'));
  if (cancelled.aborted) {
    cancel('person')();
  }
  const listening = vscode.Disposable.from(
    sessions.onDidChange(() => {
      if (hasLeft(id, sessions)) {
        cancel('account')();
      }
    }),
    {
      dispose: () => {
        closing.removeEventListener('abort', close);
      },
    },
  );
  return { signal: controller.signal, by: () => by, dispose: () => void listening.dispose() };
}

/** Whether the window acts with another account by now, or none. A storage that cannot be read says nothing of it. */
export function hasLeft(accountId: string, { current }: SessionStore): boolean {
  return current.kind === 'signedOut' || (current.kind === 'signedIn' && current.account.id !== accountId);
}
