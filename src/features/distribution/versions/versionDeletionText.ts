import { l10n } from 'vscode';
import type { AppVersion } from '../../../api/distribution/appVersion';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { versionName } from './versionText';

/** Names that a question has at most. */
const MAX_NAMES = 10;

/** How many versions are to be deleted, which, and what is lost with them. `all` of the profile, newest first. */
export function versionDeletionText(
  { name }: DistributionProfile,
  chosen: readonly AppVersion[],
  all: readonly AppVersion[],
): { question: string; detail: string[] } {
  const isNewest = (version: AppVersion) =>
    all.find(({ platform }) => platform === version.platform)?.id === version.id;
  const newest = chosen.filter(isNewest);
  const isShared = chosen.some(({ sharing }) => sharing.isShared);
  const [first] = chosen;
  return {
    question:
      chosen.length === 1 && first
        ? l10n.t('Delete version {0} of {1} for everyone?', versionName(first), name)
        : l10n.t('Delete {0} versions of {1} for everyone?', chosen.length, name),
    detail: [
      ...(chosen.length === 1 ? [] : [versionNamesText(chosen)]),
      ...(newest.length === 0
        ? []
        : [l10n.t('The newest version is among them: {0}.', versionNamesText(newest))]),
      ...(isShared ? [l10n.t('The links that testers received stop working.')] : []),
      l10n.t('This cannot be undone.'),
    ],
  };
}

/** The first of some versions, and how many more there are. */
export function versionNamesText(versions: readonly AppVersion[]): string {
  const names = versions.slice(0, MAX_NAMES).map(versionName).join(', ');
  const more = versions.length - MAX_NAMES;
  return more > 0 ? l10n.t('{0} and {1} more', names, more) : names;
}

/** What was deleted. */
export function resultText({ name }: DistributionProfile, count: number): string {
  return count === 1
    ? l10n.t('Deleted 1 version of {0}.', name)
    : l10n.t('Deleted {0} versions of {1}.', count, name);
}
