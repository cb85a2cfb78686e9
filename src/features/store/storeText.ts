import { l10n } from 'vscode';
import type { StoreChannel, StoreVersion } from '../../api/store/storeVersions';
import { downloadsText } from '../../ui/text/appText';
import { fromNow } from '../../ui/text/fromNow';
import { sizeText } from '../../ui/text/sizeText';

/** "2.4.0 (318)", or what else there is to call it by. Untrusted text. */
export function storeVersionName({ version, code, name, fileName, id }: StoreVersion): string {
  const known = version ?? name ?? fileName ?? id;
  return code === undefined ? known : `${known} (${code})`;
}

/** What a channel is called in the dashboard. */
export function channelName(channel: StoreChannel): string {
  switch (channel) {
    case 'beta':
      return l10n.t('Beta');
    case 'live':
      return l10n.t('Live');
  }
}

/** Where a version is offered, in words. */
export function channelText({ channel }: Pick<StoreVersion, 'channel'>): string {
  return channel === undefined ? l10n.t('not published') : channelName(channel);
}

/** What the row of a version says beside its name: the channel first, since the end is what a narrow side bar cuts off. */
export function storeVersionFacts(version: StoreVersion, now = Date.now()): string[] {
  const { channel, publishedAt, createdAt, fileName, fileSize, downloads } = version;
  return [
    channelText(version),
    channel !== undefined && publishedAt !== undefined
      ? l10n.t('published {0}', fromNow(Math.min(publishedAt, now), now))
      : createdAt === undefined
        ? undefined
        : fromNow(Math.min(createdAt, now), now),
    fileTypeOf(fileName),
    fileSize === undefined ? undefined : sizeText(fileSize),
    downloads === undefined || (downloads === 0 && channel === undefined)
      ? undefined
      : downloadsText(downloads),
  ].filter((fact) => fact !== undefined);
}

/** Whether the file is one that no device installs, and the store does not publish (api/README 13, A). */
export function isBundle({ fileName }: StoreVersion): boolean {
  return fileTypeOf(fileName) === 'AAB';
}

function fileTypeOf(fileName = ''): string | undefined {
  return /\.(ipa|apk|aab)$/i.exec(fileName)?.[1]?.toUpperCase();
}
