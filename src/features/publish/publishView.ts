import * as vscode from 'vscode';
import type { Touched } from '../../api/request/touched';
import type { PublishProfile, PublishRun, PublishVersion } from '../../api/publish/model';
import type { PublishProfileRef, PublishVersionRef } from '../../api/publish/paths';
import { getRunOfVersion } from '../../api/publish/runs';
import { listPublishVersions } from '../../api/publish/versions';
import { Command, View, type CommandId } from '../../contributions';
import { Disposables } from '../../support/disposables';
import { lazy } from '../../support/lazy';
import { AccountList } from '../../ui/lists/accountList';
import { AccountLoads } from '../../ui/lists/accountLoads';
import { ActivityCounter } from '../../ui/lists/activityCounter';
import { AutoRefresh } from '../../ui/lists/autoRefresh';
import type { LazyTree } from '../../ui/lists/lazyTree';
import type { LoadedView } from '../../ui/lists/lazyView';
import type { ListNode } from '../../ui/lists/listNodes';
import { ListView } from '../../ui/lists/listView';
import { SafeMarkdown } from '../../ui/documents/safeMarkdown';
import type { PublishDeps } from './deps';
import { PublishChoices } from './publishChoices';
import { publishCommands } from './publishCommands';
import { PublishRowCommands } from './publishRowCommands';
import { loadPlatforms } from './rows/loadPlatforms';
import { PublishArrangement } from './rows/publishArrangement';
import { platformItem, profilesText } from './rows/publishItems';
import {
  profileNode,
  profileRefOf,
  versionRefOf,
  type PlatformRow,
  type PublishProfileVersion,
} from './rows/publishNodes';
import { publishOnSelection, publishRowMeanings } from './rows/publishRowMeanings';
import { PublishRows } from './rows/publishRows';
import { publishPlatformText } from './rows/publishText';
import { RunWatch } from './runs/runWatch';

const profileKey = ({ platform, profileId }: PublishProfileRef) => `${platform}/${profileId}`;

/** What is behind the Publish view. Loaded when the view first shows or a command of it is run. */
export class PublishView implements LoadedView<ListNode<PlatformRow>> {
  readonly rows: ListView<PlatformRow>;
  readonly rowMeanings = publishRowMeanings;
  readonly onSelection = publishOnSelection;
  readonly below: PublishRows;
  readonly rowCommands: PublishRowCommands;
  private readonly disposables = new Disposables();
  private readonly list: AccountList<PlatformRow>;
  private readonly versions: AccountLoads<PublishVersion, PublishProfileRef>;
  private readonly runs: AccountLoads<PublishRun, PublishVersionRef>;
  private readonly choices: PublishChoices;
  private readonly watch: RunWatch;
  private readonly activity = this.disposables.add(new ActivityCounter());
  private readonly arrangement = new PublishArrangement();

  constructor(
    private readonly deps: PublishDeps,
    private readonly tree: LazyTree<ListNode<PlatformRow>>,
  ) {
    const { sessions, clientFor, extension } = deps;
    const { disposables, arrangement } = this;
    const list = disposables.add(
      new AccountList(sessions, (account, signal) => loadPlatforms(clientFor(account), signal)),
    );
    this.list = list;
    const versions = disposables.add(
      new AccountLoads<PublishVersion, PublishProfileRef>(
        sessions,
        (account, of, signal) => listPublishVersions(clientFor(account), of, signal),
        profileKey,
      ),
    );
    const runs = disposables.add(
      new AccountLoads<PublishRun, PublishVersionRef>(
        sessions,
        async (account, of, signal) => {
          const run = await getRunOfVersion(clientFor(account), of, signal);
          return run ? [run] : [];
        },
        (of) => `${profileKey(of)}/${of.versionId}`,
      ),
    );
    this.versions = versions;
    this.runs = runs;
    this.watch = disposables.add(
      new RunWatch({
        tree,
        runs,
        onChange: (of, isOver) => {
          if (isOver) {
            versions.forget(of);
          }
          tree.renew();
        },
      }),
    );
    this.below = disposables.add(
      new PublishRows({
        versions,
        runs,
        extension,
        onShowRun: (of, isNews) => {
          this.watch.show(of);
          if (isNews) {
            tree.renew();
          }
        },
      }),
    );
    this.rows = disposables.add(
      new ListView<PlatformRow>({
        tree,
        state: 'appcircle.publish',
        list,
        sessions,
        item: (row) => platformItem(row, extension),
        tooltip: ({ id, profiles }) =>
          Promise.resolve(
            new SafeMarkdown().heading(publishPlatformText(id)).paragraph(profilesText(profiles.length))
              .value,
          ),
        below: this.below,
        arrangement,
        more: Command.showMorePublish,
        staleMessage: (time, sentence) => vscode.l10n.t('Last updated {0}. {1}', time, sentence),
      }),
    );
    this.choices = new PublishChoices({ sessions, clientFor, list, versions });
    this.rowCommands = new PublishRowCommands(deps, this.choices, arrangement, this.rows, (profile) =>
      this.reveal(profile),
    );
    disposables.add(
      new AutoRefresh(tree.view, this.activity, async () => {
        await list.refresh();
        versions.forget();
        tree.renew();
      }),
    );
  }

