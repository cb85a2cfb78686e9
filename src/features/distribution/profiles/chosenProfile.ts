import type { Account } from '../../../account/account';
import type { ApiClient } from '../../../api/client';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import type { DistributionViewDeps } from '../deps';
import { profileOf } from '../tree/profileNodes';
import { findCurrentProfile } from './knownProfile';

/** A profile, and the account that it is one of. */
export interface ChosenProfile {
  readonly account: Account;
  readonly client: ApiClient;
  readonly profile: DistributionProfile;
}

/**
 * The profile that a command was run on, as it is known now; who ran it bare is asked (T13). Undefined when nothing was
 * chosen, and, after a sentence, where it is none of the active account's. Fails as the request for the list does.
 */
export async function chooseProfile(
  {
    sessions,
    clientFor,
    pickProfile,
    changes,
  }: Pick<DistributionViewDeps, 'sessions' | 'clientFor' | 'pickProfile' | 'changes'>,
  argument: unknown,
  title: string,
): Promise<ChosenProfile | undefined> {
  const meant = profileOf(argument);
  const profile = meant
    ? await findCurrentProfile(meant, sessions, () => changes.rows())
    : await pickProfile({ title });
  const { account } = sessions;
  return profile && account && { account, client: clientFor(account), profile };
}
