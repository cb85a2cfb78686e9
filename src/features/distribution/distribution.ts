import * as vscode from 'vscode';
import type { Accounts } from '../../account/accounts';
import type { Account } from '../../account/account';
import { watchAccounts } from '../../account/watchAccounts';
import type { SessionStore } from '../../account/sessionStore';
import type { Memento } from '../../support/memento';
import type { ApiClient } from '../../api/client';
import type { DistributionProfile } from '../../api/distribution/profiles';
import type { Transport } from '../../api/transport/transport';
import { Command, View } from '../../contributions';
import { Disposables } from '../../support/disposables';
import type { Log } from '../../support/log';
import { lazy } from '../../support/once';
import type { RegisterCommand } from '../../ui/commands';
import type { JsonDocuments } from '../../ui/documents/jsonDocuments';
import { LazyTree } from '../../ui/lists/lazyTree';
import type { ListNode } from '../../ui/lists/listView';
import type { Refreshes } from '../../ui/lists/refreshes';
import type { DistributionView } from './distributionView';

/** What the Distribution view needs of the rest. */
export interface DistributionDeps {
  command: RegisterCommand;
  accounts: Accounts;
  sessions: SessionStore;
  clientFor: (account: Account) => ApiClient;
  transport: Transport;
  refreshes: Refreshes;
  documents: JsonDocuments;
  /** Of the workspace. */
  memento: Memento;
  log: Log;
  extension: vscode.Uri;
}

/** Commands of the view, all of which are run by what is loaded on first use. */
const commands = [
  Command.clearProfileFilter,
  Command.compareVersions,
  Command.copyLink,
  Command.copyProfileId,
  Command.copyProfileName,
  Command.copyVersionId,
  Command.createProfile,
  Command.deleteProfile,
  Command.downloadVersion,
  Command.editReleaseNotes,
  Command.filterProfiles,
  Command.goToProfile,
  Command.openLink,
  Command.openProfileInDashboard,
  Command.pinProfile,
  Command.renameProfile,
  Command.setAutoSendGroups,
  Command.showMore,
  Command.showProfile,
  Command.showProfileAsJson,
  Command.showVersion,
  Command.showVersionAsJson,
  Command.sortProfiles,
  Command.unpinProfile,
  Command.uploadFile,
  Command.uploadVersion,
] as const;

export type DistributionCommand = (typeof commands)[number];

/** The Distribution view, its commands and its links. The rest is loaded when one of them is first used. */
export function registerDistribution(deps: DistributionDeps): vscode.Disposable {
  const { command, accounts, sessions, refreshes } = deps;
  const disposables = new Disposables();
  let loaded: DistributionView | undefined;
  const tree: LazyTree<ListNode<DistributionProfile>> = disposables.add(
    new LazyTree(View.distribution, sessions, async () => (await workspace()).view),
  );
  const workspace = lazy(async (): Promise<DistributionView> => {
    const { DistributionView: DistributionView } = await import('./distributionView');
    loaded = disposables.add(new DistributionView(deps, tree));
    return loaded;
  });
  for (const id of commands) {
    disposables.add(command(id, async (argument) => (await workspace()).run(id, argument)));
  }
  disposables.add(
    vscode.window.registerUriHandler({
      handleUri: (uri) => vscode.commands.executeCommand(Command.openLink, uri),
    }),
  );
  disposables.add(refreshes.add(async () => (await workspace()).refresh()));
  disposables.add(
    watchAccounts(accounts, sessions, () => {
      import('./forgetting')
        .then(({ forgetOthers }) => forgetOthers(deps, loaded))
        .catch((error: unknown) => {
          deps.log.error(`distribution: ${error instanceof Error ? error.message : 'unknown error'}`);
        });
    }),
  );
  return disposables;
}
