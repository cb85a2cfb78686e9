import { strict as assert } from 'node:assert';
import type { StoreProfile } from '../../../../src/api/store/storeProfiles';
import type { StoreDeps } from '../../../../src/features/store/deps';
import type { StoreVersionRow } from '../../../../src/features/store/rows/storeNodes';
import type * as Views from '../../../../src/features/store/storeView';
import type * as LazyTrees from '../../../../src/ui/lists/lazyTree';
import type { ListNode } from '../../../../src/ui/lists/listNodes';
import type { Sandbox } from '../../../sandbox/sandbox';
import { WindowFixture } from '../../account/accountFixture';
import type { FakeTreeView } from '../../extension/fakeTreeView';
import { FakeAccountData } from '../../support/fakes/accountData';
import { useEditor, type EditorWith } from '../../support/useEditor';
import { useSandbox } from '../../support/useSandbox';

type Node = ListNode<StoreProfile>;

/** Gives the suite that it is called in the view, signed in to a sandbox whose store is as it was made. */
export function useStore(): StoreFixture {
  const editor = useEditor('features/store/storeView', { answersPicks: true }) as EditorWith<typeof Views>;
  const fixture = new StoreFixture(editor, useSandbox({ profiles: 1 }));
  beforeEach(async () => {
    fixture.sandbox.store.reset();
    await fixture.open();
  });
  return fixture;
}

/** The view in a window that is signed in, and the person before it. */
export class StoreFixture {
  declare window: WindowFixture;
  declare view: Views.StoreView;
  declare tree: FakeTreeView<Node>;
  documents: unknown[][] = [];

  constructor(
    readonly editor: EditorWith<typeof Views>,
    private readonly used: { readonly current: Sandbox },
  ) {}

  get sandbox(): Sandbox {
    return this.used.current;
  }

  async open(account = 'harbor-owner'): Promise<void> {
    const { editor } = this;
    editor.reset();
    this.documents = [];
    this.window = editor.own(new WindowFixture());
    const { sessions, clientFor, transport, log } = this.window;
    const { LazyTree } = editor.load('ui/lists/lazyTree') as typeof LazyTrees;
    const lazy = editor.own(
      new LazyTree<Node>('appcircle.store', sessions, () => Promise.resolve(this.view.rows)),
    );
    this.tree = editor.treeViews.get('appcircle.store') as FakeTreeView<Node>;
    const documents = { show: (...shown: unknown[]) => Promise.resolve(this.documents.push(shown)) };
    const deps = { sessions, clientFor, transport, log, documents, accountData: new FakeAccountData() };
    this.view = editor.own(new editor.module.StoreView(deps as unknown as StoreDeps, lazy));
    await this.window.accounts.reload();
    await this.window.signIn(this.sandbox, this.sandbox.account(account).secret);
    await this.window.named();
    this.sandbox.clearRequests();
  }

  /** The row of a profile. */
  async profile(name = 'Harbor Crew'): Promise<Node> {
    const nodes = await this.tree.nodes();
    return nodes.find((node) => node.kind === 'row' && node.row.name === name) ?? assert.fail(name);
  }

  /** The row of a version. */
  async version(version: string, profile?: string): Promise<Node> {
    const nodes = await this.tree.nodes(await this.profile(profile));
    const isIt = (node: Node) => {
      const row = node.kind === 'below' ? (node.node as StoreVersionRow) : undefined;
      return row?.kind === 'storeVersion' && row.version.version === version;
    };
    return nodes.find(isIt) ?? assert.fail(version);
  }

  /** What was asked of the store, without ids. */
  get asked(): string[] {
    return this.sandbox
      .requests()
      .filter(({ host, path }) => host === 'api' && path.startsWith('/store/'))
      .map(
        ({ method, path, status }) => `${method} ${path.replaceAll(/[0-9a-f-]{36}/g, '…')} ${String(status)}`,
      );
  }

  /** `3.1.0 2`: the versions as the server has them. */
  get served(): string[] {
    const { store } = this.sandbox;
    const [crew = assert.fail()] = store
      .profilesOf(this.sandbox.organization())
      .rows.filter(({ name }) => name === 'Harbor Crew');
    return store.versionsOf(crew.id).rows.map((row) => `${row.version ?? ''} ${String(row.publishType)}`);
  }
}
