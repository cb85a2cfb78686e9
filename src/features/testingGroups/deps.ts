import type { Account } from '../../account/account';
import type { ApiClient } from '../../api/client';
import type { JsonDocuments } from '../../ui/documents/jsonDocuments';
import type { ViewDeps } from '../../ui/lists/lazyView';

/** What the Testing Groups view takes. */
export interface TestingGroupsDeps extends ViewDeps {
  clientFor: (account: Account) => ApiClient;
  documents: JsonDocuments;
}
