import type { Account } from '../../account/account';
import type { AccountDataRegistry } from '../../account/accountData';
import type { SessionStore } from '../../account/sessionStore';
import type { ApiClient } from '../../api/client';
import type { RegisterCommand } from '../../ui/commands';
import type { Refreshes } from '../../ui/lists/refreshes';

/** What release boards take. */
export interface ReleaseBoardDeps {
  command: RegisterCommand;
  sessions: SessionStore;
  accountData: AccountDataRegistry;
  clientFor: (account: Account) => ApiClient;
  refreshes: Refreshes;
}
