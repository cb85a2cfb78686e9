import type { TestingGroup } from '../../api/testingGroups/testingGroups';
import { Command } from '../../contributions';
import type { SelectionKinds, ViewCommands } from '../../ui/lists/lazyView';
import type { ListView } from '../../ui/lists/listView';
import type { RowMeanings } from '../../ui/lists/rowCommands';
import type { GroupCommands } from './groupCommands';

/** As much of the view as its commands are run on. */
interface TestingGroupsTarget {
  readonly rows: ListView<TestingGroup>;
  readonly commands: GroupCommands;
}

/** What each command of the view does, on a row or on nothing. */
export const testingGroupCommands: ViewCommands<TestingGroupsTarget> = {
  [Command.addTesters]: ({ commands }, argument) => commands.addTesters(argument),
  [Command.copyTesters]: ({ commands }, argument) => commands.copyTesters(argument),
  [Command.copyTestingGroupId]: ({ commands }, argument) => commands.copyId(argument),
  [Command.createTestingGroup]: ({ commands }, argument) => commands.create(argument),
  [Command.deleteTestingGroup]: ({ commands }, argument) => commands.remove(argument),
  [Command.goToTestingGroup]: ({ commands }, argument) => commands.goTo(argument),
  [Command.removeTesters]: ({ commands }, argument) => commands.removeTesters(argument),
  [Command.showMoreGroups]: ({ rows }) => {
    rows.showMore();
  },
  [Command.showTestingGroupAsJson]: ({ commands }, argument) => commands.showAsJson(argument),
};

/** What the commands of the menu of a row are here. */
export const testingGroupRows: RowMeanings = {
  group: {
    [Command.copyRowId]: Command.copyTestingGroupId,
    [Command.deleteRow]: Command.deleteTestingGroup,
    [Command.removeRow]: Command.deleteTestingGroup,
    [Command.showRowAsJson]: Command.showTestingGroupAsJson,
  },
  tester: { [Command.deleteRow]: Command.removeTesters, [Command.removeRow]: Command.removeTesters },
};

/** Commands of the palette that take the selected row where they are run on nothing. */
export const groupsOnSelection: SelectionKinds = {
  [Command.copyTestingGroupId]: 'group',
  [Command.showTestingGroupAsJson]: 'group',
};
