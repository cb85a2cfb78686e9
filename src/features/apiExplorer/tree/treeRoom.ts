import * as vscode from 'vscode';
import type { SessionStore } from '../../../account/sessionStore';
import { mayHavePassed } from '../../../api/failure';
import { Disposables } from '../../../support/disposables';
import type { Disposable } from '../../../support/emitter';
import type { LazyTree } from '../../../ui/lists/lazyTree';
import { failureIn, listMessage } from '../../../ui/lists/listMessage';
import type { ViewRefresh } from '../../../ui/lists/refreshes';
import { RequestCollections } from '../collections/requestCollections';
import type { Descriptions, ListNotice } from '../descriptions/descriptions';
import { listNoticeText } from '../descriptions/moduleText';
import type { ScratchFiles } from '../scratch/scratchFiles';
import type { ApiNode } from './apiNodes';
import { ApiTree, collectionsNode } from './apiTree';
import type { TreeArrangement } from './treeSettings';

/** What the rows of the API Explorer take. */
export interface TreeRoomDeps {
  readonly sessions: SessionStore;
  readonly descriptions: Descriptions;
  readonly tree: LazyTree<ApiNode>;
  readonly arrangement: () => TreeArrangement;
  readonly scratches: () => Promise<ScratchFiles>;
}

/** The rows of the API Explorer, and what is said above them. Loaded when somebody looks at the view. */
export class TreeRoom implements ViewRefresh, Disposable {
  readonly rows: ApiTree;
  private readonly disposables = new Disposables();

  constructor(private readonly deps: TreeRoomDeps) {
    const { descriptions, sessions, arrangement, tree } = deps;
    const collections = this.disposables.add(new RequestCollections(deps.scratches));
    this.rows = new ApiTree(descriptions, sessions, arrangement, collections);
    this.disposables.add(
      collections.onDidChange(() => {
        tree.renew(collectionsNode);
      }),
    );
    const show = () => {
      this.tell();
      tree.renew();
    };
    this.disposables.add(
      descriptions.onDidChange(() => {
        this.rows.forgetReach();
        show();
      }),
    );
    this.disposables.add(this.rows.onDidChangeReach(show));
    this.tell();
  }

  /** Asks for the descriptions again that are shown. */
  async refresh(): Promise<void> {
    const { sessions, descriptions, tree } = this.deps;
    if (sessions.account && descriptions.list.state.kind !== 'unknown') {
      await tree.showProgress(() => descriptions.list.refresh());
    }
  }

  /** Asks for them again where some failed, or old ones stand for them. */
  async retryFailed(): Promise<void> {
    const failure = failureIn(this.deps.descriptions.list.state);
    if ((failure && mayHavePassed(failure)) || this.notice?.kind === 'stale' || this.rows.failure) {
      await this.refresh();
    }
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private tell(): void {
    const { descriptions, tree } = this.deps;
    const failure = failureIn(descriptions.list.state) ?? this.rows.failure;
    tree.setMessage(this.message(), failure !== undefined);
  }

  /** What is said of the list: that it is old comes first, be it a part of it only. */
  private get notice(): ListNotice | undefined {
    const { notice } = this.deps.descriptions;
    return notice?.kind === 'stale' ? notice : (this.rows.notice ?? notice);
  }

  private message(): string | undefined {
    const { notice } = this;
    const { state } = this.deps.descriptions.list;
    const isReady = state.kind === 'ready';
    const message = listMessage(
      state,
      isReady ? state.rows : [],
      (time, sentence) => vscode.l10n.t('Last updated {0}. {1}', time, sentence),
      this.rows.failure,
    );
    return message ?? (isReady && notice ? listNoticeText(notice) : undefined);
  }
}
