import * as vscode from 'vscode';
import type { Touched } from '../../api/request/touched';
import { toFailure } from '../../api/failure';
import { listStoreProfiles, type StoreProfile } from '../../api/store/storeProfiles';
import { listStoreVersions, type StoreVersion } from '../../api/store/storeVersions';
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
import type { StoreDeps, StoreViewDeps } from './deps';
import { StoreArrangement } from './find/storeArrangement';
import { storeProfileItem, storeProfileTooltip } from './rows/storeItems';
import { storeOnSelection, storeRows } from './rows/storeRowMeanings';
import { StoreVersionRows } from './rows/storeVersionRows';
import { storeCommands, type StoreTarget } from './storeCommands';
import { StorePages } from './storePages';

/** What is behind the Enterprise App Store view. Loaded when the view first shows or a command of it is run. */
export class StoreView implements LoadedView<ListNode<StoreProfile>>, StoreTarget {
  readonly rowMeanings = storeRows;
  readonly onSelection = storeOnSelection;
  readonly rows: ListView<StoreProfile>;
  readonly arrangement = new StoreArrangement();
  readonly list: AccountList<StoreProfile>;
  readonly shared: StoreViewDeps;
  readonly pages: StorePages;
  /** Ends downloads that are under way when the window closes. */
  readonly closing = new AbortController();
  private readonly disposables = new Disposables();
  private readonly loads: AccountLoads<StoreVersion>;

  constructor(
    deps: StoreDeps,
    private readonly tree: LazyTree<ListNode<StoreProfile>>,
  ) {
    const { sessions, clientFor } = deps;
    const { disposables } = this;
    this.list = disposables.add(
      new AccountList(sessions, (account, signal) => listStoreProfiles(clientFor(account), signal)),
    );
    this.loads = disposables.add(
      new AccountLoads(sessions, (account, profileId, signal) =>
        listStoreVersions(clientFor(account), profileId, signal),
      ),
    );
    this.rows = disposables.add(
      new ListView<StoreProfile>({
        tree,
        state: 'appcircle.store',
        list: this.list,
        sessions,
        item: storeProfileItem,
        tooltip: storeProfileTooltip,
        below: new StoreVersionRows(this.loads),
        arrangement: this.arrangement,
        more: Command.showMoreStore,
        staleMessage: (time, sentence) => vscode.l10n.t('Last updated {0}. {1}', time, sentence),
      }),
    );
    const activity = disposables.add(new ActivityCounter());
    this.shared = {
      ...deps,
      profiles: () => this.list.rows(),
      versionsOf: (profileId) => this.loads.rowsOf(profileId),
      forgetVersions: (profileId) => {
        this.loads.forget(profileId);
      },
      renew: (profileId) => this.renew(profileId),
      reveal: async (profileId, how) => {
        await vscode.commands.executeCommand(`${View.store}.focus`);
        await this.rows.reveal(profileId, how);
      },
      activity,
    };
    this.pages = disposables.add(new StorePages(deps));
    disposables.add(new AutoRefresh(tree.view, activity, () => this.refresh()));
  }

  readonly changes = lazy(async () => {
    const { StoreChanges } = await import('./publish/storeChanges');
    return new StoreChanges(this.shared);
  });

  readonly uploads = lazy(async () => {
    const { StoreUploads } = await import('./upload/storeUploads');
    return this.disposables.add(new StoreUploads(this.shared));
  });

  run(id: CommandId, argument: unknown, selected: unknown): unknown {
    return storeCommands[id]?.(this, argument, selected);
  }

  /** Asks for everything again that is shown. */
  async refresh(): Promise<void> {
    await this.list.refresh();
    // Only now: a server that refuses one list is not asked for others.
    this.loads.forget();
    this.tree.renew();
  }

  /** Shows what a request of the API Explorer did. */
  async handleWrite({ kind }: Touched): Promise<void> {
    if (kind === 'store' && this.list.state.kind !== 'unknown') {
      this.loads.forget();
      // What fails is said above the rows.
      await this.list.renew().catch(toFailure);
      this.tree.renew();
    }
  }

  retryFailed(): Promise<void> {
    return this.rows.retryFailed();
  }

  dispose(): void {
    this.closing.abort();
    this.disposables.dispose();
  }

  private async renew(profileId: string): Promise<void> {
    this.loads.forget(profileId);
    await this.list.renew();
    this.tree.renew();
    const profile = (await this.list.rows()).find(({ id }) => id === profileId);
    if (profile && this.pages.has(profileId)) {
      this.pages.renew(profile, await this.loads.rowsOf(profileId));
    }
  }
}
