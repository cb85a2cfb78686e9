import type * as vscode from 'vscode';
import type { Account } from '../../account/account';
import type { AccountDataRegistry } from '../../account/accountData';
import type { ApiClient } from '../../api/client';
import type { Transport } from '../../api/transport/transport';
import type { Log } from '../../support/log';
import type { JsonDocuments } from '../../ui/documents/jsonDocuments';
import type { ViewDeps } from '../../ui/lists/lazyView';

/** What the Publish view takes. */
export interface PublishDeps extends ViewDeps {
  accountData: AccountDataRegistry;
  clientFor: (account: Account) => ApiClient;
  transport: Transport;
  documents: JsonDocuments;
  log: Log;
  extension: vscode.Uri;
}
