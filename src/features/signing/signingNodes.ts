import type { SigningIdentity } from '../../api/signing/identities';
import type { SigningKind } from '../../api/signing/signingIdentity';
import type { Notice } from '../../ui/lists/failureNotice';
import type { RemedyRow } from '../../ui/lists/remedyItem';

/** A row of the Signing Identities view. `id` tells it apart in the tree. */
export type SigningNode =
  | SigningGroupNode
  | SigningIdentityNode
  | (Notice & { readonly kind: 'notice'; readonly id: string })
  | { readonly kind: 'remedy'; readonly id: string; readonly remedy: RemedyRow }
  | SigningMoreNode;

/** All of one kind. */
export interface SigningGroupNode {
  readonly kind: 'group';
  readonly id: SigningKind;
}

/** A certificate, provisioning profile, keystore, or signing request; what it shows may change. */
export interface SigningIdentityNode {
  readonly kind: 'identity';
  readonly id: string;
  identity: SigningIdentity;
}

/** Shows more of a group. */
export interface SigningMoreNode {
  readonly kind: 'more';
  readonly id: string;
  readonly of: SigningKind;
  readonly shown: number;
  readonly total: number;
}

/** What a command was run on. A key binding may hand over anything (T13). */
export function identityOf(argument: unknown): SigningIdentity | undefined {
  const { kind, identity } = (argument ?? {}) as Partial<SigningIdentityNode>;
  return kind === 'identity' && typeof identity?.id === 'string' && typeof identity.kind === 'string'
    ? identity
    : undefined;
}

/** The group that a command was run on, or that of the row that it was run on. */
export function groupKindOf(argument: unknown): SigningKind | undefined {
  const { kind, id } = (argument ?? {}) as { kind?: unknown; id?: unknown };
  return kind === 'group' ? (id as SigningKind) : identityOf(argument)?.kind;
}
