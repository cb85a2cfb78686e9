import { Command } from '../../../contributions';
import type { SelectionKinds } from '../../../ui/lists/lazyView';
import type { RowMeanings } from '../../../ui/lists/rowCommands';

const named = {
  [Command.copyRowId]: Command.copyPublishId,
  [Command.showRowAsJson]: Command.showPublishAsJson,
};

/** What the commands of the menu of a row are here. */
export const publishRowMeanings: RowMeanings = {
  publishProfile: {
    ...named,
    [Command.copyRowName]: Command.copyPublishName,
    [Command.openRowInDashboard]: Command.openPublishInDashboard,
  },
  publishVersion: {
    ...named,
    [Command.deleteRow]: Command.deletePublishVersion,
    [Command.downloadRow]: Command.downloadPublishVersion,
  },
};

/** Commands of the palette that take the selected row where they are run on nothing. */
export const publishOnSelection: SelectionKinds = {
  [Command.copyPublishId]: 'publishVersion',
  [Command.copyPublishName]: 'publishProfile',
  [Command.openPublishInDashboard]: 'publishProfile',
  [Command.showPublishAsJson]: 'publishVersion',
};
