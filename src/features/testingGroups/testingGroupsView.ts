import * as vscode from 'vscode';
import { listTestingGroups, type TestingGroup } from '../../api/testingGroups/testingGroups';
import { Command, View } from '../../contributions';
import { Disposables } from '../../support/disposables';
import { AccountList } from '../../ui/lists/accountList';
import type { LazyTree } from '../../ui/lists/lazyTree';
import { ListView, type ListNode } from '../../ui/lists/listView';
import { AutoRefresh } from '../../ui/lists/autoRefresh';
import { ActivityCounter } from '../../ui/lists/activityCounter';
import { GroupCommands } from './groupCommands';
import { byName } from './groupOrder';
import { groupItem, groupTooltip, TesterRows } from './groupRows';
import type { GroupCommand, TestingGroupsDeps } from './testingGroups';

/** Builds what the Testing Groups view is made of. Loaded when the view first shows or a command of it is run. */
export class TestingGroupsView implements vscode.Disposable {
  readonly view: ListView<TestingGroup>;
  private readonly disposables = new Disposables();
  private readonly commands: GroupCommands;

  constructor(deps: TestingGroupsDeps, tree: LazyTree<ListNode<TestingGroup>>) {
    const { sessions, clientFor, documents } = deps;
    const { disposables } = this;
    const list = disposables.add(
      new AccountList(sessions, async (account, signal) =>
        byName(await listTestingGroups(clientFor(account), signal)),
      ),
    );
    const activity = disposables.add(new ActivityCounter());
    this.view = disposables.add(
      new ListView<TestingGroup>({
        tree,
        state: 'appcircle.testingGroups',
        list,
        sessions,
        item: groupItem,
        tooltip: groupTooltip,
        below: new TesterRows(),
        more: Command.showMoreGroups,
        staleMessage: (time, sentence) => vscode.l10n.t('These groups are from {0}. {1}', time, sentence),
      }),
    );
    const reveal = async (groupId: string) => {
      await vscode.commands.executeCommand(`${View.testingGroups}.focus`);
      await this.view.reveal(groupId);
    };
    this.commands = new GroupCommands({ sessions, clientFor, list, activity, reveal, documents });
    disposables.add(new AutoRefresh(tree.view, activity, () => list.refresh()));
  }

  /** Asks for everything again that is shown. */
  refresh(): Promise<void> {
    return this.view.refresh();
  }

  /** Runs a command of the view on what it was called with: a row, or nothing. */
  async run(command: GroupCommand, argument: unknown): Promise<void> {
    const { commands } = this;
    switch (command) {
      case Command.showMoreGroups:
        this.view.showMore();
        return;
      case Command.addTesters:
        return commands.addTesters(argument);
      case Command.copyTesters:
        return commands.copyTesters(argument);
      case Command.copyTestingGroupId:
        return commands.copyId(argument);
      case Command.createTestingGroup:
        return commands.create(argument);
      case Command.deleteTestingGroup:
        return commands.remove(argument);
      case Command.goToTestingGroup:
        return commands.goTo(argument);
      case Command.removeTesters:
        return commands.removeTesters(argument);
      case Command.showTestingGroupAsJson:
        return commands.showAsJson(argument);
    }
  }

  dispose(): void {
    this.disposables.dispose();
  }
}
