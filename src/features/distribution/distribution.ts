import * as vscode from 'vscode';
import { AccountMemento } from '../../account/accountMemento';
import type { DistributionProfile } from '../../api/distribution/profiles';
import { Command, View } from '../../contributions';
import { Disposables } from '../../support/disposables';
import type { LazyTree } from '../../ui/lists/lazyTree';
import { lateCommands, registerLazyView } from '../../ui/lists/lazyView';
import type { ListNode } from '../../ui/lists/listNodes';
import type { RowMeanings } from '../../ui/lists/rowCommands';
import type { DistributionDeps } from './deps';

/** Key of the workspace's memento; no secrets: ids. */
const LAST_PROFILES = 'appcircle.lastUploads';

/** What each of them does is loaded with the view. */
const commandIds = [
  Command.clearProfileFilter,
  Command.compareVersions,
  Command.copyLink,
  Command.copyProfileId,
  Command.copyProfileName,
  Command.copyTesterAddress,
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
];

/** What the commands of the menu of a row are here. */
export const distributionRows: RowMeanings = {
  profile: {
    [Command.copyRowId]: Command.copyProfileId,
    [Command.copyRowName]: Command.copyProfileName,
    [Command.deleteRow]: Command.deleteProfile,
    [Command.openRowInDashboard]: Command.openProfileInDashboard,
    [Command.pinRow]: Command.pinProfile,
    [Command.renameRow]: Command.renameProfile,
    [Command.showRow]: Command.showProfile,
    [Command.showRowAsJson]: Command.showProfileAsJson,
    [Command.unpinRow]: Command.unpinProfile,
  },
  version: {
    [Command.compareRow]: Command.compareVersions,
    [Command.copyRowId]: Command.copyVersionId,
    [Command.downloadRow]: Command.downloadVersion,
    [Command.showRow]: Command.showVersion,
    [Command.showRowAsJson]: Command.showVersionAsJson,
  },
};

/** The Distribution view and its links. */
export function registerDistribution(deps: DistributionDeps): vscode.Disposable {
  const { accountData, memento } = deps;
  const disposables = new Disposables();
  const lastProfiles = new AccountMemento(memento, LAST_PROFILES);
  disposables.add(accountData.add((retained) => lastProfiles.retainAccounts(retained)));
  disposables.add(
    registerLazyView(deps, {
      id: View.distribution,
      refreshUnseen: true,
      load: async (tree: LazyTree<ListNode<DistributionProfile>>) =>
        new (await import('./distributionView')).DistributionView({ ...deps, lastProfiles }, tree),
      commands: lateCommands(commandIds),
      rowMeanings: distributionRows,
      onSelection: {
        [Command.copyProfileId]: 'profile',
        [Command.copyProfileName]: 'profile',
        [Command.copyVersionId]: 'version',
        [Command.openProfileInDashboard]: 'profile',
        [Command.pinProfile]: 'profile',
        [Command.showProfileAsJson]: 'profile',
        [Command.showVersionAsJson]: 'version',
        [Command.unpinProfile]: 'profile',
      },
    }),
  );
  disposables.add(
    vscode.window.registerUriHandler({
      handleUri: (uri) => vscode.commands.executeCommand(Command.openLink, uri),
    }),
  );
  return disposables;
}
