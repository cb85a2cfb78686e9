import * as vscode from 'vscode';
import type { SessionStore } from '../../../account/sessionStore';
import type { Failure } from '../../../api/failure';
import type { SigningIdentity } from '../../../api/signing/identities';
import { SIGNING_KINDS, type SigningKind } from '../../../api/signing/signingIdentity';
import { Disposables } from '../../../support/disposables';
import type { Disposable } from '../../../support/emitter';
import { contextKey } from '../../../ui/contextKeys';
import { failureText } from '../../../ui/failures/failureText';
import type { KnownRows } from '../../../ui/lists/accountLoads';
import type { LazyTree, TreeRows } from '../../../ui/lists/lazyTree';
import { topRemedies, type RemedyRow } from '../../../ui/lists/remedyItem';
import { showStatus } from '../../../ui/statusBar';
import { timeOfDay } from '../../../ui/text/dates';
import type { SigningArrangement } from '../find/signingArrangement';
import { noSigningFilter } from '../find/signingFilter';
import type { SigningLists } from '../signingLists';
import type { SigningGroupNode, SigningMoreNode, SigningNode } from '../signingNodes';
import { endBadge } from './endBadge';
import { GroupRows } from './groupRows';
import { SigningItems } from './signingItems';

/** What the tree is made of. */
export interface SigningTreeOptions {
  readonly tree: LazyTree<SigningNode>;
  readonly sessions: SessionStore;
  readonly lists: SigningLists;
  readonly arrangement: SigningArrangement;
}

/** The rows of the Signing Identities view: a group for each kind, and what stands above and beside them. */
export class SigningTree implements TreeRows<SigningNode>, Disposable {
  private readonly groups;
  private readonly items;
  private readonly setState = contextKey('appcircle.signing');
  private readonly disposables = new Disposables();

  constructor(private readonly options: SigningTreeOptions) {
    const { sessions, lists, tree } = options;
    this.groups = new GroupRows(options);
    this.items = new SigningItems(options, this.groups);
    let { account } = sessions;
    this.disposables.add(
      sessions.onDidChange(() => {
        if (sessions.account !== account) {
          account = sessions.account;
          this.groups.forget();
          this.setState('unknown');
          tree.setMessage(undefined);
          this.showBadge();
        }
      }),
    );
    this.disposables.add(
      lists.onDidLoad(() => {
        this.showBadge();
      }),
    );
    this.setState('unknown');
  }

  async children(parent?: SigningNode): Promise<SigningNode[]> {
    const { lists, tree } = this.options;
    if (parent) {
      return parent.kind === 'group' ? this.groups.below(parent) : [];
    }
    if (lists.known.length === 0) {
      this.setState('loading');
    }
    const known = await lists.forRows();
    if (!known) {
      return [];
    }
    this.groups.take(known);
    const failure = lists.failure ?? failureOfEach(known);
    tree.setMessage(this.messageOf(known, failure), failure !== undefined);
    tree.showFilter(this.options.arrangement.describeFilter());
    this.setState(stateOf(known, failure));
    return this.top(known, failure);
  }

  item(node: SigningNode): vscode.TreeItem {
    return this.items.item(node);
  }

  resolve(item: vscode.TreeItem, node: SigningNode): Promise<vscode.TreeItem> {
    const tooltip = this.items.tooltip(node);
    if (tooltip) {
      item.tooltip = tooltip;
    }
    return Promise.resolve(item);
  }

  parent(node: SigningNode): SigningNode | undefined {
    return node.kind === 'identity' ? this.groups.node(node.identity.kind) : undefined;
  }

  /** Draws the rows anew; lists that were forgotten are asked for. */
  draw(): void {
    this.options.tree.showFilter(this.options.arrangement.describeFilter());
    this.options.tree.renew();
  }

