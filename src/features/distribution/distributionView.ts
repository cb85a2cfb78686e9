import * as vscode from 'vscode';
import { listProfiles, type DistributionProfile } from '../../api/distribution/profiles';
import type { Touched } from '../../api/request/touched';
import { Command, type CommandId } from '../../contributions';
import { Disposables } from '../../support/disposables';
import { lazy } from '../../support/lazy';
import { AccountList } from '../../ui/lists/accountList';
import type { LazyTree } from '../../ui/lists/lazyTree';
import type { LoadedView } from '../../ui/lists/lazyView';
import type { ListNode } from '../../ui/lists/listNodes';
import { ListView } from '../../ui/lists/listView';
import { AutoRefresh } from '../../ui/lists/autoRefresh';
import { ActivityCounter } from '../../ui/lists/activityCounter';
import { FindCommands } from './find/findCommands';
import { GroupNames } from './tree/groupNames';
import { distributionCommands } from './distributionCommands';
import type { DistributionDeps, DistributionViewDeps, PickProfile } from './deps';
import { pickProfile } from './find/pickProfile';
import { rowOfPage } from './pageRows';
import { ProfileArrangement } from './find/profileArrangement';
import { profileItem } from './tree/profileItem';
import { ProfileRowCommands } from './tree/profileRowCommands';
import { distributionOnSelection, distributionRows } from './tree/profileRowMeanings';
import { profileTooltip } from './tree/profileTooltip';
import { UploadedFiles } from './versions/uploadedFiles';
import { Versions } from './versions/versions';
import { followWrite } from './profiles/followWrite';
import { ViewProfileUpdates } from './profiles/profileUpdates';

/** What is behind the Distribution view. Loaded when the view first shows or a command of it is run. */
export class DistributionView implements LoadedView<ListNode<DistributionProfile>> {
  readonly rows: ListView<DistributionProfile>;
  readonly rowMeanings = distributionRows;
  readonly onSelection = distributionOnSelection;
  readonly find: FindCommands;
  readonly profileRows: ProfileRowCommands;
  readonly versions: Versions;
  readonly shared: DistributionViewDeps;
  private readonly disposables = new Disposables();
  /** Ends what is on its way to a device when the window closes. */
  private readonly closing = new AbortController();
  private readonly groups: GroupNames;
  private readonly uploadedFiles: UploadedFiles;
  private readonly list: AccountList<DistributionProfile>;

  constructor(
    private readonly deps: DistributionDeps & Pick<DistributionViewDeps, 'lastProfiles'>,
    tree: LazyTree<ListNode<DistributionProfile>>,
  ) {
    const { sessions, clientFor, memento, extension } = deps;
    const { disposables } = this;
    const list = disposables.add(
      new AccountList(sessions, (account, signal) => listProfiles(clientFor(account), signal)),
    );
    const pick: PickProfile = (question) => pickProfile(question, list, deps);
    const activity = disposables.add(new ActivityCounter());
    const arrangement = new ProfileArrangement(memento);
    this.groups = new GroupNames(clientFor);
    this.uploadedFiles = disposables.add(new UploadedFiles(deps.accountData));
    this.versions = disposables.add(
      new Versions({
        ...deps,
        uploadedFiles: this.uploadedFiles,
        pickProfile: (title: string) => pick({ title }),
        profiles: () => list.rows(),
      }),
    );
    this.rows = disposables.add(
      new ListView<DistributionProfile>({
        tree,
        state: 'appcircle.distribution',
        list,
        sessions,
        item: (profile) => profileItem(profile, extension),
        tooltip: async (profile) => {
          return profileTooltip(profile, await this.groupNames(profile.testingGroupIds));
        },
        below: this.versions.rows,
        arrangement,
        more: Command.showMore,
        staleMessage: (time, sentence) => vscode.l10n.t('Last updated {0}. {1}', time, sentence),
      }),
    );
    const changes = disposables.add(new ViewProfileUpdates(deps, list, this.rows, this.versions.rows));
    disposables.add(changes.onDidChange((update) => void this.versions.renewDocuments(update)));
    disposables.add(
      changes.onDidChange(({ id, profile }) => {
        deps.documents.renew(sessions.account?.credentialId ?? '', ['distribution', id], profile?.raw);
      }),
    );
    this.list = list;
    this.shared = { ...deps, pickProfile: pick, changes, activity };
    this.find = new FindCommands(deps, list, this.rows, arrangement, pick);
    this.profileRows = new ProfileRowCommands(this.shared);
    disposables.add(
      new AutoRefresh(tree.view, activity, async () => {
        await list.refresh();
        // Only now: a server that refuses one list is not asked for others.
        this.versions.rows.forget();
        tree.renew();
      }),
    );
  }

