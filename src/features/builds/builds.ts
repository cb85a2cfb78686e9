import type * as vscode from 'vscode';
import { AccountMemento } from '../../account/accountMemento';
import { View, ViewCommandIds } from '../../contributions';
import { Disposables } from '../../support/disposables';
import type { LazyTree } from '../../ui/lists/lazyTree';
import { registerLazyView } from '../../ui/lists/lazyView';
import type { BuildsNode } from './buildNodes';
import type { BuildsView } from './buildsView';
import type { BuildsDeps } from './deps';
import { registerLogFiles } from './log/logFiles';

/** Keys of the workspace's memento; no secrets: ids and names. */
const KEYS = [
  'appcircle.buildProfileLinks',
  'appcircle.lastStarts',
  'appcircle.startedBuilds',
  'appcircle.ofWorkspace',
];

/** The Builds view: what is under way, profiles with branches and builds, logs, artifacts, variables. */
export function registerBuilds(deps: BuildsDeps): vscode.Disposable {
  const disposables = new Disposables();
  const [profileLinks, lastStarts, startedBuilds, ofWorkspace] = KEYS.map((key) => {
    const stored = new AccountMemento(deps.memento, key);
    disposables.add(deps.accountData.add((retained) => stored.retainAccounts(retained)));
    return stored;
  }) as [AccountMemento, AccountMemento, AccountMemento, AccountMemento];
  const lazyView = disposables.add(
    registerLazyView<BuildsNode, BuildsView>(deps, {
      id: View.builds,
      showCollapseAll: true,
      load: async (tree: LazyTree<BuildsNode>) =>
        new (await import('./buildsView')).BuildsView(
          { ...deps, profileLinks, lastStarts, startedBuilds, ofWorkspace },
          tree,
        ),
      commands: ViewCommandIds.builds,
    }),
  );
  for (const name of ['getBranchBuild', 'readBuildLog', 'startBuild'] as const) {
    deps.tools.set(name, async () => (await (await lazyView.load()).tools())[name]);
  }
  disposables.add(registerLogFiles(async () => (await lazyView.load()).logFiles()));
  // The status bar says how the newest build is, where a profile belongs to the workspace, and the end of what an earlier
  // window started is told. Nobody else pays for it (R30).
  disposables.add(
    deps.sessions.onDidChange((session) => {
      if (session.kind === 'signedIn' && session.health.kind === 'good') {
        const { id } = session.account;
        const isOurs = ofWorkspace.of(id) === true;
        if (isOurs || startedBuilds.of(id)) {
          void lazyView.load().then((view) => (isOurs ? view.followBranch() : undefined));
        }
      }
    }),
  );
  return disposables;
}
