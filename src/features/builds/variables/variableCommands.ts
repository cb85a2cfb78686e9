import { Command } from '../../../contributions';
import type { ViewCommands } from '../../../ui/lists/lazyView';
import type { VariableRoom } from './variableRoom';

/** As much of the view as these commands are run on. */
interface VariableCommandTarget {
  readonly variables: () => Promise<VariableRoom>;
}

/** What is done with variable groups. */
export const variableCommands: ViewCommands<VariableCommandTarget> = {
  [Command.addVariable]: async (view, row) => (await view.variables()).edits.addVariable(row),
  [Command.changeVariable]: async (view, row) => (await view.variables()).edits.changeVariable(row),
  [Command.createVariableGroup]: async (view) => (await view.variables()).edits.createGroup(),
  [Command.deleteVariable]: async (view, row) => (await view.variables()).edits.deleteVariable(row),
  [Command.deleteVariableGroup]: async (view, row) => (await view.variables()).edits.deleteGroup(row),
  [Command.exportVariables]: async (view, row) => (await view.variables()).transfers.exportVariables(row),
  [Command.importVariables]: async (view, row) => (await view.variables()).transfers.importVariables(row),
  [Command.renameVariableGroup]: async (view, row) => (await view.variables()).edits.renameGroup(row),
};
