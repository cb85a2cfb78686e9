import { ownersOf } from '../../account/account';
import type { ApiExplorerNeeds } from './apiExplorer';
import { DescriptionCache } from './descriptions/descriptionCache';
import type { Explorer } from './explorer';
import { RecentOperations } from './operations/recentOperations';
import { RequestHistory } from './requests/requestHistory';

/**
 * Forgets what belongs to accounts that are no more, in memory and on disk (rule 8). What other workspaces
 * remember is forgotten when they are opened next.
 */
export async function forgetOthers(
  { accounts, sessions, memory, storage }: ApiExplorerNeeds,
  loaded: Explorer | undefined,
): Promise<void> {
  const owners = ownersOf(accounts.known, sessions.account);
  await Promise.all([
    loaded?.keepOnly(owners),
    new DescriptionCache(storage).keepOnly(owners),
    new RequestHistory(memory).keepOnly(owners),
    new RecentOperations(memory).keepOnly(owners),
  ]);
}
