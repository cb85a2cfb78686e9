import type { DistributionProfile } from '../../../api/distribution/profiles';

export const profileOrders = ['name', 'lastUpload', 'creation'] as const;

/** By name as a list has it, or the newest first. */
export type ProfileOrder = (typeof profileOrders)[number];

/** Pinned profiles stay first. `profiles` are by name already, which stands where there is no date to go by. */
export function inOrder(
  profiles: readonly DistributionProfile[],
  order: ProfileOrder,
): readonly DistributionProfile[] {
  if (order === 'name') {
    return profiles;
  }
  const date = ({ lastUploadedAt, createdAt }: DistributionProfile) =>
    (order === 'lastUpload' ? lastUploadedAt : createdAt) ?? -Infinity;
  // The difference of two that have no date is no number, which a sort takes for equal.
  return [...profiles].sort((a, b) => Number(b.pinned) - Number(a.pinned) || date(b) - date(a));
}
