import * as vscode from 'vscode';
import { toFailure } from '../../api/failure';
import type { Touched } from '../../api/request/touched';
import { listTestingGroups, type TestingGroup } from '../../api/testingGroups/testingGroups';
import { Command, View, type CommandId } from '../../contributions';
import { Disposables } from '../../support/disposables';
import { AccountList } from '../../ui/lists/accountList';
import type { LazyTree } from '../../ui/lists/lazyTree';
import type { LoadedView } from '../../ui/lists/lazyView';
import type { ListNode } from '../../ui/lists/listNodes';
import { ListView } from '../../ui/lists/listView';
import { AutoRefresh } from '../../ui/lists/autoRefresh';
import { ActivityCounter } from '../../ui/lists/activityCounter';
import { GroupCommands } from './groupCommands';
import { sortGroups } from './sortGroups';
import { groupItem, groupTooltip, TesterRows } from './groupRows';
import { groupsOnSelection, testingGroupCommands, testingGroupRows } from './testingGroupCommands';
import type { TestingGroupsDeps } from './deps';

/** Builds what the Testing Groups view is made of. Loaded when the view first shows or a command of it is run. */
export class TestingGroupsView implements LoadedView<ListNode<TestingGroup>> {
  readonly rows: ListView<TestingGroup>;
  readonly rowMeanings = testingGroupRows;
  readonly onSelection = groupsOnSelection;
  readonly commands: GroupCommands;
  private readonly list: AccountList<TestingGroup>;
  private readonly disposables = new Disposables();

  constructor(deps: TestingGroupsDeps, tree: LazyTree<ListNode<TestingGroup>>) {
    const { sessions, clientFor, documents } = deps;
    const { disposables } = this;
    const list = disposables.add(
      new AccountList(sessions, async (account, signal) =>
        sortGroups(await listTestingGroups(clientFor(account), signal)),
      ),
    );
    this.list = list;
    disposables.add(
      list.onDidChange((state) => {
        for (const group of state.kind === 'ready' ? state.rows : []) {
          documents.renew(sessions.account?.credentialId ?? '', ['testingGroups', group.id], group.raw);
        }
      }),
    );
    const activity = disposables.add(new ActivityCounter());
    this.rows = disposables.add(
      new ListView<TestingGroup>({
        tree,
        state: 'appcircle.testingGroups',
        list,
        sessions,
        item: groupItem,
        tooltip: groupTooltip,
        below: new TesterRows(),
        more: Command.showMoreGroups,
        staleMessage: (time, sentence) => vscode.l10n.t('Last updated {0}. {1}', time, sentence),
      }),
    );
    const reveal = async (groupId: string) => {
      await vscode.commands.executeCommand(`${View.testingGroups}.focus`);
      await this.rows.reveal(groupId);
    };
    this.commands = new GroupCommands({ sessions, clientFor, list, activity, reveal, documents });
    disposables.add(new AutoRefresh(tree.view, activity, () => list.refresh()));
  }

  /** Runs a command of the view on a row or on nothing. */
  run(id: CommandId, argument: unknown): unknown {
    return testingGroupCommands[id]?.(this, argument);
  }

  /** Asks for everything again that is shown. */
  refresh(): Promise<void> {
    return this.rows.refresh();
  }

  /** Their list is one request: all of it is asked for, whichever group it was. */
  async handleWrite({ kind }: Touched): Promise<void> {
    if (kind === 'group' || kind === 'distribution') {
      // What fails is said above the rows.
      await this.list.renew().catch(toFailure);
    }
  }

  retryFailed(): Promise<void> {
    return this.rows.retryFailed();
  }

  dispose(): void {
    this.disposables.dispose();
  }
}
