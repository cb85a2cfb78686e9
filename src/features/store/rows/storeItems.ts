import * as vscode from 'vscode';
import type { StoreProfile } from '../../../api/store/storeProfiles';
import type { StoreVersion } from '../../../api/store/storeVersions';
import { Color, Command } from '../../../contributions';
import { visibleText } from '../../../support/visibleText';
import { SafeMarkdown } from '../../../ui/documents/safeMarkdown';
import { noticeItem } from '../../../ui/lists/failureNotice';
import { remedyItem } from '../../../ui/lists/remedyItem';
import { downloadsText, platformName } from '../../../ui/text/appText';
import { dateTime } from '../../../ui/text/dates';
import { fromNow } from '../../../ui/text/fromNow';
import { channelText, storeVersionFacts, storeVersionName } from '../storeText';
import type { StoreVersionRow } from './storeNodes';

/** The row of a profile. Its tooltip is made when it is asked for. */
export function storeProfileItem(profile: StoreProfile): vscode.TreeItem {
  const item = new vscode.TreeItem(profile.name, vscode.TreeItemCollapsibleState.Collapsed);
  const facts = storeProfileFacts(profile);
  item.description = facts.join(' · ');
  item.iconPath = new vscode.ThemeIcon('device-mobile');
  item.contextValue = 'storeProfile';
  item.accessibilityInformation = { label: [profile.name, ...facts].join(', ') };
  return item;
}

/** What the row of a profile says beside its name. */
export function storeProfileFacts(
  { version, publishedAt, downloads }: StoreProfile,
  now = Date.now(),
): string[] {
  return [
    version ?? vscode.l10n.t('No versions yet'),
    publishedAt === undefined
      ? undefined
      : vscode.l10n.t('last published {0}', fromNow(Math.min(publishedAt, now), now)),
    downloads === undefined ? undefined : downloadsText(downloads),
  ].filter((fact) => fact !== undefined);
}

/** Everything worth knowing of a profile at a glance. */
export function storeProfileTooltip(profile: StoreProfile): Promise<vscode.MarkdownString> {
  const { publishedAt, receivedAt, downloads } = profile;
  const never = vscode.l10n.t('Never');
  return Promise.resolve(
    new SafeMarkdown()
      .heading(profile.name)
      .fact(vscode.l10n.t('Newest version'), profile.version)
      .fact(vscode.l10n.t('Last published'), publishedAt === undefined ? never : dateTime(publishedAt))
      .fact(vscode.l10n.t('Last upload'), receivedAt === undefined ? never : dateTime(receivedAt))
      .fact(vscode.l10n.t('Downloads'), downloads?.toString())
      .fact(vscode.l10n.t('Profile ID'), profile.id).value,
  );
}

/** The row of something below a profile. The channel stands in the words as well as in the icon. */
export function storeVersionItem(row: StoreVersionRow): vscode.TreeItem {
  switch (row.kind) {
    case 'storeVersion': {
      const { version } = row;
      const name = storeVersionName(version);
      const facts = storeVersionFacts(version);
      const item = new vscode.TreeItem(name);
      item.description = facts.join(' · ');
      item.iconPath = storeVersionIcon(version);
      item.contextValue = `storeVersion ${version.channel === undefined ? 'unpublished' : 'published'}`;
      item.command = { command: Command.showStoreVersion, title: vscode.l10n.t('Show Version') };
      item.tooltip = tooltipOf(version);
      item.accessibilityInformation = { label: [name, ...facts].join(', ') };
      return item;
    }
    case 'notice':
      return noticeItem(row);
    case 'remedy':
      return remedyItem(row.remedy);
  }
}

function tooltipOf(version: StoreVersion): string {
  const { publishedAt, createdAt, summary, platform } = version;
  const facts: readonly (readonly [label: string, value: string | undefined])[] = [
    [vscode.l10n.t('Version'), storeVersionName(version)],
    [vscode.l10n.t('Platform'), platformName(platform)],
    [vscode.l10n.t('Channel'), channelText(version)],
    [vscode.l10n.t('Published'), publishedAt === undefined ? undefined : dateTime(publishedAt)],
    [vscode.l10n.t('Uploaded'), createdAt === undefined ? undefined : dateTime(createdAt)],
    [vscode.l10n.t('Summary'), summary],
  ];
  return facts
    .flatMap(([label, value]) => (value ? [visibleText(vscode.l10n.t('{0}: {1}', label, value))] : []))
    .join('\n');
}

/** Where a version is offered, by its shape. */
export function storeVersionIcon({ channel }: Pick<StoreVersion, 'channel'>): vscode.ThemeIcon {
  switch (channel) {
    case 'live':
      return new vscode.ThemeIcon('broadcast', new vscode.ThemeColor(Color.shared));
    case 'beta':
      return new vscode.ThemeIcon('beaker');
    case undefined:
      return new vscode.ThemeIcon('package');
  }
}
