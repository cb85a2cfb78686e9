import * as vscode from 'vscode';
import type { AppVersion } from '../../../api/distribution/appVersion';
import type { SharingStatus } from '../../../api/distribution/versionSharing';
import { Color, Command, type ColorId } from '../../../contributions';
import { visibleText } from '../../../support/visibleText';
import { downloadsText, platformName } from '../../../ui/text/appText';
import { dateTime } from '../../../ui/text/dates';
import { joinLines } from '../../../ui/text/joinLines';
import { sizeText } from '../../../ui/text/sizeText';
import { noticeItem } from '../../../ui/lists/failureNotice';
import { remedyItem } from '../../../ui/lists/remedyItem';
import type { VersionRow } from './versionNodes';
import {
  expiryText,
  hasExpired,
  sharedText,
  sharingText,
  testerName,
  versionFacts,
  versionName,
} from './versionText';

/** The row of something below a profile. State is never colour alone: it stands in the words as well. */
export function versionItem(row: VersionRow, extension: vscode.Uri): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  switch (row.kind) {
    case 'platform': {
      const { length } = row.versions;
      const name = platformName(row.platform);
      const item = new vscode.TreeItem(name, Expanded);
      item.description = String(length);
      item.iconPath = platformIcon(row.platform, extension);
      item.accessibilityInformation = {
        label:
          length === 1
            ? vscode.l10n.t('{0}, 1 version', name)
            : vscode.l10n.t('{0}, {1} versions', name, length),
      };
      return item;
    }
    case 'version': {
      const { version } = row;
      const name = versionName(version);
      const facts = versionFacts(version);
      const item = new vscode.TreeItem(name, version.sharing.testers.length > 0 ? Collapsed : None);
      item.description = facts.join(' · ');
      item.iconPath = iconOf(version);
      item.contextValue = version.sharing.isShared ? 'version shared' : 'version unshared';
      item.command = { command: Command.showVersion, title: vscode.l10n.t('Show Version') };
      item.tooltip = versionTooltip(version);
      item.accessibilityInformation = { label: [name, ...facts].join(', ') };
      return item;
    }
    case 'tester': {
      const name = testerName(row.sharing);
      const { status, sentAt } = row.sharing;
      const reached = sharingText(status);
      // The status first: an address is long, and the end of a row is what a narrow side bar cuts off.
      const facts = [...(reached === undefined ? [] : [reached]), name];
      const item = new vscode.TreeItem(facts.join(' · '));
      item.tooltip = linesText([
        [vscode.l10n.t('Tester'), name],
        [vscode.l10n.t('Status'), reached],
        [vscode.l10n.t('Sent'), sentAt === undefined ? undefined : dateTime(sentAt)],
      ]);
      item.iconPath = coloredIcon(...statusIcon(status));
      item.contextValue = 'tester';
      item.accessibilityInformation = { label: facts.join(', ') };
      return item;
    }
    case 'notice':
      return noticeItem(row);
    case 'remedy':
      return remedyItem(row.remedy);
  }
}

function versionTooltip(version: AppVersion): string {
  const { createdAt, fileType, fileSize, downloads, releaseNotes, sharing } = version;
  const expiry = expiryText(version);
  const file = [fileType?.toUpperCase(), fileSize === undefined ? undefined : sizeText(fileSize)];
  return linesText([
    [vscode.l10n.t('Version'), versionName(version)],
    [vscode.l10n.t('Platform'), platformName(version.platform)],
    [vscode.l10n.t('State'), expiry],
    [vscode.l10n.t('Sharing'), sharedText(sharing)],
    [vscode.l10n.t('Downloads'), downloads === undefined ? undefined : downloadsText(downloads)],
    [vscode.l10n.t('Uploaded'), createdAt === undefined ? undefined : dateTime(createdAt)],
    [vscode.l10n.t('File'), file.filter((fact) => fact !== undefined).join(', ')],
    [vscode.l10n.t('Release notes'), releaseNotes && joinLines(releaseNotes)],
  ]);
}

/** "Label: value" a line, where there is a value. What a server says stays in its line. */
function linesText(facts: readonly (readonly [label: string, value: string | undefined])[]): string {
  return facts
    .flatMap(([label, value]) => (value ? [visibleText(vscode.l10n.t('{0}: {1}', label, value))] : []))
    .join('\n');
}

/** The shapes that profiles have, too. */
function platformIcon(platform: AppVersion['platform'], extension: vscode.Uri): vscode.IconPath {
  if (platform === 'unknown') {
    return new vscode.ThemeIcon('device-mobile');
  }
  const file = (theme: string) =>
    vscode.Uri.joinPath(extension, 'media', 'profile', theme, `${platform}.svg`);
  return { light: file('light'), dark: file('dark') };
}

function iconOf(version: AppVersion): vscode.ThemeIcon {
  if (hasExpired(version)) {
    return coloredIcon('circle-slash', Color.inactive);
  }
  if (expiryText(version) !== undefined) {
    return coloredIcon('warning', Color.warning);
  }
  return version.sharing.isShared ? coloredIcon('broadcast', Color.shared) : coloredIcon('package');
}

/** How far a tester came, by shape and colour. */
function statusIcon(status: SharingStatus | undefined): [icon: string, color?: ColorId] {
  switch (status) {
    case 'downloaded':
      return ['pass', Color.shared];
    case 'sendingFailed':
      return ['warning', Color.warning];
    case 'pending':
      return ['mail', Color.inactive];
    case 'clicked':
    case 'loggedIn':
      return ['eye'];
    case 'notEnrolled':
    case 'notLoggedIn':
      return ['lock'];
    case undefined:
    case 'none':
    case 'other':
      return ['person'];
  }
}

function coloredIcon(icon: string, color?: ColorId): vscode.ThemeIcon {
  return new vscode.ThemeIcon(icon, color && new vscode.ThemeColor(color));
}
