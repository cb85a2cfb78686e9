import { l10n } from 'vscode';
import type { BuildStatus } from '../../api/builds/buildStatus';
import type { PublishStatus } from '../../api/publish/publishStatus';

/** How a build is, in words. */
export function buildStatusText(status: BuildStatus): string {
  return status === 'succeededWithWarnings' ? l10n.t('Succeeded with warnings') : publishStatusText(status);
}

/** How a run of a publish flow, or a step of one, is, in words. */
export function publishStatusText(status: PublishStatus): string {
  switch (status) {
    case 'succeeded':
      return l10n.t('Succeeded');
    case 'failed':
      return l10n.t('Failed');
    case 'canceled':
      return l10n.t('Canceled');
    case 'timedOut':
      return l10n.t('Timed out');
    case 'stopped':
      return l10n.t('Stopped');
    case 'skipped':
      return l10n.t('Skipped');
    case 'waiting':
      return l10n.t('Waiting');
    case 'running':
      return l10n.t('Running');
    case 'awaitingApproval':
      return l10n.t('Waits for approval');
    case 'notStarted':
      return l10n.t('Not started');
    case 'unknown':
      return l10n.t('Unknown status');
  }
}
