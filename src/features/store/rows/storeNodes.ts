import type { StoreProfile } from '../../../api/store/storeProfiles';
import type { StoreVersion } from '../../../api/store/storeVersions';
import type { Remedy } from '../../../ui/failures/failureText';
import type { Notice } from '../../../ui/lists/failureNotice';
import type { BelowNode } from '../../../ui/lists/listNodes';
import type { ProfileStoreVersion } from '../deps';

/** A row below a profile. */
export type StoreVersionRow =
  | (BelowNode & { readonly kind: 'storeVersion'; readonly version: StoreVersion })
  | (BelowNode & Notice & { readonly kind: 'notice' })
  | (BelowNode & { readonly kind: 'remedy'; readonly remedy: Remedy });

/** The profile that a command was run on, or on something below it. A keybinding may hand over anything (T13). */
export function storeProfileOf(argument: unknown): StoreProfile | undefined {
  const { kind, row } = (argument ?? {}) as { kind?: unknown; row?: Partial<StoreProfile> | null };
  return (kind === 'row' || kind === 'below') && typeof row?.id === 'string' && typeof row.name === 'string'
    ? (row as StoreProfile)
    : undefined;
}

/** The version that a command was run on, if it was run on one. */
export function storeVersionOf(argument: unknown): ProfileStoreVersion | undefined {
  const profile = storeProfileOf(argument);
  const { node } = (argument ?? {}) as {
    node?: { kind?: unknown; version?: Partial<StoreVersion> } | null;
  };
  return profile && node?.kind === 'storeVersion' && typeof node.version?.id === 'string'
    ? { profile, version: node.version as StoreVersion }
    : undefined;
}
