import { ownersOf } from '../../account/account';
import type { DistributionNeeds } from './distribution';
import { LastProfiles } from './upload/lastProfiles';
import type { Workspace } from './distributionView';

/** Forgets what belongs to accounts that are no more, in memory and in the state of this workspace (rule 8). */
export async function forgetOthers(
  { accounts, sessions, memory }: DistributionNeeds,
  loaded: Workspace | undefined,
): Promise<void> {
  const owners = ownersOf(accounts.known, sessions.account);
  await Promise.all([loaded?.keepOnly(owners), new LastProfiles(memory).keepOnly(owners)]);
}
