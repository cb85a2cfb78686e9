import { Command } from '../../../contributions';
import type { SelectionKinds } from '../../../ui/lists/lazyView';
import type { RowMeanings } from '../../../ui/lists/rowCommands';

const ofBoth = {
  [Command.copyRowId]: Command.copyStoreId,
  [Command.openRowInDashboard]: Command.openStoreInDashboard,
  [Command.showRowAsJson]: Command.showStoreAsJson,
};

/** What the commands of the menu of a row are here. */
export const storeRows: RowMeanings = {
  storeProfile: ofBoth,
  storeVersion: {
    ...ofBoth,
    [Command.deleteRow]: Command.deleteStoreVersion,
    [Command.downloadRow]: Command.downloadStoreVersion,
    [Command.showRow]: Command.showStoreVersion,
  },
};

/** Commands of the palette that take the selected row where they are run on nothing. */
export const storeOnSelection: SelectionKinds = {
  [Command.copyStoreId]: 'storeVersion',
  [Command.openStoreInDashboard]: 'storeProfile',
  [Command.showStoreAsJson]: 'storeVersion',
};
