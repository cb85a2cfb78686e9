import * as vscode from 'vscode';
import type { Account } from '../../account/account';
import type { SessionStore } from '../../account/sessionStore';
import { listVersions } from '../../api/appVersions';
import type { AppVersion } from '../../api/appVersion';
import type { ApiClient } from '../../api/client';
import type { DistributionProfile } from '../../api/distribution';
import { toFailure } from '../../api/failure';
import { failureText } from '../../ui/failureText';
import type { BelowNode, RowsBelow } from '../../ui/listView';
import { versionItem } from './versionItems';
import type { VersionRow } from './versionNodes';

interface Load {
  readonly account: Account;
  readonly versions: Promise<readonly AppVersion[]>;
}

/** The versions of profiles, asked for when a profile is opened, and what is below each. */
export class VersionRows implements RowsBelow<DistributionProfile> {
  private readonly loads = new Map<string, Load>();

  constructor(
    private readonly sessions: SessionStore,
    private readonly clientFor: (account: Account) => ApiClient,
  ) {}

  /** The versions of a profile, newest first; asked for once until they are forgotten. Fails as a request does. */
  versionsOf({ id }: DistributionProfile): Promise<readonly AppVersion[]> {
    const { account } = this.sessions;
    if (!account) {
      return Promise.resolve([]);
    }
    const known = this.loads.get(id);
    if (known?.account === account) {
      return known.versions;
    }
    const load = { account, versions: listVersions(this.clientFor(account), id) };
    this.loads.set(id, load);
    load.versions.catch(() => {
      // The next look asks again.
      if (this.loads.get(id) === load) {
        this.loads.delete(id);
      }
    });
    return load.versions;
  }

  /** The versions of this profile are asked for again when they are next wanted; without an id, those of all. */
  forget(profileId?: string): void {
    if (profileId === undefined) {
      this.loads.clear();
    } else {
      this.loads.delete(profileId);
    }
  }

  async children(profile: DistributionProfile, parent?: BelowNode): Promise<readonly VersionRow[]> {
    if (parent) {
      return this.below(profile, parent as VersionRow);
    }
    try {
      const versions = await this.versionsOf(profile);
      if (versions.length === 0) {
        return [{ id: 'notice', kind: 'notice', text: vscode.l10n.t('No versions yet') }];
      }
      const platforms = [...new Set(versions.map(({ platform }) => platform))];
      return platforms.length === 1
        ? rowsOf(versions)
        : platforms.map((platform) => groupOf(platform, versions));
    } catch (error) {
      const { sentence, remedies } = failureText(toFailure(error));
      return [
        { id: 'notice', kind: 'notice', text: sentence },
        ...remedies.map((remedy): VersionRow => ({ id: remedy.command, kind: 'remedy', remedy })),
      ];
    }
  }

  item(node: BelowNode): vscode.TreeItem {
    return versionItem(node as VersionRow);
  }

  private async below(profile: DistributionProfile, parent: VersionRow): Promise<readonly VersionRow[]> {
    if (parent.kind === 'platform') {
      const versions = await this.versionsOf(profile);
      return rowsOf(versions.filter(({ platform }) => platform === parent.platform));
    }
    return parent.kind === 'version'
      ? parent.version.sharing.testers.map((sharing): VersionRow => ({
          id: `${parent.id}/${sharing.id}`,
          kind: 'tester',
          sharing,
        }))
      : [];
  }
}

function groupOf(platform: AppVersion['platform'], versions: readonly AppVersion[]): VersionRow {
  const count = versions.filter((version) => version.platform === platform).length;
  return { id: platform, kind: 'platform', platform, count };
}

function rowsOf(versions: readonly AppVersion[]): VersionRow[] {
  return versions.map((version) => ({ id: `version/${version.id}`, kind: 'version', version }));
}
