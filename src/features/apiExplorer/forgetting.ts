import { usedCredentialIds } from '../../account/account';
import type { ApiExplorerDeps } from './apiExplorer';
import { DescriptionCache } from './descriptions/descriptionCache';
import type { Explorer } from './explorer';
import { RecentOperations } from './operations/recentOperations';
import { RequestHistory } from './requests/requestHistory';

/**
 * Forgets what belongs to accounts that are no more, in memory and on disk (rule 8). What other workspaces
 * remember is forgotten when they are opened next.
 */
export async function forgetOthers(
  { accounts, sessions, memento, storage }: ApiExplorerDeps,
  loaded: Explorer | undefined,
): Promise<void> {
  const credentialIds = usedCredentialIds(accounts.known, sessions.account);
  await Promise.all([
    loaded?.retainAccounts(credentialIds),
    new DescriptionCache(storage).retainAccounts(credentialIds),
    new RequestHistory(memento).retainAccounts(credentialIds),
    new RecentOperations(memento).retainAccounts(credentialIds),
  ]);
}
