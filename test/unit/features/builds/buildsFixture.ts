import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import type * as vscode from 'vscode';
import { AccountMemento } from '../../../../src/account/accountMemento';
import type { BuildsNode } from '../../../../src/features/builds/buildNodes';
import type * as BuildsViews from '../../../../src/features/builds/buildsView';
import type { BuildsViewDeps } from '../../../../src/features/builds/deps';
import type * as LazyTrees from '../../../../src/ui/lists/lazyTree';
import type { FakeTreeView } from '../../extension/fakeTreeView';
import { FakeUri } from '../../extension/fakeUri';
import { FakeMemento } from '../../support/fakes/memento';
import { useEditor, type EditorWith } from '../../support/useEditor';
import { BuildServer, now } from './buildServer';
import { FakeGit } from './fakeGit';

type Editor = EditorWith<typeof BuildsViews>;

/** Gives the suite that it is called in the Builds view; each test begins before one that nobody looked at. */
export function useBuilds(): BuildsFixture {
  const editor = useEditor('features/builds/buildsView') as Editor;
  const fixture = new BuildsFixture(editor);
  beforeEach(() => {
    fixture.begin();
  });
  afterEach(() => {
    fixture.clock.restore();
  });
  return fixture;
}

/** The Builds view of a window with a folder, the server and the repositories behind it, and the person before it. */
export class BuildsFixture {
  declare server: BuildServer;
  declare git: FakeGit;
  declare memento: FakeMemento;
  declare links: AccountMemento;
  declare view: BuildsViews.BuildsView;
  declare tree: LazyTrees.LazyTree<BuildsNode>;
  declare treeView: FakeTreeView<BuildsNode>;
  declare clock: sinon.SinonFakeTimers;
  documents: unknown[][] = [];

  constructor(readonly editor: Editor) {}

  begin(): void {
    this.clock = sinon.useFakeTimers({ now, toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    this.server = new BuildServer();
    this.git = new FakeGit();
    this.memento = new FakeMemento();
    this.documents = [];
    this.editor.git = this.git.extension;
    this.editor.folders = [{ uri: FakeUri.file('/code/harbor'), name: 'harbor' }];
    this.open();
  }

  /** Opens a window with the same state. */
  open(): void {
    const { editor, server, memento } = this;
    const { LazyTree } = editor.load('ui/lists/lazyTree') as typeof LazyTrees;
    this.links = new AccountMemento(memento, 'links');
    this.tree = editor.own(
      new LazyTree<BuildsNode>('appcircle.builds', server.sessions, () => Promise.resolve(this.view.rows)),
    );
    this.treeView = editor.treeViews.get('appcircle.builds') as FakeTreeView<BuildsNode>;
    this.view = editor.own(
      new editor.module.BuildsView(
        {
          sessions: server.sessions,
          clientFor: server.clientFor,
          memento,
          profileLinks: this.links,
          ofWorkspace: new AccountMemento(memento, 'appcircle.ofWorkspace'),
          lastStarts: new AccountMemento(memento, 'appcircle.lastStarts'),
          transport: { redactor: server.redactor },
          startedBuilds: new AccountMemento(memento, 'appcircle.startedBuilds'),
          extension: FakeUri.file('/extension'),
          storage: FakeUri.file('/storage'),
          accountData: { add: () => ({ dispose: () => undefined }) },
          documents: { show: (...shown: unknown[]) => Promise.resolve(this.documents.push(shown)) },
        } as unknown as BuildsViewDeps,
        this.tree,
      ),
    );
  }

  /**
   * The rows as `label: description`, what is below each indented below it, as far as a person opened it. The heading of
   * variables, which is always there, only where that is opened.
   */
  async rows(...opened: string[]): Promise<string[]> {
    const lines: string[] = [];
    const list = async (parent: BuildsNode | undefined, indent: string): Promise<void> => {
      for (const node of await this.treeView.nodes(parent)) {
        const item = this.view.rows.item(node);
        const label = item.label as string;
        if (node.id === 'variables' && !opened.includes(label)) continue;
        lines.push(`${indent}${label}${item.description ? `: ${String(item.description)}` : ''}`);
        if (isOpen(item) || opened.includes(label)) {
          await list(node, `${indent}  `);
        }
      }
    };
    await list(undefined, '');
    return lines;
  }

  /** The row with this label, wherever it is below those that are opened. */
  async row(label: string, ...opened: string[]): Promise<BuildsNode> {
    const find = async (parent?: BuildsNode): Promise<BuildsNode | undefined> => {
      for (const node of await this.treeView.nodes(parent)) {
        const item = this.view.rows.item(node);
        const isOpened = isOpen(item) || opened.includes(item.label as string);
        const found = item.label === label ? node : isOpened ? await find(node) : undefined;
        if (found) return found;
      }
      return undefined;
    };
    return (await find()) ?? assert.fail(`There is no row ${label}`);
  }

  /** The last value of the view's context key. */
  get state(): unknown {
    return this.editor.context('appcircle.builds').at(-1);
  }
}

function isOpen({ collapsibleState }: vscode.TreeItem): boolean {
  return (collapsibleState as number | undefined) === 2;
}
