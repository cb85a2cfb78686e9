import { isFailure, toFailure } from '../../../api/failure';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import type { Touched } from '../../../api/request/touched';
import type { Log } from '../../../support/log';
import type { AccountList } from '../../../ui/lists/accountList';
import type { ProfileUpdates } from '../deps';

/** What following a write takes. `forgetVersions`: those of all profiles are asked for again when they are next wanted. */
export interface FollowDeps {
  list: AccountList<DistributionProfile>;
  changes: ProfileUpdates;
  forgetVersions: () => void;
  log: Log;
}

/**
 * Shows what a write of somebody else did: one profile by asking for it, and all where it is not known which. Never
 * fails: what cannot be learned makes the rows old ones, and is said above them.
 */
export async function followWrite(deps: FollowDeps, touched: Touched): Promise<void> {
  const { list, log } = deps;
  const isOfProfiles = touched.kind === 'profile' || touched.kind === 'distribution';
  if (list.state.kind === 'unknown' || !isOfProfiles) {
    return;
  }
  try {
    if (touched.kind !== 'profile' || !(await followProfile(deps, touched.id))) {
      deps.forgetVersions();
      await list.renew();
    }
  } catch (error) {
    log.warn(`Profiles after a write: ${toFailure(error).message}`);
  }
}

/** False where that does not do: the list does not know the profile, or nobody could say how it is now. */
async function followProfile({ list, changes }: FollowDeps, profileId: string): Promise<boolean> {
  const { state } = list;
  if (state.kind !== 'ready' || !state.rows.some(({ id }) => id === profileId)) {
    return false;
  }
  try {
    await changes.renew(profileId);
  } catch (error) {
    if (!isFailure(error, 'notFound')) {
      return false;
    }
    changes.remove(profileId);
  }
  return true;
}
