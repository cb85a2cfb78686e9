import type { AppVersion } from '../../../api/distribution/appVersion';
import type { SharedWith } from '../../../api/distribution/versionSharing';
import type { Notice } from '../../../ui/lists/failureNotice';
import type { BelowNode } from '../../../ui/lists/listNodes';
import type { Remedy } from '../../../ui/failures/failureText';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { profileAround } from '../tree/profileNodes';

/** A row below a profile. */
export type VersionRow =
  | (BelowNode & {
      readonly kind: 'platform';
      readonly platform: AppVersion['platform'];
      readonly versions: readonly AppVersion[];
    })
  | (BelowNode & { readonly kind: 'version'; readonly version: AppVersion })
  | (BelowNode & { readonly kind: 'tester'; readonly sharing: SharedWith })
  | (BelowNode & Notice & { readonly kind: 'notice' })
  | (BelowNode & { readonly kind: 'remedy'; readonly remedy: Remedy });

/** A version, and the profile that it is one of. */
export interface ProfileVersion {
  readonly profile: DistributionProfile;
  readonly version: AppVersion;
}

/** The address of the tester that a command was run on, if it was run on one that has one. */
export function sharedTesterOf(argument: unknown): string | undefined {
  const { node } = (argument ?? {}) as { node?: { kind?: unknown; sharing?: Partial<SharedWith> } | null };
  const tester: unknown = node?.kind === 'tester' ? node.sharing?.tester : undefined;
  return typeof tester === 'string' ? tester : undefined;
}

/** The version that a command was run on, if it was run on one. A keybinding may hand over anything (T13). */
export function versionOf(argument: unknown): ProfileVersion | undefined {
  const profile = profileAround(argument);
  const { node } = (argument ?? {}) as { node?: { kind?: unknown; version?: Partial<AppVersion> } | null };
  return profile && node?.kind === 'version' && typeof node.version?.id === 'string'
    ? { profile, version: node.version as AppVersion }
    : undefined;
}
