import type { Disposable } from '../../../../../src/support/emitter';
import type { LazyTree } from '../../../../../src/ui/lists/lazyTree';
import { registerLazyView } from '../../../../../src/ui/lists/lazyView';
import type { ListNode } from '../../../../../src/ui/lists/listNodes';
import { View, ViewCommandIds, type Device, type DevicesDeps } from './device';

// The region stands in CONTRIBUTING.md as it is here.
// #region The declaration of a view
export function registerDevices(deps: DevicesDeps): Disposable {
  return registerLazyView(deps, {
    id: View.devices,
    load: async (tree: LazyTree<ListNode<Device>>) =>
      new (await import('./devicesView')).DevicesView(deps, tree),
    commands: ViewCommandIds.devices,
  });
}
// #endregion
