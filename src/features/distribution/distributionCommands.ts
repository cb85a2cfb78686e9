import type { DistributionProfile } from '../../api/distribution/profiles';
import { Command } from '../../contributions';
import type { ViewCommands } from '../../ui/lists/lazyView';
import type { ListView } from '../../ui/lists/listView';
import type { VersionDownloads } from './download/downloadVersion';
import type { FindCommands } from './find/findCommands';
import type { InstallPages } from './installPage/installPages';
import type { DistributionLinks } from './links/openLink';
import type { ProfileCommands } from './profiles/profileCommands';
import type { ProfileRowCommands } from './tree/profileRowCommands';
import type { VersionUploads } from './upload/uploadVersion';
import type { Versions } from './versions/versions';

/** As much of the view as its commands are run on. */
interface DistributionCommandTarget {
  readonly rows: ListView<DistributionProfile>;
  readonly find: FindCommands;
  readonly profileRows: ProfileRowCommands;
  readonly versions: Versions;
  readonly profiles: () => Promise<ProfileCommands>;
  readonly uploads: () => Promise<VersionUploads>;
  readonly downloads: () => Promise<VersionDownloads>;
  readonly links: () => Promise<DistributionLinks>;
  readonly installPages: () => Promise<InstallPages>;
  deleteVersions(argument: unknown): Promise<void>;
  editReleaseNotes(argument: unknown): Promise<void>;
  installVersion(argument: unknown): Promise<void>;
  shareVersion(argument: unknown): Promise<void>;
}

/** What each command of the view does, on a row or on nothing. */
export const distributionCommands: ViewCommands<DistributionCommandTarget> = {
  [Command.clearProfileFilter]: ({ find }) => find.clearFilter(),
  [Command.compareVersions]: ({ versions }, argument) => versions.compare(argument),
  [Command.copyLink]: async (view, argument) => (await view.links()).copy(argument),
  [Command.copyProfileId]: ({ profileRows }, argument) => profileRows.copyId(argument),
  [Command.copyProfileName]: ({ profileRows }, argument) => profileRows.copyName(argument),
  [Command.copyTesterAddress]: ({ versions }, argument) => versions.copyTesterAddress(argument),
  [Command.copyVersionId]: ({ versions }, argument) => versions.copyId(argument),
  [Command.createProfile]: async (view, argument) => (await view.profiles()).create(argument),
  [Command.deleteProfile]: async (view, argument) => (await view.profiles()).remove(argument),
  [Command.deleteVersions]: (view, argument) => view.deleteVersions(argument),
  [Command.downloadVersion]: async (view, argument) => (await view.downloads()).download(argument),
  [Command.editReleaseNotes]: (view, argument) => view.editReleaseNotes(argument),
  [Command.filterProfiles]: ({ find }) => find.filter(),
  [Command.goToProfile]: ({ find }) => find.goTo(),
  [Command.installVersion]: (view, argument) => view.installVersion(argument),
  [Command.openInstallPage]: async (view, argument) => (await view.installPages()).open(argument),
  [Command.openLink]: async (view, argument) => (await view.links()).open(argument),
  [Command.openProfileInDashboard]: ({ profileRows }, argument) => profileRows.openInDashboard(argument),
  [Command.pinProfile]: async (view, argument) => (await view.profiles()).pin(argument),
  [Command.renameProfile]: async (view, argument) => (await view.profiles()).rename(argument),
  [Command.setAutoSendGroups]: async (view, argument) => (await view.profiles()).setGroups(argument),
  [Command.shareVersion]: (view, argument) => view.shareVersion(argument),
  [Command.showMore]: ({ rows }) => {
    rows.showMore();
  },
  [Command.showProfile]: async (view, argument) => (await view.profiles()).show(argument),
  [Command.showProfileAsJson]: ({ profileRows }, argument) => profileRows.showAsJson(argument),
  [Command.showQrCode]: async (view, argument) => (await view.installPages()).showQrCode(argument),
  [Command.showVersion]: ({ versions }, argument) => versions.show(argument),
  [Command.showVersionAsJson]: ({ versions }, argument) => versions.showAsJson(argument),
  [Command.sortProfiles]: ({ find }) => find.sort(),
  [Command.unpinProfile]: async (view, argument) => (await view.profiles()).unpin(argument),
  [Command.uploadFile]: async (view, argument, selected) => (await view.uploads()).upload(argument, selected),
  [Command.uploadVersion]: async (view, argument) => (await view.uploads()).upload(argument),
};
