import type * as vscode from 'vscode';
import type { TestingGroup } from '../../api/testingGroups/testingGroups';
import { View, ViewCommandIds } from '../../contributions';
import type { LazyTree } from '../../ui/lists/lazyTree';
import { registerLazyView } from '../../ui/lists/lazyView';
import type { ListNode } from '../../ui/lists/listNodes';
import type { TestingGroupsDeps } from './deps';

/** The Testing Groups view. Who never looked at the groups is not asked for them. */
export function registerTestingGroups(deps: TestingGroupsDeps): vscode.Disposable {
  return registerLazyView(deps, {
    id: View.testingGroups,
    load: async (tree: LazyTree<ListNode<TestingGroup>>) =>
      new (await import('./testingGroupsView')).TestingGroupsView(deps, tree),
    commands: ViewCommandIds.testingGroups,
  });
}