  readonly uploads = lazy(async () => {
    const { PublishUploads } = await import('./versions/publishUploads');
    const changes = {
      renew: this.renewProfile,
      reveal: async (profileId: string) => {
        const profile = (await this.profiles()).find(({ id }) => id === profileId);
        await (profile && this.reveal(profile, true));
      },
    };
    const { activity, choices, deps } = this;
    return this.disposables.add(
      new PublishUploads({ ...deps, activity, choices, changes, profiles: () => this.profiles() }),
    );
  });

  readonly candidates = lazy(async () => {
    const { Candidates } = await import('./versions/candidates');
    return new Candidates({ choices: this.choices, renew: this.renewVersions });
  });

  readonly publishRuns = lazy(async () => {
    const { PublishRuns } = await import('./runs/publishRuns');
    return new PublishRuns({ choices: this.choices, runs: this.runs, noteRun: this.noteRun });
  });

  readonly versionCommands = lazy(async () => {
    const { PublishVersionCommands } = await import('./versions/publishVersionCommands');
    const { activity, choices, deps, renewProfile, renewVersions: renew } = this;
    const parts = { ...deps, activity, choices, renew, renewProfile };
    return this.disposables.add(new PublishVersionCommands(parts));
  });

  showMore(key: unknown): void {
    this.below.showMore(key);
    this.tree.renew();
  }

  /** Runs a command of the view on a row or on nothing. Gives what it gives. */
  run(id: CommandId, argument: unknown): unknown {
    return publishCommands[id]?.(this, argument);
  }

  /** Asks for everything again that is shown. */
  async refresh(): Promise<void> {
    this.versions.forget();
    this.runs.forget();
    await this.rows.refresh();
    this.tree.renew();
  }

  retryFailed(): Promise<void> {
    return this.rows.retryFailed();
  }

  /** A request of the API Explorer may have changed anything that is published. */
  async handleWrite({ kind }: Touched): Promise<void> {
    if (kind === 'publish') {
      await this.refresh();
    }
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private async profiles(): Promise<PublishProfile[]> {
    return (await this.list.rows()).flatMap(({ profiles }) => profiles);
  }

  /** Asks for the platforms again, and for the versions of this profile where they are shown. */
  private readonly renewProfile = async (profileId: string): Promise<void> => {
    const profile = (await this.profiles()).find(({ id }) => id === profileId);
    if (profile) {
      this.versions.forget(profileRefOf(profile));
    }
    await this.list.renew();
    this.tree.renew();
  };

  private readonly renewVersions = ({ profile }: PublishProfileVersion): void => {
    this.versions.forget(profileRefOf(profile));
    this.tree.renew();
  };

  /** A run began or ended by a command, which the row of its version tells even while it is folded. */
  private readonly noteRun = (of: PublishProfileVersion): void => {
    this.runs.forget(versionRefOf(of));
    void this.runs.loadForRows(versionRefOf(of)).then(() => {
      this.renewVersions(of);
    });
    this.watch.startOver();
  };

  /** Selects the row of a profile, and opens the view for it; `open` shows its versions too. */
  private async reveal(profile: PublishProfile, open = false): Promise<void> {
    await vscode.commands.executeCommand(`${View.publish}.focus`);
    const rows = await this.list.rows();
    const row = rows.find(({ id }) => id === profile.platform);
    if (row) {
      if (!this.arrangement.has(profile)) {
        this.arrangement.showAll();
        this.rows.arrange();
      }
      await this.tree.reveal(
        { kind: 'below', row, node: profileNode(profile), parent: { kind: 'row', row } },
        open,
      );
    }
  }
}
