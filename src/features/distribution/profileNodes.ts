import type { DistributionProfile } from '../../api/distribution';
import type { ListNode } from '../../ui/listView';

/** The profile that a command was run on, if it was run on one. */
export function profileOf(argument: unknown): DistributionProfile | undefined {
  const node = argument as Partial<ListNode<DistributionProfile>> | undefined;
  return node?.kind === 'row' ? (node as { row: DistributionProfile }).row : undefined;
}

/** The profile that a command was run on, or on something below it. */
export function profileAround(argument: unknown): DistributionProfile | undefined {
  const node = argument as Partial<ListNode<DistributionProfile>> | undefined;
  return node?.kind === 'row' || node?.kind === 'below'
    ? (node as { row: DistributionProfile }).row
    : undefined;
}
