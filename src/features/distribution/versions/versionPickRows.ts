import * as vscode from 'vscode';
import type { AppVersion } from '../../../api/distribution/appVersion';
import { platformName } from '../../../ui/text/appText';
import { versionFacts, versionName } from './versionText';

/** A version in a pick, or a heading. */
export interface VersionPickRow extends vscode.QuickPickItem {
  version?: AppVersion;
}

/** Versions as they come, the newest first; each with its platform where there are several. */
export function versionPickRows(versions: readonly AppVersion[]): VersionPickRow[] {
  const isMixed = new Set(versions.map(({ platform }) => platform)).size > 1;
  return versions.map((version) => pickRow(version, isMixed));
}

/** What a version can be compared with: the one before it on its platform first, then newer ones, then the rest. */
export function comparableRows(versions: readonly AppVersion[], compared: AppVersion): VersionPickRow[] {
  const others = versions.filter(({ id }) => id !== compared.id);
  const same = others.filter(({ platform }) => platform === compared.platform);
  const isBefore = ({ createdAt = 0 }: AppVersion) => createdAt <= (compared.createdAt ?? 0);
  return [
    ...group(vscode.l10n.t('previous versions'), same.filter(isBefore), false),
    ...group(vscode.l10n.t('newer versions'), same.filter((version) => !isBefore(version)).reverse(), false),
    ...group(
      vscode.l10n.t('other platforms'),
      others.filter((version) => !same.includes(version)),
      true,
    ),
  ];
}

function group(label: string, versions: readonly AppVersion[], withPlatform: boolean): VersionPickRow[] {
  const rows = versions.map((version) => pickRow(version, withPlatform));
  return rows.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...rows];
}

function pickRow(version: AppVersion, withPlatform: boolean): VersionPickRow {
  const facts = versionFacts(version);
  return {
    version,
    label: versionName(version),
    description: (withPlatform ? [platformName(version.platform), ...facts] : facts).join(' · '),
  };
}