  /** What changes profiles, and their pages. */
  readonly profiles = lazy(async () => {
    const { ProfileCommands } = await import('./profiles/profileCommands');
    return this.disposables.add(new ProfileCommands(this.shared));
  });

  readonly uploads = lazy(async () => {
    const { VersionUploads } = await import('./upload/uploadVersion');
    const createProfile = async (name: string) => (await this.profiles()).createNamed(name);
    const { shared, groupNames, uploadedFiles } = this;
    return this.disposables.add(new VersionUploads({ ...shared, createProfile, groupNames, uploadedFiles }));
  });

  /** What agents run. */
  readonly tools = lazy(async () => {
    const { distributionTools } = await import('./tools/distributionTools');
    return distributionTools({
      sessions: this.deps.sessions,
      uploadAgreed: async (job, stop) => (await this.uploads()).uploadAgreed(job, stop),
    });
  });

  readonly downloads = lazy(async () => {
    const { VersionDownloads } = await import('./download/downloadVersion');
    return this.disposables.add(new VersionDownloads({ ...this.shared, pickVersion: this.pickVersion }));
  });

  readonly links = lazy(async () => {
    const { DistributionLinks } = await import('./links/openLink');
    return new DistributionLinks({
      ...this.shared,
      accounts: this.deps.accounts,
      showVersion: (profile, version) => this.versions.showVersion({ profile, version }),
      versionsOf: (profile) => this.versions.rows.versionsOf(profile),
    });
  });

  readonly installPages = lazy(async () => {
    const { InstallPages } = await import('./installPage/installPages');
    return this.disposables.add(new InstallPages(this.shared));
  });

  /** Runs a command of the view on a row, on a page, which stands for its row, or on nothing. Gives what it gives. */
  async run(id: CommandId, argument: unknown, selected: unknown): Promise<unknown> {
    const meant = await rowOfPage(argument, {
      sessions: this.deps.sessions,
      profiles: () => this.list.rows(),
      versionsOf: (profile) => this.versions.rows.versionsOf(profile),
    });
    return meant && distributionCommands[id]?.(this, meant.argument, selected);
  }

  async deleteVersions(argument: unknown): Promise<void> {
    const { deleteVersions } = await import('./versions/deleteVersions');
    const versionsOf = (profile: DistributionProfile) => this.versions.rows.versionsOf(profile);
    await deleteVersions({ ...this.shared, versionsOf }, argument);
  }

  async installVersion(argument: unknown): Promise<void> {
    const { installVersion } = await import('./devices/installVersion');
    const { pickVersion, closing } = this;
    await installVersion({ ...this.shared, pickVersion, closing: closing.signal }, argument);
  }

  async shareVersion(argument: unknown): Promise<void> {
    const { shareInDashboard } = await import('./versions/shareInDashboard');
    await shareInDashboard({ ...this.shared, pickVersion: this.pickVersion }, argument);
  }

  async editReleaseNotes(argument: unknown): Promise<void> {
    const { editReleaseNotes } = await import('./versions/releaseNotes');
    await editReleaseNotes({ ...this.shared, pickVersion: this.pickVersion }, argument);
  }

  /** Asks for everything again that is shown. */
  async refresh(): Promise<void> {
    this.groups.forget();
    this.versions.rows.forget();
    await this.rows.refresh();
  }

  /** Shows what a request of the API Explorer did. */
  async handleWrite(touched: Touched): Promise<void> {
    const { list, shared, deps, versions } = this;
    if (touched.kind === 'group' || touched.kind === 'distribution') {
      this.groups.forget();
    }
    const forgetVersions = () => {
      versions.rows.forget();
    };
    await followWrite({ list, changes: shared.changes, forgetVersions, log: deps.log }, touched);
  }

  async retryFailed(): Promise<void> {
    await this.rows.retryFailed();
  }

  dispose(): void {
    this.closing.abort();
    this.disposables.dispose();
  }

  private readonly groupNames = async (ids: string[]): Promise<string[]> => {
    const { account } = this.deps.sessions;
    return account ? this.groups.of(account, ids) : [];
  };

  private readonly pickVersion = (argument: unknown, title: string) => this.versions.pick(argument, title);
}
