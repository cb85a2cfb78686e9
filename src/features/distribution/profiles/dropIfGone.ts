import { isFailure } from '../../../api/failure';
import type { DistributionViewDeps } from '../deps';
import type { ChosenProfile } from './chooseProfile';
import { showGone } from './findCurrentProfile';

/**
 * Does something with a profile. Undefined where the server does not know it any more: its row goes, and the person is
 * told. Fails as the work does.
 */
export async function dropIfGone<T>(
  { changes }: Pick<DistributionViewDeps, 'changes'>,
  { profile, isCurrent }: ChosenProfile,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!isFailure(error, 'notFound')) {
      throw error;
    }
    if (isCurrent()) {
      changes.remove(profile.id);
      showGone(profile);
    }
    return undefined;
  }
}
