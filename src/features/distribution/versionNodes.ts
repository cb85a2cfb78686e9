import type { AppVersion } from '../../api/appVersion';
import type { SharedWith } from '../../api/versionSharing';
import type { BelowNode, ListNode } from '../../ui/listView';
import type { Remedy } from '../../ui/failureText';
import type { DistributionProfile } from '../../api/distribution';

/** A row below a profile. */
export type VersionRow =
  | (BelowNode & {
      readonly kind: 'platform';
      readonly platform: AppVersion['platform'];
      readonly versions: readonly AppVersion[];
    })
  | (BelowNode & { readonly kind: 'version'; readonly version: AppVersion })
  | (BelowNode & { readonly kind: 'tester'; readonly sharing: SharedWith })
  | (BelowNode & { readonly kind: 'notice'; readonly text: string; readonly failed: boolean })
  | (BelowNode & { readonly kind: 'remedy'; readonly remedy: Remedy });

/** A version, and the profile that it is one of. */
export interface ProfileVersion {
  readonly profile: DistributionProfile;
  readonly version: AppVersion;
}

/** The version that a command was run on, if it was run on one. */
export function versionOf(argument: unknown): ProfileVersion | undefined {
  const node = argument as Partial<ListNode<DistributionProfile>> | undefined;
  if (node?.kind !== 'below') {
    return undefined;
  }
  const { row, node: below } = node as { row: DistributionProfile; node: Partial<VersionRow> };
  return below.kind === 'version'
    ? { profile: row, version: (below as { version: AppVersion }).version }
    : undefined;
}
