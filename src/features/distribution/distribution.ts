import * as vscode from 'vscode';
import { AccountMemento } from '../../account/accountMemento';
import type { DistributionProfile } from '../../api/distribution/profiles';
import { Command, View, ViewCommandIds } from '../../contributions';
import { Disposables } from '../../support/disposables';
import type { LazyTree } from '../../ui/lists/lazyTree';
import { registerLazyView } from '../../ui/lists/lazyView';
import type { ListNode } from '../../ui/lists/listNodes';
import type { DistributionDeps } from './deps';

/** Key of the workspace's memento; no secrets: ids. */
const LAST_PROFILES = 'appcircle.lastUploads';

/** The Distribution view and its links. */
export function registerDistribution(deps: DistributionDeps): vscode.Disposable {
  const { accountData, memento, tools } = deps;
  const disposables = new Disposables();
  const lastProfiles = new AccountMemento(memento, LAST_PROFILES);
  disposables.add(accountData.add((retained) => lastProfiles.retainAccounts(retained)));
  const view = disposables.add(
    registerLazyView(deps, {
      id: View.distribution,
      refreshUnseen: true,
      load: async (tree: LazyTree<ListNode<DistributionProfile>>) =>
        new (await import('./distributionView')).DistributionView({ ...deps, lastProfiles }, tree),
      commands: ViewCommandIds.distribution,
    }),
  );
  for (const name of ['getVersion', 'uploadVersion'] as const) {
    tools.set(name, async () => (await (await view.load()).tools())[name]());
  }
  disposables.add(
    vscode.window.registerUriHandler({
      handleUri: (uri) => vscode.commands.executeCommand(Command.openLink, uri),
    }),
  );
  return disposables;
}
