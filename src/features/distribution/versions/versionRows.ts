import * as vscode from 'vscode';
import type { AppVersion } from '../../../api/distribution/appVersion';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import type { Failure } from '../../../api/failure';
import { idPart } from '../../../support/idPart';
import type { AccountLoads, KnownRows } from '../../../ui/lists/accountLoads';
import { failureNotice } from '../../../ui/lists/failureNotice';
import type { BelowNode, RowsBelow } from '../../../ui/lists/listNodes';
import { versionItem } from './versionItems';
import type { VersionRow } from './versionNodes';

/** Whichever version came last, the platforms keep their places. */
const platforms: readonly AppVersion['platform'][] = ['ios', 'android', 'unknown'];

/** The versions of profiles, asked for when a profile is opened, and what is below each. */
export class VersionRows implements RowsBelow<DistributionProfile> {
  readonly onDidChangeFailure;

  constructor(
    private readonly loads: AccountLoads<AppVersion>,
    private readonly extension: vscode.Uri,
  ) {
    this.onDidChangeFailure = loads.onDidChangeFailure;
  }

  get failure(): Failure | undefined {
    return this.loads.failure;
  }

  forgetFailed(): boolean {
    return this.loads.forgetFailed();
  }

  /** The versions of a profile, newest first; asked for once until they are forgotten. Fails as a request does. */
  versionsOf({ id }: DistributionProfile): Promise<readonly AppVersion[]> {
    return this.loads.rowsOf(id);
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
    return versionItem(node as VersionRow, this.extension);
  }
}

/** What went wrong, and what helps. */
function failureRows(known: KnownRows<AppVersion>): VersionRow[] {
  const failed = failureNotice(known);
  return failed
    ? [
        { id: 'notice', kind: 'notice', ...failed.notice },
        ...failed.remedies.map((remedy): VersionRow => ({ id: remedy.command, kind: 'remedy', remedy })),
      ]
    : [];
}

/** By platform where there are several. */
function versionRows({ rows: versions, failure }: KnownRows<AppVersion>): VersionRow[] {
  const groups = platforms
    .map((platform) => ({
      platform,
      versions: inNumbers(versions.filter((one) => one.platform === platform)),
    }))
    .filter((group) => group.versions.length > 0);
  if (groups.length > 1) {
    return groups.map((group) => ({ id: group.platform, kind: 'platform', ...group }));
  }
  return versions.length === 0 && !failure
    ? [{ id: 'notice', kind: 'notice', text: vscode.l10n.t('No versions yet'), failed: false }]
    : groups.flatMap((group) => group.versions.map(rowOf));
}

/** Builds of one number stand together, in the place of the newest of them, which is the first (R57). */
function inNumbers(versions: readonly AppVersion[]): AppVersion[] {
  const numbers = new Map<string, AppVersion[]>();
  for (const one of versions) {
    const key = one.version === undefined ? `id ${one.id}` : `version ${one.version}`;
    const same = numbers.get(key);
    if (same) {
      same.push(one);
    } else {
      numbers.set(key, [one]);
    }
  }
  return [...numbers.values()].flat();
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
