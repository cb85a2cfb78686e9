import { currentScope, type ScopeSource } from '../../../account/commandScope';
import { Failure } from '../../../api/failure';
import { inListOrder, type DistributionProfile } from '../../../api/distribution/profiles';
import { getProfile } from '../../../api/distribution/profileWrites';
import { View } from '../../../contributions';
import * as vscode from 'vscode';
import type { AccountList } from '../../../ui/lists/accountList';
import type { ListView } from '../../../ui/lists/listView';
import { Emitter, type Disposable } from '../../../support/emitter';
import type { ProfileUpdate, ProfileUpdates } from '../deps';
import type { VersionRows } from '../versions/versionRows';

/** What a write changed, in the rows of the view: nothing is asked for that did not change. */
export class ViewProfileUpdates implements ProfileUpdates, Disposable {
  private readonly updates = new Emitter<ProfileUpdate>();
  readonly onDidChange = this.updates.event;

  constructor(
    private readonly source: ScopeSource,
    private readonly list: AccountList<DistributionProfile>,
    private readonly view: ListView<DistributionProfile>,
    private readonly versions: VersionRows,
  ) {}

  rows(): Promise<readonly DistributionProfile[]> {
    return this.list.rows();
  }

  put(profile: DistributionProfile): void {
    this.list.amend((rows) => inListOrder([...rows.filter(({ id }) => id !== profile.id), profile]));
    this.updates.fire({ id: profile.id, profile });
  }

  remove(profileId: string): void {
    this.versions.forget(profileId);
    this.list.amend((rows) => rows.filter(({ id }) => id !== profileId));
    this.updates.fire({ id: profileId, profile: undefined });
  }

  async renew(profileId: string): Promise<void> {
    const scope = currentScope(this.source);
    if (!scope) {
      throw new Failure('cancelled');
    }
    const profile = await getProfile(scope.client, profileId);
    if (scope.isCurrent()) {
      this.versions.forget(profileId);
      this.put(profile);
    }
  }

  dispose(): void {
    this.updates.dispose();
  }

  async reveal(profileId: string, how?: { open: boolean }): Promise<void> {
    await vscode.commands.executeCommand(`${View.distribution}.focus`);
    await this.view.reveal(profileId, how);
  }
}
