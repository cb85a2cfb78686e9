import * as vscode from 'vscode';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { visibleText } from '../../../support/visibleText';

/** The row of a profile. Its tooltip is made when it is asked for. */
export function profileItem(profile: DistributionProfile, extension: vscode.Uri): vscode.TreeItem {
  const item = new vscode.TreeItem(visibleText(profile.name), vscode.TreeItemCollapsibleState.Collapsed);
  item.description = visibleText(versionsText(profile));
  item.iconPath = profileIcon(profile, extension);
  item.contextValue = profile.pinned ? 'profile pinned' : 'profile unpinned';
  item.accessibilityInformation = { label: accessibilityLabel(profile) };
  return item;
}

/** "iOS 2.4.0 · Android 2.4.1", or that there is nothing yet. */
export function versionsText({ versions }: DistributionProfile): string {
  const known = [
    versions.ios && vscode.l10n.t('iOS {0}', versions.ios),
    versions.android && vscode.l10n.t('Android {0}', versions.android),
  ].filter(Boolean);
  return known.join(' · ') || vscode.l10n.t('No versions yet');
}

/** Platform and pin, told apart by shape. */
function profileIcon(
  { versions, pinned }: DistributionProfile,
  extension: vscode.Uri,
): { light: vscode.Uri; dark: vscode.Uri } {
  const platform =
    versions.ios && versions.android ? 'both' : versions.ios ? 'ios' : versions.android ? 'android' : 'none';
  const file = `${platform}${pinned ? '-pinned' : ''}.svg`;
  return {
    light: vscode.Uri.joinPath(extension, 'media', 'profile', 'light', file),
    dark: vscode.Uri.joinPath(extension, 'media', 'profile', 'dark', file),
  };
}

/** What a screen reader says: the icon's meaning in words. */
function accessibilityLabel(profile: DistributionProfile): string {
  const parts = [visibleText(profile.name), visibleText(versionsText(profile)).replaceAll(' · ', ', ')];
  if (profile.pinned) {
    parts.push(vscode.l10n.t('pinned'));
  }
  return parts.join(', ');
}
