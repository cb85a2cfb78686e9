import { Command } from '../../../contributions';
import type { SelectionKinds } from '../../../ui/lists/lazyView';
import type { RowMeanings } from '../../../ui/lists/rowCommands';

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

/** Commands of the palette that take the selected row where they are run on nothing. */
export const distributionOnSelection: SelectionKinds = {
  [Command.copyProfileId]: 'profile',
  [Command.copyProfileName]: 'profile',
  [Command.copyVersionId]: 'version',
  [Command.openProfileInDashboard]: 'profile',
  [Command.pinProfile]: 'profile',
  [Command.shareVersion]: 'version',
  [Command.showProfileAsJson]: 'profile',
  [Command.showVersionAsJson]: 'version',
  [Command.unpinProfile]: 'profile',
};
