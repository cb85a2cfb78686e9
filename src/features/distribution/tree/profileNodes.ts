import type { DistributionProfile } from '../../../api/distribution/profiles';
import type { ListNode } from '../../../ui/lists/listNodes';

type Kind = ListNode<DistributionProfile>['kind'];

/** The profile that a command was run on, if it was run on one. */
export function profileOf(argument: unknown): DistributionProfile | undefined {
  return rowIn(argument, ['row']);
}

/** The profile that a command was run on, or on something below it. */
export function profileAround(argument: unknown): DistributionProfile | undefined {
  return rowIn(argument, ['row', 'below']);
}

/** A keybinding may hand over anything (T13). */
function rowIn(argument: unknown, kinds: readonly Kind[]): DistributionProfile | undefined {
  const { kind, row } = (argument ?? {}) as { kind?: Kind; row?: Partial<DistributionProfile> | null };
  return kind && kinds.includes(kind) && typeof row?.id === 'string' && typeof row.name === 'string'
    ? (row as DistributionProfile)
    : undefined;
}
