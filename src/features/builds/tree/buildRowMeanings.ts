import { Command } from '../../../contributions';
import type { SelectionKinds } from '../../../ui/lists/lazyView';
import type { RowMeanings } from '../../../ui/lists/rowCommands';

/** What each row that has a name offers: its commands tell what the row is. */
const named = {
  [Command.copyRowId]: Command.copyBuildId,
  [Command.copyRowName]: Command.copyBuildName,
  [Command.openRowInDashboard]: Command.openBuildInDashboard,
};
const listed = { ...named, [Command.showRowAsJson]: Command.showBuildAsJson };

/** What the commands of the menu of a row are here. */
export const buildRows: RowMeanings = {
  buildProfile: listed,
  branch: named,
  build: listed,
  variableGroup: {
    [Command.deleteRow]: Command.deleteVariableGroup,
    [Command.renameRow]: Command.renameVariableGroup,
  },
  variable: { [Command.deleteRow]: Command.deleteVariable },
};

/** Commands of the palette that take the selected build where they are run on nothing. */
export const buildsOnSelection: SelectionKinds = {
  [Command.copyBuildHash]: 'build',
  [Command.copyBuildId]: 'build',
  [Command.copyBuildName]: 'build',
  [Command.openBuildInDashboard]: 'build',
  [Command.showBuildAsJson]: 'build',
  [Command.startBuildAgain]: 'build',
};
