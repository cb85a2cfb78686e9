import { strict as assert } from 'node:assert';
import { createRequire } from 'node:module';
import type * as vscode from 'vscode';
import { SessionStore } from '../../../../src/account/sessionStore';
import type * as AccountLists from '../../../../src/ui/lists/accountList';
import type * as LateTrees from '../../../../src/ui/lists/lazyTree';
import type * as ListViews from '../../../../src/ui/lists/listView';
import { accountOf, hostsAt, keyOf } from '../../account/accountFixture';
import { FakeTreeView } from '../../extension/fakeTreeView';
import { FakeVscode } from '../../extension/fakeVscode';
import { forgetEditorModules } from '../../support/withVscode';

const load = createRequire(__filename);

/** What a list view is made of, loaded over an editor that nobody has used. */
export const loaded = (() => {
  let known: ReturnType<typeof loadAll> | undefined;
  return () => (known ??= loadAll());
})();

function loadAll() {
  const editor = new FakeVscode();
  const leave = editor.install();
  forgetEditorModules();
  try {
    return {
      editor,
      ...(load('../../../../src/ui/lists/accountList') as typeof AccountLists),
      ...(load('../../../../src/ui/lists/lazyTree') as typeof LateTrees),
      ...(load('../../../../src/ui/lists/listView') as typeof ListViews),
    };
  } finally {
    leave();
  }
}

export interface Thing {
  id: string;
  name: string;
}

export type Node = ListViews.ListNode<Thing>;

export const things = (count: number): Thing[] =>
  Array.from({ length: count }, (_, index) => ({ id: `t${index}`, name: `Thing ${index}` }));

export const accounts = ['anna', 'ben'].map((subject) =>
  accountOf(keyOf('k'), hostsAt('https://api.example'), subject),
) as [ReturnType<typeof accountOf>, ReturnType<typeof accountOf>];

/** A view of things, the server that has them, and who looks. */
export class ListFixture {
  readonly sessions = new SessionStore();
  readonly editor = loaded().editor;
  /** What the server has, or what it fails with. */
  served: readonly Thing[] | Error = [];
  /** What an answer waits for. */
  waits: Promise<unknown> = Promise.resolve();
  /** What happened, oldest first: requests and progress. */
  readonly log: string[] = [];
  /** Rows below, by the id of the row or, below those, of the row that was given for it. */
  below: Record<string, string[]> = {};
  /** Only what has this text in its name is shown, where there is one. */
  filter: string | undefined;
  readonly list: AccountLists.AccountList<Thing>;
  readonly tree: LateTrees.LazyTree<Node>;
  readonly view: ListViews.ListView<Thing>;
  readonly treeView: FakeTreeView<Node>;

  constructor() {
    const { AccountList, LazyTree, ListView } = loaded();
    const { executed } = this.editor;
    executed.length = 0;
    this.sessions.setSignedIn(accounts[0], { organizationName: 'Harbor Labs' });
    let treeView: FakeTreeView<Node> | undefined;
    const { window, commands } = this.editor.api as { window: object; commands: object };
    Object.assign(window, {
      createTreeView: (_id: string, { treeDataProvider }: vscode.TreeViewOptions<Node>) =>
        (treeView = new FakeTreeView(treeDataProvider)),
      withProgress: (_options: unknown, work: () => unknown) => {
        this.log.push('progress');
        return work();
      },
    });
    Object.assign(commands, {
      executeCommand: (...call: [string, ...unknown[]]) => {
        executed.push(call);
        if (call[0] === 'appcircle.clearProfileFilter') this.filterBy(undefined);
        return Promise.resolve();
      },
    });
    this.list = new AccountList<Thing>(this.sessions, async () => {
      this.log.push('request');
      const { served } = this;
      await this.waits;
      if (served instanceof Error) throw served;
      return served;
    });
    this.tree = new LazyTree<Node>('appcircle.distribution', this.sessions, () => Promise.resolve(this.view));
    this.treeView = treeView ?? assert.fail('no view');
    const api = this.editor.api as typeof vscode;
    this.view = new ListView<Thing>({
      tree: this.tree,
      state: 'appcircle.distribution',
      list: this.list,
      sessions: this.sessions,
      item: ({ name }) => new api.TreeItem(name),
      tooltip: ({ name }) => Promise.resolve(new api.MarkdownString().appendMarkdown(`about ${name}`)),
      below: {
        children: ({ id }, parent) =>
          Promise.resolve((this.below[parent?.id ?? id] ?? []).map((below) => ({ id: below }))),
        item: ({ id }) => new api.TreeItem(`below ${id}`),
      },
      arrangement: {
        apply: (rows) => rows.filter(({ name }) => name.includes(this.filter ?? '')),
        filtered: () => this.filter,
        clear: { label: 'Clear Filter', icon: 'clear-all', command: 'appcircle.clearProfileFilter' },
        lift: () => {
          this.filter = undefined;
        },
      },
      more: 'appcircle.showMore',
      staleMessage: (time, sentence) => `From ${time}. ${sentence}`,
    });
  }

  filterBy(text: string | undefined): void {
    this.filter = text;
    this.view.arrange();
  }

  /** How often the server was asked. */
  get requests(): number {
    return this.log.filter((line) => line === 'request').length;
  }

  /** The last value of the view's context key. */
  get state(): unknown {
    return this.editor.context('appcircle.distribution').at(-1);
  }

  dispose(): void {
    this.view.dispose();
    this.tree.dispose();
    this.list.dispose();
  }
}
