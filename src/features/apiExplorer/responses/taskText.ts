import { l10n } from 'vscode';

/** How far a task of the server is, or how it ended. */
export interface TaskState {
  readonly kind: 'following' | 'done' | 'failed' | 'timeout' | 'cancelled' | 'lost';
  /** Milliseconds. */
  readonly elapsed: number;
  /** What is said of its end; untrusted. */
  readonly serverText?: string | undefined;
  /** Ends the following, not the task. */
  readonly stop?: () => void;
}

/** How far a task is, or how it ended, in a few words. What a server says of it is untrusted. */
export function taskText(task: Omit<TaskState, 'stop'>): string {
  const seconds = Math.round(task.elapsed / 1000);
  const said = task.serverText === undefined ? '' : ` ${task.serverText.slice(0, 200)}`;
  switch (task.kind) {
    case 'following':
      return l10n.t('Task running for {0} s', seconds);
    case 'done':
      return l10n.t('Task done after {0} s', seconds);
    case 'failed':
      return l10n.t('Task failed after {0} s', seconds) + said;
    case 'timeout':
      return l10n.t('Task still running after {0} s. It is no longer followed.', seconds);
    case 'cancelled':
      return l10n.t('Task no longer followed');
    case 'lost':
      return l10n.t('Task could not be followed.') + said;
  }
}

/** The icon for it. */
export function taskIcon({ kind }: Pick<TaskState, 'kind'>): string {
  return kind === 'following'
    ? 'sync~spin'
    : kind === 'done'
      ? 'pass'
      : kind === 'cancelled'
        ? 'debug-stop'
        : 'error';
}
