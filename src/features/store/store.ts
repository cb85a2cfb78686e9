import type * as vscode from 'vscode';
import type { StoreProfile } from '../../api/store/storeProfiles';
import { View, ViewCommandIds } from '../../contributions';
import type { LazyTree } from '../../ui/lists/lazyTree';
import { registerLazyView } from '../../ui/lists/lazyView';
import type { ListNode } from '../../ui/lists/listNodes';
import type { StoreDeps } from './deps';

/** The Enterprise App Store view. */
export function registerStore(deps: StoreDeps): vscode.Disposable {
  return registerLazyView(deps, {
    id: View.store,
    load: async (tree: LazyTree<ListNode<StoreProfile>>) =>
      new (await import('./storeView')).StoreView(deps, tree),
    commands: ViewCommandIds.store,
  });
}
