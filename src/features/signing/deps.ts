import type { AccountMemento } from '../../account/accountMemento';
import type { AccountDataRegistry } from '../../account/accountData';
import type { Account } from '../../account/account';
import type { ApiClient } from '../../api/client';
import type { Log } from '../../support/log';
import type { Memento } from '../../support/memento';
import type { JsonDocuments } from '../../ui/documents/jsonDocuments';
import type { ViewDeps } from '../../ui/lists/lazyView';

/** What the Signing Identities view takes. */
export interface SigningDeps extends ViewDeps {
  accountData: AccountDataRegistry;
  clientFor: (account: Account) => ApiClient;
  documents: JsonDocuments;
  /** Of the workspace. */
  memento: Memento;
  /** Of all windows. */
  globalMemento: Memento;
  log: Log;
}

/** The same, with what was made of it at the start. */
export interface SigningViewDeps extends SigningDeps {
  /** Of each account that wants to be reminded: what it was reminded of. */
  reminders: AccountMemento;
}
