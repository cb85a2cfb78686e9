import { currentScope, type CommandScope } from '../../../account/commandScope';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import type { DistributionViewDeps } from '../deps';
import { profileOf } from '../tree/profileNodes';
import { findCurrentProfile } from './findCurrentProfile';

/** A profile, and for whom it was chosen. */
export interface ChosenProfile extends CommandScope {
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
  const scope = currentScope({ sessions, clientFor });
  return profile && scope && { ...scope, profile };
}
