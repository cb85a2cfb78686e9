import type { Account } from '../../../account/account';
import type { ApiClient } from '../../../api/client';
import type { DistributionProfile } from '../../../api/distribution';
import type { WorkspaceNeeds } from '../needs';
import { profileOf } from '../profileNodes';

/** A profile, and the account that it is one of. */
export interface ChosenProfile {
  readonly account: Account;
  readonly client: ApiClient;
  readonly profile: DistributionProfile;
}

/** The profile that a command was run on; who ran it bare is asked (T13). Undefined when nothing was chosen. */
export async function chosenProfile(
  { sessions, clientFor, pickProfile }: Pick<WorkspaceNeeds, 'sessions' | 'clientFor' | 'pickProfile'>,
  argument: unknown,
  title: string,
): Promise<ChosenProfile | undefined> {
  const profile = profileOf(argument) ?? (await pickProfile({ title }));
  const { account } = sessions;
  return profile && account && { account, client: clientFor(account), profile };
}
