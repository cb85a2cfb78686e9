import * as vscode from 'vscode';
import type { AppVersion } from '../../../api/distribution/appVersion';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { idPart } from '../../../support/idPart';
import { timeOfDay } from '../../../ui/text/dates';
import { failureText } from '../../../ui/failures/failureText';
import type { BelowNode, RowsBelow } from '../../../ui/lists/listNodes';
import { versionItem } from './versionItems';
import type { KnownVersions, VersionLoads } from './versionLoads';
import type { VersionRow } from './versionNodes';

/** Whichever version came last, the platforms keep their places. */
const platforms: readonly AppVersion['platform'][] = ['ios', 'android', 'unknown'];

/** The versions of profiles, asked for when a profile is opened, and what is below each. */
export class VersionRows implements RowsBelow<DistributionProfile> {
  constructor(private readonly loads: VersionLoads) {}

  /** The versions of a profile, newest first; asked for once until they are forgotten. Fails as a request does. */
  versionsOf({ id }: DistributionProfile): Promise<readonly AppVersion[]> {
    return this.loads.versionsOf(id);
  }

  /** The versions of this profile are asked for again when they are next wanted; without an id, those of all. */
  forget(profileId?: string): void {
    this.loads.forget(profileId);
  }

  async children({ id }: DistributionProfile, parent?: BelowNode): Promise<readonly VersionRow[]> {
    if (parent) {
      return below(parent as VersionRow);
    }
    const known = await this.loads.loadForRows(id);
    return known ? [...failureRows(known), ...versionRows(known)] : [];
  }

  item(node: BelowNode): vscode.TreeItem {
    return versionItem(node as VersionRow);
  }
}

/** What went wrong, and what helps. */
function failureRows({ failure, loadedAt }: KnownVersions): VersionRow[] {
  if (!failure) {
    return [];
  }
  const { sentence, remedies } = failureText(failure);
  const text =
    loadedAt === undefined
      ? sentence
      : vscode.l10n.t('These versions are from {0}. {1}', timeOfDay(loadedAt), sentence);
  return [
    { id: 'notice', kind: 'notice', text, failed: true },
    ...remedies.map((remedy): VersionRow => ({ id: remedy.command, kind: 'remedy', remedy })),
  ];
}

/** By platform where there are several. */
function versionRows({ versions, failure }: KnownVersions): VersionRow[] {
  const groups = platforms
    .map((platform) => ({ platform, versions: versions.filter((one) => one.platform === platform) }))
    .filter((group) => group.versions.length > 0);
  if (groups.length > 1) {
    return groups.map((group) => ({ id: group.platform, kind: 'platform', ...group }));
  }
  return versions.length === 0 && !failure
    ? [{ id: 'notice', kind: 'notice', text: vscode.l10n.t('No versions yet'), failed: false }]
    : versions.map(rowOf);
}

function below(parent: VersionRow): VersionRow[] {
  switch (parent.kind) {
    case 'platform':
      return parent.versions.map(rowOf);
    case 'version':
      return parent.version.sharing.testers.map((sharing) => ({
        id: `${parent.id}/${idPart(sharing.id)}`,
        kind: 'tester',
        sharing,
      }));
    default:
      return [];
  }
}

function rowOf(version: AppVersion): VersionRow {
  return { id: `version/${idPart(version.id)}`, kind: 'version', version };
}
