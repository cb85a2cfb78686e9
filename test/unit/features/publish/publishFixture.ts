import type * as vscode from 'vscode';
import type { PublishDeps } from '../../../../src/features/publish/deps';
import type * as Views from '../../../../src/features/publish/publishView';
import type { PlatformRow } from '../../../../src/features/publish/rows/publishNodes';
import { Command, type CommandId } from '../../../../src/contributions';
import type * as LazyTrees from '../../../../src/ui/lists/lazyTree';
import type { ListNode } from '../../../../src/ui/lists/listNodes';
import type { Sandbox } from '../../../sandbox/sandbox';
import { WindowFixture } from '../../account/accountFixture';
import { FakeUri } from '../../extension/fakeUri';
import type { FakeTreeView } from '../../extension/fakeTreeView';
import { useEditor, type EditorWith } from '../../support/useEditor';
import { useSandbox } from '../../support/useSandbox';

export type PublishListNode = ListNode<PlatformRow>;

/** Gives the suite that it is called in the Publish view, before a sandbox whose clock stands still. */
export function usePublish(): PublishFixture {
  const editor = useEditor('features/publish/publishView', { answersPicks: true }) as EditorWith<
    typeof Views
  >;
  const fixture = new PublishFixture(editor, useSandbox({ profiles: 1, names: 'friendly' }));
  beforeEach(async () => {
    fixture.sandbox.clock.stop();
    await fixture.open();
  });
  return fixture;
}

/** The view in a window that is signed in, and the person before it. */
class PublishFixture {
  declare window: WindowFixture;
  declare view: Views.PublishView;
  declare tree: FakeTreeView<PublishListNode>;
  /** What logs were asked for. */
  logs: unknown[] = [];
  /** What saving a log comes to. */
  savesLog = true;

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
    this.logs = [];
    this.window = editor.own(new WindowFixture());
    const { sessions, clientFor, transport, log } = this.window;
    const { LazyTree } = editor.load('ui/lists/lazyTree') as typeof LazyTrees;
    const lazy = editor.own(
      new LazyTree<PublishListNode>('appcircle.publish', sessions, () => Promise.resolve(this.view.rows)),
    );
    this.tree = editor.treeViews.get('appcircle.publish') as FakeTreeView<PublishListNode>;
    const deps = {
      sessions,
      clientFor,
      transport,
      log,
      accountData: { add: () => ({ dispose: () => undefined }) },
      documents: { show: () => Promise.resolve() },
      extension: FakeUri.file('/extension'),
    } as unknown as PublishDeps;
    this.view = editor.own(new editor.module.PublishView(deps, lazy));
    editor.executes = (id, argument) => {
      if (id === Command.showBuildLog || id === Command.saveBuildLog) {
        this.logs.push(argument);
        return id === Command.saveBuildLog && this.savesLog;
      }
      return id.startsWith('appcircle.') ? this.view.run(id as CommandId, argument) : undefined;
    };
    await this.window.accounts.reload();
    await this.window.signIn(this.sandbox, this.sandbox.account(account).secret);
    await this.window.named();
  }

  run(id: CommandId, argument?: unknown): Promise<unknown> {
    return Promise.resolve(this.view.run(id, argument));
  }

  /** The rows below one, as `label: description`. */
  async rows(parent?: PublishListNode): Promise<string[]> {
    return (await this.tree.items(parent)).map((item) => {
      const { description = '' } = item;
      return description === '' ? labelOf(item) : `${labelOf(item)}: ${String(description)}`;
    });
  }

  /** The node that these labels lead to. */
  async node(...labels: string[]): Promise<PublishListNode> {
    let found: PublishListNode | undefined;
    for (const label of labels) {
      const nodes = await this.tree.nodes(found);
      const items = await this.tree.items(found);
      const at = items.findIndex((item) => labelOf(item).startsWith(label));
      found = nodes[at];
      if (!found) throw new Error(`no row ${label} among ${items.map(labelOf).join()}`);
    }
    return found!;
  }

  /** A version of Harbor Notes on iOS, by its number. */
  version(number: string): Promise<PublishListNode> {
    return this.node('iOS', 'Harbor Notes', number);
  }
}

export function labelOf({ label }: vscode.TreeItem): string {
  return typeof label === 'string' ? label : '';
}
