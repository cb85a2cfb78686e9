import type * as vscode from 'vscode';
import { SessionStore } from '../../../../src/account/sessionStore';
import type { Failure } from '../../../../src/api/failure';
import { Emitter } from '../../../../src/support/emitter';
import type * as AccountLists from '../../../../src/ui/lists/accountList';
import type * as LateTrees from '../../../../src/ui/lists/lazyTree';
import type { BelowNode, ListNode } from '../../../../src/ui/lists/listNodes';
import type * as ListViews from '../../../../src/ui/lists/listView';
import { accountOf, hostsAt, keyOf } from '../../account/accountFixture';
import type { FakeTreeView } from '../../extension/fakeTreeView';
import { useEditor, type EditorWith } from '../../support/useEditor';

type Editor = EditorWith<typeof ListViews>;

export interface Thing {
  id: string;
  name: string;
}

export type Node = ListNode<Thing>;

export const things = (count: number): Thing[] =>
  Array.from({ length: count }, (_, index) => ({ id: `t${index}`, name: `Thing ${index}` }));

export const accounts = ['anna', 'ben'].map((subject) =>
  accountOf(keyOf('k'), hostsAt('https://api.example'), subject),
) as [ReturnType<typeof accountOf>, ReturnType<typeof accountOf>];

/** Gives the suite that it is called in a view of things; each test begins with one before so many. */
export function useList(count: number): ListFixture {
  const editor = useEditor('ui/lists/listView') as Editor;
  const fixture = new ListFixture(editor);
  beforeEach(() => {
    fixture.begin();
    fixture.served = things(count);
  });
  return fixture;
}

/** A view of things, the server that has them, and who looks. */
class ListFixture {
  declare sessions: SessionStore;
  /** What the server has, or what it fails with. */
  served: readonly Thing[] | Error = [];
  /** What an answer waits for. */
  waits: Promise<unknown> | undefined;
  /** Rows below, by the id of the row or, below those, of the row that was given for it. */
  below: Record<string, string[]> = {};
  /** Why nothing below any row can be had. */
  belowFailure: Failure | undefined;
  private readonly belowChanges = new Emitter<undefined>();
  /** Only what has this text in its name is shown, where there is one. */
  filter: string | undefined;
  declare list: AccountLists.AccountList<Thing>;
  declare tree: LateTrees.LazyTree<Node>;
  declare view: ListViews.ListView<Thing>;
  declare treeView: FakeTreeView<Node>;
  private logged: string[] = [];

  constructor(private readonly editor: Editor) {}

  /** Opens a window with the view in it. */
  begin(): void {
    const { editor } = this;
    const { AccountList } = editor.load('ui/lists/accountList') as typeof AccountLists;
    const { LazyTree } = editor.load('ui/lists/lazyTree') as typeof LateTrees;
    editor.executes = (command) => {
      if (command === 'appcircle.clearProfileFilter') this.filterBy(undefined);
    };
    this.sessions = new SessionStore();
    this.sessions.setSignedIn(accounts[0], { organizationName: 'Harbor Labs' });
    this.waits = this.filter = undefined;
    this.below = {};
    this.belowFailure = undefined;
    this.logged = [];
    this.list = new AccountList<Thing>(this.sessions, async () => {
      this.logged = [...this.log, 'request'];
      editor.progresses = [];
      const { served } = this;
      await this.waits;
      if (served instanceof Error) throw served;
      return served;
    });
    editor.own(this.list);
    this.tree = editor.own(
      new LazyTree<Node>('appcircle.distribution', this.sessions, () => Promise.resolve(this.view)),
    );
    this.treeView = editor.treeViews.get('appcircle.distribution') as FakeTreeView<Node>;
    const api = editor.api as typeof vscode;
    this.view = editor.own(
      new editor.module.ListView<Thing>({
        tree: this.tree,
        state: 'appcircle.distribution',
        list: this.list,
        sessions: this.sessions,
        item: ({ name }) => new api.TreeItem(name),
        tooltip: ({ name }) => Promise.resolve(new api.MarkdownString().appendMarkdown(`about ${name}`)),
        below: Object.defineProperty(
          {
            children: ({ id }: Thing, parent?: BelowNode) =>
              Promise.resolve((this.below[parent?.id ?? id] ?? []).map((below) => ({ id: below }))),
            item: ({ id }: BelowNode) => new api.TreeItem(`below ${id}`),
            onDidChangeFailure: this.belowChanges.event,
            forgetFailed: () => {
              const failed = this.belowFailure !== undefined;
              this.failBelow(undefined);
              return failed;
            },
          },
          'failure',
          { get: () => this.belowFailure },
        ),
        arrangement: {
          apply: (rows) => rows.filter(({ name }) => name.includes(this.filter ?? '')),
          describeFilter: () => this.filter,
          clear: { label: 'Clear Filter', icon: 'clear-all', command: 'appcircle.clearProfileFilter' },
          showAll: () => {
            this.filter = undefined;
          },
        },
        more: 'appcircle.showMore',
        staleMessage: (time, sentence) => `From ${time}. ${sentence}`,
      }),
    );
  }

  /** What is below the rows cannot be had, or can be had again. */
  failBelow(failure: Failure | undefined): void {
    this.belowFailure = failure;
    this.belowChanges.fire(undefined);
  }

  filterBy(text: string | undefined): void {
    this.filter = text;
    this.view.arrange();
  }

  /** What happened, oldest first: requests and progress. */
  get log(): string[] {
    return [...this.logged, ...this.editor.progresses.map(() => 'progress')];
  }

  /** How often the server was asked. */
  get requests(): number {
    return this.log.filter((line) => line === 'request').length;
  }

  /** The last value of the view's context key. */
  get state(): unknown {
    return this.editor.context('appcircle.distribution').at(-1);
  }
}
