import * as vscode from 'vscode';
import type { Account } from '../../account/account';
import type { Accounts } from '../../account/accounts';
import { watchAccounts } from '../../account/watchAccounts';
import type { SessionStore } from '../../account/sessionStore';
import type { Memento } from '../../support/memento';
import type { ApiClient } from '../../api/client';
import { Command, RequestLanguageId } from '../../contributions';
import { Disposables } from '../../support/disposables';
import type { Log } from '../../support/log';
import { lazy } from '../../support/once';
import type { RegisterCommand } from '../../ui/commands';
import type { Refreshes } from '../../ui/lists/refreshes';
import { ApiView } from './tree/apiView';
import type { Explorer } from './explorer';
import { rememberedGrouping } from './tree/rememberedGrouping';

/** What the API Explorer needs of the rest. */
export interface ApiExplorerDeps {
  command: RegisterCommand;
  accounts: Accounts;
  sessions: SessionStore;
  clientFor: (account: Account) => ApiClient;
  refreshes: Refreshes;
  log: Log;
  /** Of the workspace: history, what was used last, and how the view is arranged. */
  memento: Memento;
  /** Folder of this extension for what it stores on disk. */
  storage: vscode.Uri;
  extension: vscode.Uri;
}

/** Commands of the explorer, all of which are run by what is loaded on first use. */
const commands = [
  Command.goToOperation,
  Command.filterOperations,
  Command.clearOperationFilter,
  Command.groupOperationsByPath,
  Command.groupOperationsByTag,
  Command.openApiDescription,
  Command.closeApiDescription,
  Command.showOperation,
  Command.newRequest,
  Command.copyOperationPath,
  Command.sendRequest,
  Command.pickRequestValue,
  Command.copyRequestAsCurl,
  Command.copyRequestAsPowerShell,
  Command.copyRequestAsFetch,
  Command.runAnswerAction,
  Command.useAnswerValue,
  Command.compareAnswers,
  Command.showRequestHistory,
  Command.clearRequestHistory,
] as const;

export type ExplorerCommand = (typeof commands)[number];

/**
 * The API Explorer: its view and its commands. The rest is loaded when the view first shows, a command is run, or a
 * request document is open.
 */
export function registerApiExplorer(deps: ApiExplorerDeps): vscode.Disposable {
  const { command, accounts, sessions, refreshes, log } = deps;
  const disposables = new Disposables();
  let loaded: Explorer | undefined;
  const view: ApiView = disposables.add(
    new ApiView(sessions, async () => (await explorer()).tree, {
      filter: '',
      grouping: rememberedGrouping(deps.memento),
    }),
  );
  const explorer = lazy(async (): Promise<Explorer> => {
    const { Explorer } = await import('./explorer');
    loaded = disposables.add(new Explorer(deps, view));
    return loaded;
  });
  for (const id of commands) {
    disposables.add(command(id, async (argument) => (await explorer()).run(id, argument)));
  }
  const told = (error: unknown) => {
    log.error(`API Explorer: ${error instanceof Error ? error.message : 'unknown error'}`);
  };
  const wake = () => {
    if (isNeeded()) {
      explorer().catch(told);
    }
  };
  const soon = setImmediate(wake);
  disposables.add({
    dispose: () => {
      clearImmediate(soon);
    },
  });
  disposables.add(vscode.workspace.onDidOpenTextDocument(wake));
  disposables.add(refreshes.add(async () => loaded?.refresh()));
  disposables.add(
    watchAccounts(accounts, sessions, () => {
      import('./forgetting').then(({ forgetOthers }) => forgetOthers(deps, loaded)).catch(told);
    }),
  );
  return disposables;
}

/** A request is open, or a document of ours that the editor restored and asks for. */
function isNeeded(): boolean {
  return vscode.workspace.textDocuments.some(
    ({ languageId, uri }) =>
      languageId === RequestLanguageId || /^appcircle-(answer|operation)$/.test(uri.scheme),
  );
}
