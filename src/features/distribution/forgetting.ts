import { usedCredentialIds } from '../../account/account';
import type { DistributionDeps } from './distribution';
import { LastProfiles } from './upload/lastProfiles';
import type { DistributionView } from './distributionView';

/** Forgets what belongs to accounts that are no more, in memory and in the state of this workspace (rule 8). */
export async function forgetOthers(
  { accounts, sessions, memento }: DistributionDeps,
  loaded: DistributionView | undefined,
): Promise<void> {
  const credentialIds = usedCredentialIds(accounts.known, sessions.account);
  await Promise.all([
    loaded?.retainAccounts(credentialIds),
    new LastProfiles(memento).retainAccounts(credentialIds),
  ]);
}
