import * as vscode from 'vscode';
import type { AppVersion } from '../../../api/distribution/appVersion';
import { Command } from '../../../contributions';
import { visibleText } from '../../../support/visibleText';
import { dateTime } from '../../../ui/text/dates';
import { remedyItem } from '../../../ui/lists/remedyItem';
import type { VersionRow } from './versionNodes';
import { expiryText, hasExpired, sharingText, testerName, versionFacts, versionName } from './versionText';

/** The row of something below a profile. State is never colour alone: it stands in the words as well. */
export function versionItem(row: VersionRow): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  switch (row.kind) {
    case 'platform': {
      const { length } = row.versions;
      const name = platformName(row.platform);
      const item = new vscode.TreeItem(name, Expanded);
      item.description = String(length);
      item.iconPath = new vscode.ThemeIcon('device-mobile');
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
      const name = visibleText(versionName(version));
      const facts = versionFacts(version).map(visibleText);
      const item = new vscode.TreeItem(name, version.sharing.testers.length > 0 ? Collapsed : None);
      item.description = facts.join(' · ');
      item.iconPath = iconOf(version);
      item.contextValue = 'version';
      item.command = { command: Command.showVersion, title: vscode.l10n.t('Show Version') };
      item.tooltip = [name, ...facts].join('\n');
      item.accessibilityInformation = { label: [name, ...facts].join(', ') };
      return item;
    }
    case 'tester': {
      const name = visibleText(testerName(row.sharing));
      const item = new vscode.TreeItem(name);
      const { status: reached, sentAt } = row.sharing;
      const status = sharingText(reached);
      const sent = sentAt === undefined ? [] : [vscode.l10n.t('sent {0}', dateTime(sentAt))];
      item.description = status;
      item.tooltip = [name, status, ...sent].join('\n');
      item.iconPath = new vscode.ThemeIcon(reached === 'sendingFailed' ? 'warning' : 'person');
      item.accessibilityInformation = { label: [name, status].join(', ') };
      return item;
    }
    case 'notice': {
      const item = new vscode.TreeItem(row.text);
      item.iconPath = new vscode.ThemeIcon(row.failed ? 'warning' : 'info');
      // It is longer than a row.
      item.tooltip = row.text;
      return item;
    }
    case 'remedy':
      return remedyItem(row.remedy);
  }
}

export function platformName(platform: AppVersion['platform']): string {
  switch (platform) {
    case 'ios':
      return vscode.l10n.t('iOS');
    case 'android':
      return vscode.l10n.t('Android');
    case 'unknown':
      return vscode.l10n.t('Other');
  }
}

function iconOf(version: AppVersion): vscode.ThemeIcon {
  if (hasExpired(version)) {
    return new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('disabledForeground'));
  }
  return expiryText(version) === undefined
    ? new vscode.ThemeIcon('package')
    : new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
}
