import * as vscode from 'vscode';
import { AccountMemento } from '../../account/accountMemento';
import { RequestLanguageId, View, ViewCommandIds } from '../../contributions';
import { Disposables } from '../../support/disposables';
import type { LazyTree } from '../../ui/lists/lazyTree';
import { lazy } from '../../support/lazy';
import { registerLazyView } from '../../ui/lists/lazyView';
import type { ApiExplorerDeps } from './deps';
import { registerScratchFiles, type ScratchFileChanges } from './scratch/scratchScheme';
import { TreeSettings } from './tree/treeSettings';
import type { ApiNode } from './tree/apiNodes';

/** Keys of the workspace's memento; no secrets. */
const REQUEST_HISTORY = 'appcircle.requestHistory';
const RECENT_OPERATIONS = 'appcircle.recentOperations';
const REQUEST_VALUES = 'appcircle.requestValues';
const VIEWED_RESPONSES = 'appcircle.viewedResponses';

/**
 * The API Explorer: its view and its commands. The rest is loaded when the view first shows, a command is run, or a
 * request document is open.
 */
export function registerApiExplorer(deps: ApiExplorerDeps): vscode.Disposable {
  const { accountData, log, memento, removals, storage, tools } = deps;
  const disposables = new Disposables();
  const settings = disposables.add(new TreeSettings(memento));
  const history = new AccountMemento(memento, REQUEST_HISTORY);
  const recent = new AccountMemento(memento, RECENT_OPERATIONS);
  const values = new AccountMemento(memento, REQUEST_VALUES);
  const viewed = new AccountMemento(memento, VIEWED_RESPONSES);
  const changes: ScratchFileChanges = disposables.add(new vscode.EventEmitter());
  const scratches = lazy(async () => {
    const { ScratchFiles } = await import('./scratch/scratchFiles');
    return disposables.add(new ScratchFiles(storage, changes, log));
  });
  disposables.add(registerScratchFiles(scratches, changes));
  // Not with an account: what a person wrote is theirs, signed in or not.
  removals.add(async () => (await scratches()).deleteAll());
  const view = disposables.add(
    registerLazyView(deps, {
      id: View.api,
      showCollapseAll: true,
      load: async (tree: LazyTree<ApiNode>) =>
        new (await import('./explorer')).Explorer(
          { ...deps, settings, history, recent, values, viewed, scratches },
          tree,
        ),
      commands: ViewCommandIds.api,
    }),
  );
  for (const name of ['findOperation', 'callReadOperation'] as const) {
    tools.set(name, async () => (await (await view.load()).tools())[name]());
  }
  const wake = () => {
    if (isNeeded()) {
      view.load().catch((error: unknown) => {
        log.error(`API Explorer: ${error instanceof Error ? error.message : 'unknown error'}`);
      });
    }
  };
  const soon = setImmediate(wake);
  disposables.add({
    dispose: () => {
      clearImmediate(soon);
    },
  });
  disposables.add(vscode.workspace.onDidOpenTextDocument(wake));
  for (const remembered of [history, recent, values, viewed]) {
    disposables.add(accountData.add((retained) => remembered.retainAccounts(retained)));
  }
  disposables.add(
    accountData.add(async (retained) => {
      const { DescriptionCache } = await import('./descriptions/descriptionCache');
      await new DescriptionCache(storage).retainAccounts(retained);
    }),
  );
  return disposables;
}

/** A request is open, or a document of ours that the editor restored and asks for. */
function isNeeded(): boolean {
  return vscode.workspace.textDocuments.some(
    ({ languageId, uri }) =>
      languageId === RequestLanguageId ||
      /^appcircle-(answer|operation|flow|headers|table)$/.test(uri.scheme),
  );
}
