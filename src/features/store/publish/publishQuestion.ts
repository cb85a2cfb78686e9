import { l10n } from 'vscode';
import type { StoreProfile } from '../../../api/store/storeProfiles';
import type { StoreChannel, StoreVersion } from '../../../api/store/storeVersions';
import { channelName, storeVersionName } from '../storeText';

/** What is asked before a version is published. */
export interface PublishQuestion {
  readonly question: string;
  readonly detail: readonly string[];
  readonly yes: string;
}

/**
 * The versions that leave a channel when this one comes to it: a channel has one version (api/README 13, A), of a
 * platform where a profile has several (D).
 */
export function replacedBy(
  version: StoreVersion,
  channel: StoreChannel,
  all: readonly StoreVersion[],
): StoreVersion[] {
  return all.filter(
    (other) => other.channel === channel && other.id !== version.id && other.platform === version.platform,
  );
}

/** Names what is published where, what it replaces, and which channel it leaves. */
export function publishQuestion(
  { profile, version }: { profile: StoreProfile; version: StoreVersion },
  channel: StoreChannel,
  replaced: readonly StoreVersion[],
): PublishQuestion {
  const to = channelName(channel);
  return {
    question: l10n.t('Publish {0} of {1} to {2}?', storeVersionName(version), profile.name, to),
    detail: [
      replacementText(version, channel, replaced),
      ...(version.channel !== undefined && version.channel !== channel
        ? [l10n.t('It leaves {0}.', channelName(version.channel))]
        : []),
      l10n.t('It can take up to 10 minutes until users see the change.'),
    ],
    yes: replaced.length > 0 ? l10n.t('Replace') : l10n.t('Publish'),
  };
}

/** What happens to what is in the channel. */
export function replacementText(
  version: StoreVersion,
  channel: StoreChannel,
  replaced: readonly StoreVersion[],
): string {
  if (version.channel === channel) {
    return l10n.t('It is published there. Its summary and release notes are replaced.');
  }
  return replaced.length > 0
    ? l10n.t(
        'It replaces {0}, which users can then no longer download.',
        replaced.map(storeVersionName).join(', '),
      )
    : l10n.t('No version is published there now.');
}
