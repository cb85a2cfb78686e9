import * as vscode from 'vscode';
import type { SigningIdentity } from '../../../api/signing/identities';
import { SIGNING_KINDS, type SigningKind } from '../../../api/signing/signingIdentity';
import { idPart } from '../../../support/idPart';
import type { KnownRows } from '../../../ui/lists/accountLoads';
import { failureNotice } from '../../../ui/lists/failureNotice';
import type { SigningArrangement } from '../find/signingArrangement';
import type { SigningGroupNode, SigningIdentityNode, SigningNode } from '../signingNodes';

/** More rows at once make the tree slow, and nobody scrolls through them. */
const PAGE_SIZE = 500;

/** What is below each group, and the nodes: the same for the same row, so that a reveal finds it again (R24). */
export class GroupRows {
  private readonly groups = new Map<SigningKind, SigningGroupNode>(
    SIGNING_KINDS.map((kind) => [kind, { kind: 'group', id: kind }]),
  );
  private readonly nodes = new Map<string, SigningIdentityNode>();
  private known: ReadonlyMap<SigningKind, KnownRows<SigningIdentity>> = new Map();
  private readonly shown = new Map<SigningKind, number>();

  constructor(private readonly options: { readonly arrangement: SigningArrangement }) {}

  /** The lists as they are drawn from now on. */
  take(known: ReadonlyMap<SigningKind, KnownRows<SigningIdentity>>): void {
    this.known = known;
  }

  forget(): void {
    this.known = new Map();
    this.nodes.clear();
    this.shown.clear();
  }

  node(kind: SigningKind): SigningGroupNode {
    return this.groups.get(kind) ?? { kind: 'group', id: kind };
  }

  /** What is known of a group, and what is left of it after filtering. */
  rowsOf(kind: SigningKind): KnownRows<SigningIdentity> & { readonly passing: readonly SigningIdentity[] } {
    const known = this.known.get(kind) ?? { rows: [] };
    return { ...known, passing: this.options.arrangement.apply(known.rows) };
  }

  below({ id: of }: SigningGroupNode): SigningNode[] {
    const { passing, ...known } = this.rowsOf(of);
    const limit = this.limitOf(of);
    const rows: SigningNode[] = passing.slice(0, limit).map((identity) => this.identityNode(identity));
    if (passing.length > limit) {
      rows.push({ kind: 'more', id: `${of}/more`, of, shown: limit, total: passing.length });
    }
    const failed = failureNotice(known);
    if (failed) {
      const remedies = failed.remedies.map((remedy): SigningNode => {
        return { kind: 'remedy', id: `${of}/${remedy.command}`, remedy };
      });
      return [{ kind: 'notice', id: `${of}/notice`, ...failed.notice }, ...remedies, ...rows];
    }
    return rows.length > 0
      ? rows
      : [{ kind: 'notice', id: `${of}/notice`, text: vscode.l10n.t('None'), failed: false }];
  }

  identityNode(identity: SigningIdentity): SigningIdentityNode {
    const id = `${identity.kind}/${idPart(identity.id)}`;
    const node = this.nodes.get(id) ?? { kind: 'identity', id, identity };
    node.identity = identity;
    this.nodes.set(id, node);
    return node;
  }

  showMore(kind: SigningKind): void {
    this.shown.set(kind, this.limitOf(kind) + PAGE_SIZE);
  }

  /** Makes an identity one of those that are shown. */
  showUpTo({ kind, id }: Pick<SigningIdentity, 'kind' | 'id'>): void {
    const at = this.rowsOf(kind).passing.findIndex((one) => one.id === id);
    this.shown.set(kind, Math.max(this.limitOf(kind), Math.ceil((at + 1) / PAGE_SIZE) * PAGE_SIZE));
  }

  private limitOf(kind: SigningKind): number {
    return this.shown.get(kind) ?? PAGE_SIZE;
  }
}
