import type * as vscode from 'vscode';
import type { Account } from '../../account/account';
import type { AccountDataRegistry, Removals } from '../../account/accountData';
import type { ApiClient } from '../../api/client';
import type { Log } from '../../support/log';
import type { Redactor } from '../../support/redact';
import type { Memento } from '../../support/memento';
import type { ViewDeps } from '../../ui/lists/lazyView';
import type { ToolLoads } from '../../ui/tools/toolRegistry';

/** What the API Explorer takes. */
export interface ApiExplorerDeps extends ViewDeps {
  accountData: AccountDataRegistry;
  clientFor: (account: Account) => ApiClient;
  log: Log;
  /** Of the workspace: history, what was used last, and how the view is arranged. */
  memento: Memento;
  /** Folder of this extension for what it stores on disk. */
  storage: vscode.Uri;
  /** What responses go through before they are shown. */
  redactor: Redactor;
  extension: vscode.Uri;
  /** Where what Remove All Data removes adds itself. */
  removals: Removals;
  tools: ToolLoads;
}
