import { l10n } from 'vscode';
import type { BuildStatus } from '../../../api/builds/buildStatus';
import { shortHash } from '../tree/buildText';
import type { BuildState } from './buildState';

/** How many ends a message names. */
const MAX_NAMED = 5;

/** Whether somebody has to do something about it. */
export function isBad(status: BuildStatus): boolean {
  return status === 'failed' || status === 'timedOut';
}

/** How builds ended, in one message; failures first, as they are given. */
export function endsText(ends: readonly BuildState[]): string {
  const named = ends.slice(0, MAX_NAMED).map(resultText);
  const more = ends.length - named.length;
  return [...named, ...(more > 0 ? [moreText(more)] : [])].join(' ');
}

/** App, branch, commit, and how it ended. */
function resultText({ profile, branch, commit, status }: BuildState): string {
  const hash = shortHash(commit?.hash);
  const what = [profile.name, branch.name, hash && `#${hash}`].filter((part) => part).join(' · ');
  switch (status) {
    case 'succeeded':
      return l10n.t('Build of {0} succeeded.', what);
    case 'succeededWithWarnings':
      return l10n.t('Build of {0} succeeded with warnings.', what);
    case 'failed':
      return l10n.t('Build of {0} failed.', what);
    case 'timedOut':
      return l10n.t('Build of {0} timed out.', what);
    case 'canceled':
      return l10n.t('Build of {0} was canceled.', what);
    default:
      return l10n.t('Build of {0} ended.', what);
  }
}

function moreText(count: number): string {
  return count === 1 ? l10n.t('1 more build ended.') : l10n.t('{0} more builds ended.', count);
}
