import type * as vscode from 'vscode';
import { View, ViewCommandIds } from '../../contributions';
import type { LazyTree } from '../../ui/lists/lazyTree';
import { registerLazyView } from '../../ui/lists/lazyView';
import type { ListNode } from '../../ui/lists/listNodes';
import type { PublishDeps } from './deps';
import type { PlatformRow } from './rows/publishNodes';

/** The Publish view: platforms, profiles, versions, and the run of each with its steps. */
export function registerPublish(deps: PublishDeps): vscode.Disposable {
  return registerLazyView(deps, {
    id: View.publish,
    load: async (tree: LazyTree<ListNode<PlatformRow>>) =>
      new (await import('./publishView')).PublishView(deps, tree),
    commands: ViewCommandIds.publish,
  });
}
