import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import { SessionStore } from '../../../../../src/account/sessionStore';
import { ApiModule } from '../../../../../src/features/apiExplorer/descriptions/apiModule';
import type { ApiNode } from '../../../../../src/features/apiExplorer/tree/apiNodes';
import type * as Tree from '../../../../../src/features/apiExplorer/tree/apiTree';
import type { TreeArrangement } from '../../../../../src/features/apiExplorer/tree/treeSettings';
import type { Descriptions } from '../../../../../src/features/apiExplorer/descriptions/descriptions';
import { AccountList } from '../../../../../src/ui/lists/accountList';
import { accountOf, hostsAt, keyOf } from '../../../account/accountFixture';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { descriptionText } from '../operations/listedOperations';

type Operations = Record<string, object>;

/** A module by its name, with its operations or with what it fails with. */
export function moduleOf(name: string, content: Operations | Error, staleSince?: number): ApiModule {
  return new ApiModule(`https://api.example/${name}.json`, name, 'server', () =>
    content instanceof Error
      ? Promise.reject(content)
      : Promise.resolve({ text: descriptionText(content), staleSince }),
  );
}

export const distribution: Operations = {
  'GET /distribution/v2/profiles': { summary: 'All profiles', tags: ['Profiles'] },
  'DELETE /distribution/v2/profiles/{profileId}': { summary: 'Deletes one', tags: ['Profiles', 'Danger'] },
  'GET /distribution/v2/testing-groups': { tags: ['Groups'] },
};

export const build: Operations = {
  'GET /build/v2/profiles': { summary: 'Build profiles', tags: ['Profiles'] },
  'POST /build/v2/commits/{commitId}': { summary: 'Starts a build', operationId: 'startBuild' },
};

/** A row of the tree, as the editor has it. */
export interface TreeRow {
  readonly node: ApiNode;
  readonly item: vscode.TreeItem & { id: string; label: string };
  readonly depth: number;
}

type Editor = EditorWith<typeof Tree>;

/** What is before a tree of an account: at first a server with two modules. */
class TreeState {
  sessions = new SessionStore();
  arrangement: TreeArrangement = { filter: '', grouping: 'tag' };
  /** What a person opened from files. */
  files: ApiModule[] = [];
  /** How the server answers. */
  ask = () => Promise.resolve([moduleOf('distribution', distribution), moduleOf('build', build)]);
}

/** Gives the suite that it is called in the tree of an account; each test begins with one of its own. */
export function useTree(): TreeFixture {
  const fixture = new TreeFixture(useEditor('features/apiExplorer/tree/apiTree') as Editor);
  beforeEach(() => {
    fixture.begin();
  });
  return fixture;
}

/** The tree of an account, and the person before it. */
class TreeFixture extends TreeState {
  declare list: AccountList<ApiModule>;
  declare tree: Tree.ApiTree;

  constructor(private readonly editor: Editor) {
    super();
  }

  /** Opens a window with the tree in it. */
  begin(): void {
    Object.assign(this, new TreeState());
    this.editor.own(this.sessions);
    this.signIn('subject');
    this.list = this.editor.own(new AccountList(this.sessions, () => this.ask()));
    const modules = () => [...(this.list.state.kind === 'ready' ? this.list.state.rows : []), ...this.files];
    const descriptions = Object.defineProperty({ list: this.list }, 'modules', { get: modules });
    this.tree = new this.editor.module.ApiTree(
      descriptions as Descriptions,
      this.sessions,
      () => this.arrangement,
    );
  }

  signIn(subject: string): void {
    this.sessions.setSignedIn(accountOf(keyOf('key'), hostsAt('https://api.example'), subject));
  }

  filter(filter: string): void {
    this.arrangement = { ...this.arrangement, filter };
  }

  /** Every row from here on down, as the editor would ask for them. */
  async rows(parent?: ApiNode, depth = 0): Promise<TreeRow[]> {
    const children = await this.tree.children(parent);
    const all = await Promise.all(
      children.map(async (node) => {
        const { id = assert.fail('a row without an id'), label, ...item } = this.tree.item(node);
        assert.ok(typeof label === 'string');
        return [{ node, depth, item: { ...item, id, label } }, ...(await this.rows(node, depth + 1))];
      }),
    );
    return all.flat();
  }

  /** What the rows say, each below what it belongs to. */
  async shown(): Promise<string[]> {
    return (await this.rows()).map(({ item, depth }) => '  '.repeat(depth) + item.label);
  }

  async ids(): Promise<string[]> {
    return (await this.rows()).map(({ item }) => item.id);
  }

  /** What the rows say that are open. */
  async open(): Promise<string[]> {
    const rows = await this.rows();
    return rows.filter(({ item }) => Number(item.collapsibleState) === 2).map(({ item }) => item.label);
  }

  /** A person opens or closes the first row that says this. */
  async fold(label: string, open: boolean): Promise<void> {
    const row = (await this.rows()).find(({ item }) => item.label === label);
    this.tree.handleToggle(row?.node ?? assert.fail(label), open);
  }
}
