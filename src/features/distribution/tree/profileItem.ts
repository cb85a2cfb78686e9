import * as vscode from 'vscode';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { profileIcon } from '../../../ui/profileIcon';

/** The row of a profile. Its tooltip is made when it is asked for. */
export function profileItem(profile: DistributionProfile, extension: vscode.Uri): vscode.TreeItem {
  const item = new vscode.TreeItem(profile.name, vscode.TreeItemCollapsibleState.Collapsed);
  item.description = versionsText(profile);
  const { ios, android } = profile.versions;
  const platforms = { ios: Boolean(ios), android: Boolean(android) };
  item.iconPath = profileIcon(extension, platforms, profile.pinned);
  item.contextValue = profile.pinned ? 'profile pinned' : 'profile unpinned';
  if (profile.hasInstallPage) {
    item.contextValue += ' installPage';
  }
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

/** What a screen reader says: the icon's meaning in words. */
function accessibilityLabel(profile: DistributionProfile): string {
  const parts = [profile.name, versionsText(profile).replaceAll(' · ', ', ')];
  if (profile.pinned) {
    parts.push(vscode.l10n.t('pinned'));
  }
  return parts.join(', ');
}
