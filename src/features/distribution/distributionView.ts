import * as vscode from 'vscode';
import { listProfiles, type DistributionProfile } from '../../api/distribution/profiles';
import { Command } from '../../contributions';
import { Disposables } from '../../support/disposables';
import { AccountList } from '../../ui/lists/accountList';
import type { LateTree } from '../../ui/lists/lazyTree';
import { ListView, type ListNode } from '../../ui/lists/listView';
import { StayingTrue } from '../../ui/lists/autoRefresh';
import { UnderWay } from '../../ui/lists/activityCounter';
import type { DistributionCommand, DistributionNeeds } from './distribution';
import { Finding } from './find/findCommands';
import { GroupNames } from './tree/groupNames';
import { LateParts } from './lazyCommands';
import type { PickProfile, WorkspaceNeeds } from './deps';
import { pickProfile } from './find/pickProfile';
import { ProfileArrangement } from './find/profileArrangement';
import { profileItem } from './tree/profileItem';
import { ProfileRowCommands } from './tree/profileRowCommands';
import { profileTooltip } from './tree/profileTooltip';
import { runCommand, type Doers } from './runCommand';
import { Versions } from './versions/versions';
import { ViewChanges } from './profiles/profileUpdates';

/** Builds what the Distribution view is made of. Loaded when the view first shows or a command of it is run. */
export class Workspace implements vscode.Disposable {
  readonly view: ListView<DistributionProfile>;
  readonly shared: WorkspaceNeeds;
  private readonly disposables = new Disposables();
  private readonly groups: GroupNames;
  private readonly versions: Versions;
  private readonly doers: Doers;

  constructor(needs: DistributionNeeds, tree: LateTree<ListNode<DistributionProfile>>) {
    const { sessions, clientFor, memory, extension } = needs;
    const { disposables } = this;
    const list = disposables.add(
      new AccountList(sessions, (account, signal) => listProfiles(clientFor(account), signal)),
    );
    const pick: PickProfile = (question) => pickProfile(question, list, sessions);
    const underWay = disposables.add(new UnderWay());
    const arrangement = new ProfileArrangement(memory);
    this.groups = new GroupNames(clientFor);
    this.versions = disposables.add(
      new Versions({
        ...needs,
        pickProfile: (title: string) => pick({ title }),
        profiles: () => list.rows(),
      }),
    );
    this.view = disposables.add(
      new ListView<DistributionProfile>({
        tree,
        state: 'appcircle.distribution',
        list,
        sessions,
        item: (profile) => profileItem(profile, extension),
        tooltip: async (profile) => {
          const { account } = sessions;
          const names = account ? await this.groups.of(account, profile.testingGroupIds) : [];
          return profileTooltip(profile, names);
        },
        below: this.versions.rows,
        arrangement,
        more: Command.showMore,
        staleMessage: (time, sentence) => vscode.l10n.t('These profiles are from {0}. {1}', time, sentence),
      }),
    );
    const changes = new ViewChanges(sessions, clientFor, list, this.view, this.versions.rows);
    this.shared = { ...needs, pickProfile: pick, changes, underWay };
    this.doers = {
      finding: new Finding(sessions, list, this.view, arrangement, pick),
      rows: new ProfileRowCommands(this.shared),
      versions: this.versions,
      parts: disposables.add(new LateParts({ ...this.shared, accounts: needs.accounts }, this.versions)),
      showMore: () => {
        this.view.showMore();
      },
    };
    disposables.add(
      new StayingTrue(tree.view, underWay, async () => {
        await list.refresh();
        // Only now: a server that refuses one list is not asked for others.
        this.versions.rows.forget();
        tree.renew();
      }),
    );
  }

  run(command: DistributionCommand, argument: unknown): Promise<void> {
    return runCommand(this.doers, command, argument);
  }

  /** Asks for everything again that is shown. */
  async refresh(): Promise<void> {
    this.groups.forget();
    this.versions.rows.forget();
    await this.view.refresh();
  }

  /** Forgets what belongs to any other credential (rule 8). */
  async keepOnly(owners: readonly string[]): Promise<void> {
    await Promise.all([this.versions.keepOnly(owners), this.doers.parts.keepOnly(owners)]);
  }

  dispose(): void {
    this.disposables.dispose();
  }
}
