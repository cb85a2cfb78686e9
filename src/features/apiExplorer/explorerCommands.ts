import { Command } from '../../contributions';
import type { SelectionKinds, ViewCommands } from '../../ui/lists/lazyView';
import type { RowMeanings } from '../../ui/lists/rowCommands';
import type { FlowCommands } from './flows/flowCommands';
import type { OperationCommands } from './operations/operationCommands';
import type { ResponseCommands } from './responses/responseCommands';
import type { TransferCommands } from './transfer/transferCommands';
import type { TreeSettings } from './tree/treeSettings';

/** As much of the explorer as its commands are run on. */
interface ExplorerCommandTarget {
  readonly settings: TreeSettings;
  readonly operations: () => Promise<OperationCommands>;
  readonly flows: () => Promise<FlowCommands>;
  readonly transfers: TransferCommands;
  readonly onResponses: () => Promise<ResponseCommands>;
  send(argument: unknown): Promise<void>;
  showIdActions(argument: unknown): Promise<void>;
}

/** What each command of the API Explorer does, on a row, at a lens, or on nothing. */
export const explorerCommands: ViewCommands<ExplorerCommandTarget> = {
  [Command.chooseTableColumns]: async ({ onResponses }, argument) =>
    (await onResponses()).chooseColumns(argument),
  [Command.clearOperationFilter]: ({ settings }) => {
    settings.setFilter('');
  },
  [Command.clearRequestHistory]: async ({ onResponses }) => (await onResponses()).clearHistory(),
  [Command.closeApiDescription]: async ({ operations }, argument) => {
    (await operations()).closeFile(argument);
  },
  [Command.compareAnswers]: async ({ onResponses }, argument) => (await onResponses()).compare(argument),
  [Command.copyOperationPath]: async ({ operations }, argument) => (await operations()).copyPath(argument),
  [Command.copyRequestAs]: ({ transfers }, argument) => transfers.copyAs(undefined, argument),
  [Command.copyRequestAsCurl]: ({ transfers }, argument) => transfers.copyAs('curl', argument),
  [Command.copyRequestAsFetch]: ({ transfers }, argument) => transfers.copyAs('fetch', argument),
  [Command.copyRequestAsPowerShell]: ({ transfers }, argument) => transfers.copyAs('powershell', argument),
  [Command.copyTableAsCsv]: async ({ onResponses }, argument) => (await onResponses()).copyCsv(argument),
  [Command.deleteScratch]: async (_, argument) =>
    (await import('./scratch/deleteScratch')).deleteScratch(argument),
  [Command.exportApiCollection]: ({ transfers }, argument) => transfers.exportCollection(argument),
  [Command.exportRequestHistory]: ({ transfers }) => transfers.exportHistory(),
  [Command.filterOperations]: async ({ settings }) =>
    (await import('./tree/askOperationFilter')).filterOperations(settings),
  [Command.filterResponse]: async ({ onResponses }, argument) => (await onResponses()).filter(argument),
  [Command.goToOperation]: async ({ operations }) => (await operations()).goTo(),
  [Command.goToSimilarOperation]: async ({ operations }, argument) =>
    (await operations()).goToSimilar(argument),
  [Command.groupOperationsByPath]: ({ settings }) => settings.setGrouping('path'),
  [Command.groupOperationsByTag]: ({ settings }) => settings.setGrouping('tag'),
  [Command.newRequest]: async ({ operations }, argument) => (await operations()).newRequest(argument),
  [Command.openApiDescription]: async ({ operations }) => (await operations()).openFile(),
  [Command.pasteCurl]: ({ transfers }) => transfers.pasteCurl(),
  [Command.pickRequestValue]: async ({ operations }, argument) => (await operations()).pickValue(argument),
  [Command.runAnswerAction]: async ({ onResponses }, argument) => (await onResponses()).act(argument),
  [Command.saveRequestToFile]: ({ transfers }, argument) => transfers.saveToFile(argument),
  [Command.saveResponse]: async ({ onResponses }, argument) => (await onResponses()).save(argument),
  [Command.sendAllRequests]: async ({ flows }, argument) => (await flows()).sendAll(argument),
  [Command.sendFromHere]: async ({ flows }, argument) => (await flows()).sendFromHere(argument),
  [Command.sendRequest]: (explorer, argument) => explorer.send(argument),
  [Command.showIdActions]: (explorer, argument) => explorer.showIdActions(argument),
  [Command.showOperation]: async ({ operations }, argument) => (await operations()).show(argument),
  [Command.showRequestHistory]: async ({ onResponses }) => (await onResponses()).showHistory(),
  [Command.showResponseHeaders]: async ({ onResponses }, argument) =>
    (await onResponses()).showHeaders(argument),
  [Command.showResponseTable]: async ({ onResponses }, argument) => (await onResponses()).showTable(argument),
  [Command.sortTable]: async ({ onResponses }, argument) => (await onResponses()).sortTable(argument),
  [Command.writeRequestValue]: async ({ flows }, argument) => (await flows()).writeValue(argument),
};

/** What the commands of the menu of any row are here. */
export const operationRows: RowMeanings = {
  operation: {},
  scratch: { [Command.deleteRow]: Command.deleteScratch },
};

/** Commands of the palette that take the selected row where they are run on nothing. */
export const operationsOnSelection: SelectionKinds = { [Command.copyOperationPath]: 'operation' };
