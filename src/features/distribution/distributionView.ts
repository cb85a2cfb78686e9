import * as vscode from 'vscode';
import { listProfiles, type DistributionProfile } from '../../api/distribution/profiles';
import { Command } from '../../contributions';
import { Disposables } from '../../support/disposables';
import { AccountList } from '../../ui/lists/accountList';
import type { LazyTree } from '../../ui/lists/lazyTree';
import { ListView, type ListNode } from '../../ui/lists/listView';
import { AutoRefresh } from '../../ui/lists/autoRefresh';
import { ActivityCounter } from '../../ui/lists/activityCounter';
import type { DistributionCommand, DistributionDeps } from './distribution';
import { FindCommands } from './find/findCommands';
import { GroupNames } from './tree/groupNames';
import { LazyCommands } from './lazyCommands';
import type { PickProfile, DistributionViewDeps } from './deps';
import { pickProfile } from './find/pickProfile';
import { ProfileArrangement } from './find/profileArrangement';
import { profileItem } from './tree/profileItem';
import { ProfileRowCommands } from './tree/profileRowCommands';
import { profileTooltip } from './tree/profileTooltip';
import { runCommand, type CommandHandlers } from './runCommand';
import { Versions } from './versions/versions';
import { ViewProfileUpdates } from './profiles/profileUpdates';

/** Builds what the Distribution view is made of. Loaded when the view first shows or a command of it is run. */
export class DistributionView implements vscode.Disposable {
  readonly view: ListView<DistributionProfile>;
  readonly shared: DistributionViewDeps;
  private readonly disposables = new Disposables();
  private readonly groups: GroupNames;
  private readonly versions: Versions;
  private readonly handlers: CommandHandlers;

  constructor(deps: DistributionDeps, tree: LazyTree<ListNode<DistributionProfile>>) {
    const { sessions, clientFor, memento, extension } = deps;
    const { disposables } = this;
    const list = disposables.add(
      new AccountList(sessions, (account, signal) => listProfiles(clientFor(account), signal)),
    );
    const pick: PickProfile = (question) => pickProfile(question, list, sessions);
    const activity = disposables.add(new ActivityCounter());
    const arrangement = new ProfileArrangement(memento);
    this.groups = new GroupNames(clientFor);
    this.versions = disposables.add(
      new Versions({
        ...deps,
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
    const changes = new ViewProfileUpdates(sessions, clientFor, list, this.view, this.versions.rows);
    this.shared = { ...deps, pickProfile: pick, changes, activity };
    this.handlers = {
      finding: new FindCommands(sessions, list, this.view, arrangement, pick),
      rows: new ProfileRowCommands(this.shared),
      versions: this.versions,
      parts: disposables.add(new LazyCommands({ ...this.shared, accounts: deps.accounts }, this.versions)),
      showMore: () => {
        this.view.showMore();
      },
    };
    disposables.add(
      new AutoRefresh(tree.view, activity, async () => {
        await list.refresh();
        // Only now: a server that refuses one list is not asked for others.
        this.versions.rows.forget();
        tree.renew();
      }),
    );
  }

  run(command: DistributionCommand, argument: unknown): Promise<void> {
    return runCommand(this.handlers, command, argument);
  }

  /** Asks for everything again that is shown. */
  async refresh(): Promise<void> {
    this.groups.forget();
    this.versions.rows.forget();
    await this.view.refresh();
  }

  /** Forgets what belongs to any other credential (rule 8). */
  async retainAccounts(credentialIds: readonly string[]): Promise<void> {
    await Promise.all([
      this.versions.retainAccounts(credentialIds),
      this.handlers.parts.retainAccounts(credentialIds),
    ]);
  }

  dispose(): void {
    this.disposables.dispose();
  }
}