  /** Asks for everything again. What fails is said above the rows. */
  async refresh(): Promise<void> {
    const { tree, lists, sessions } = this.options;
    if (sessions.account) {
      lists.forget();
      await tree.showProgress(() => lists.forRows());
      this.draw();
    }
  }

  /** The same of what failed, where that may have passed. */
  async retryFailed(): Promise<void> {
    const { tree, lists } = this.options;
    if (lists.forgetFailed()) {
      await tree.showProgress(() => lists.forRows());
      this.draw();
    }
  }

  showMore({ of }: SigningMoreNode): void {
    this.groups.showMore(of);
    this.options.tree.renew(this.groups.node(of));
  }

  /** Selects the row of an identity, making it one of those that are shown. False where there is none. */
  async reveal({ kind, id }: Pick<SigningIdentity, 'kind' | 'id'>): Promise<boolean> {
    const { lists, arrangement, tree } = this.options;
    const identity = (await lists.rowsOf(kind)).find((one) => one.id === id);
    if (!identity) {
      return false;
    }
    if (!arrangement.isShown(identity)) {
      arrangement.preview(noSigningFilter);
      showStatus(vscode.l10n.t('Cleared the filter to show this row.'));
    }
    await this.children();
    this.groups.showUpTo(identity);
    this.draw();
    await tree.reveal(this.groups.identityNode(identity));
    return true;
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private showBadge(): void {
    this.options.tree.view.badge = endBadge(this.options.lists.known);
  }

  private top(
    known: ReadonlyMap<SigningKind, KnownRows<SigningIdentity>>,
    failure: Failure | undefined,
  ): SigningNode[] {
    const remedies = failure ? topRemedies(failure).map(remedyNode) : [];
    const lists = [...known.values()];
    const hasRows = lists.some(({ rows }) => rows.length > 0);
    if (!hasRows && (failure ?? lists.every((list) => !list.failure))) {
      return remedies;
    }
    const { arrangement } = this.options;
    if (arrangement.isOn && !lists.some(({ rows }) => arrangement.apply(rows).length > 0)) {
      return [...remedies, remedyNode(arrangement.clear)];
    }
    const groups = SIGNING_KINDS.map((kind): SigningGroupNode => this.groups.node(kind));
    return [...remedies, ...groups];
  }

  private messageOf(
    known: ReadonlyMap<SigningKind, KnownRows<SigningIdentity>>,
    failure: Failure | undefined,
  ): string | undefined {
    const { arrangement } = this.options;
    const all = [...known.values()].flatMap(({ rows }) => rows);
    if (failure) {
      const { sentence } = failureText(failure);
      const times = [...known.values()].flatMap(({ loadedAt }) => loadedAt ?? []);
      return times.length === 0
        ? sentence
        : vscode.l10n.t('Last updated {0}. {1}', timeOfDay(Math.min(...times)), sentence);
    }
    return arrangement.isOn && all.length > 0 && arrangement.apply(all).length === 0
      ? vscode.l10n.t('No results. Clear the filter to see everything.')
      : undefined;
  }
}

/** Why none of the lists can be had, for each of them alike; undefined where one can, or was had before. */
function failureOfEach(lists: ReadonlyMap<SigningKind, KnownRows<SigningIdentity>>): Failure | undefined {
  const [first, ...others] = [...lists.values()].map(({ failure }) => failure);
  return first && others.every((one) => one?.message === first.message) ? first : undefined;
}

function stateOf(
  lists: ReadonlyMap<SigningKind, KnownRows<SigningIdentity>>,
  failure: Failure | undefined,
): 'failed' | 'empty' | 'ready' {
  const known = [...lists.values()];
  if (known.some(({ rows }) => rows.length > 0)) {
    return 'ready';
  }
  return (failure ?? known.some((list) => list.failure)) ? 'failed' : 'empty';
}

function remedyNode(remedy: RemedyRow): SigningNode {
  return { kind: 'remedy', id: `remedy/${remedy.command}`, remedy };
}
