import type * as vscode from 'vscode';
import type { TestingGroup } from '../../api/testingGroups/testingGroups';
import { Command, View } from '../../contributions';
import type { LazyTree } from '../../ui/lists/lazyTree';
import { registerLazyView } from '../../ui/lists/lazyView';
import type { ListNode } from '../../ui/lists/listNodes';
import type { RowMeanings } from '../../ui/lists/rowCommands';
import type { TestingGroupsDeps } from './deps';

/** What the commands of the menu of a row are here. */
export const testingGroupRows: RowMeanings = {
  group: {
    [Command.copyRowId]: Command.copyTestingGroupId,
    [Command.deleteRow]: Command.deleteTestingGroup,
    [Command.removeRow]: Command.deleteTestingGroup,
    [Command.showRowAsJson]: Command.showTestingGroupAsJson,
  },
  tester: { [Command.deleteRow]: Command.removeTesters, [Command.removeRow]: Command.removeTesters },
};

/** The Testing Groups view. Who never looked at the groups is not asked for them. */
export function registerTestingGroups(deps: TestingGroupsDeps): vscode.Disposable {
  return registerLazyView(deps, {
    id: View.testingGroups,
    load: async (tree: LazyTree<ListNode<TestingGroup>>) =>
      new (await import('./testingGroupsView')).TestingGroupsView(deps, tree),
    commands: {
      [Command.addTesters]: ({ commands }, argument) => commands.addTesters(argument),
      [Command.copyTesters]: ({ commands }, argument) => commands.copyTesters(argument),
      [Command.copyTestingGroupId]: ({ commands }, argument) => commands.copyId(argument),
      [Command.createTestingGroup]: ({ commands }, argument) => commands.create(argument),
      [Command.deleteTestingGroup]: ({ commands }, argument) => commands.remove(argument),
      [Command.goToTestingGroup]: ({ commands }, argument) => commands.goTo(argument),
      [Command.removeTesters]: ({ commands }, argument) => commands.removeTesters(argument),
      [Command.showMoreGroups]: ({ rows }) => {
        rows.showMore();
      },
      [Command.showTestingGroupAsJson]: ({ commands }, argument) => commands.showAsJson(argument),
    },
    rowMeanings: testingGroupRows,
    onSelection: {
      [Command.copyTestingGroupId]: 'group',
      [Command.showTestingGroupAsJson]: 'group',
    },
  });
}
