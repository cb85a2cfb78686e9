import * as vscode from 'vscode';
import { AccountMemento } from '../../account/accountMemento';
import type { DistributionProfile } from '../../api/distribution/profiles';
import { Command, View } from '../../contributions';
import { Disposables } from '../../support/disposables';
import type { LazyTree } from '../../ui/lists/lazyTree';
import { registerLazyView, type ViewCommands } from '../../ui/lists/lazyView';
import type { ListNode } from '../../ui/lists/listNodes';
import type { DistributionDeps } from './deps';
import type { DistributionView } from './distributionView';

/** Key of the workspace's memento; no secrets: ids. */
const LAST_PROFILES = 'appcircle.lastUploads';

/** What each command of the view does, on a row or on nothing. */
export const distributionCommands: ViewCommands<DistributionView> = {
  [Command.clearProfileFilter]: ({ find }) => find.clearFilter(),
  [Command.compareVersions]: ({ versions }, argument) => versions.compare(argument),
  [Command.copyLink]: async (view, argument) => (await view.links()).copy(argument),
  [Command.copyProfileId]: ({ profileRows }, argument) => profileRows.copyId(argument),
  [Command.copyProfileName]: ({ profileRows }, argument) => profileRows.copyName(argument),
  [Command.copyVersionId]: ({ versions }, argument) => versions.copyId(argument),
  [Command.createProfile]: async (view, argument) => (await view.profiles()).create(argument),
  [Command.deleteProfile]: async (view, argument) => (await view.profiles()).remove(argument),
  [Command.downloadVersion]: async (view, argument) => (await view.downloads()).download(argument),
  [Command.editReleaseNotes]: (view, argument) => view.editReleaseNotes(argument),
  [Command.filterProfiles]: ({ find }) => find.filter(),
  [Command.goToProfile]: ({ find }) => find.goTo(),
  [Command.openLink]: async (view, argument) => (await view.links()).open(argument),
  [Command.openProfileInDashboard]: ({ profileRows }, argument) => profileRows.openInDashboard(argument),
  [Command.pinProfile]: async (view, argument) => (await view.profiles()).pin(argument),
  [Command.renameProfile]: async (view, argument) => (await view.profiles()).rename(argument),
  [Command.setAutoSendGroups]: async (view, argument) => (await view.profiles()).setGroups(argument),
  [Command.showMore]: ({ rows }) => {
    rows.showMore();
  },
  [Command.showProfile]: async (view, argument) => (await view.profiles()).show(argument),
  [Command.showProfileAsJson]: ({ profileRows }, argument) => profileRows.showAsJson(argument),
  [Command.showVersion]: ({ versions }, argument) => versions.show(argument),
  [Command.showVersionAsJson]: ({ versions }, argument) => versions.showAsJson(argument),
  [Command.sortProfiles]: ({ find }) => find.sort(),
  [Command.unpinProfile]: async (view, argument) => (await view.profiles()).unpin(argument),
  [Command.uploadFile]: async (view, argument) => (await view.uploads()).upload(argument),
  [Command.uploadVersion]: async (view, argument) => (await view.uploads()).upload(argument),
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
      commands: distributionCommands,
    }),
  );
  disposables.add(
    vscode.window.registerUriHandler({
      handleUri: (uri) => vscode.commands.executeCommand(Command.openLink, uri),
    }),
  );
  return disposables;
}
