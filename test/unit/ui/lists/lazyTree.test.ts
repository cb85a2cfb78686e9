import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import type * as vscode from 'vscode';
import { SessionStore } from '../../../../src/account/sessionStore';
import type * as LateTrees from '../../../../src/ui/lists/lazyTree';
import type { TreeRows } from '../../../../src/ui/lists/lazyTree';
import type { FakeTreeView } from '../../extension/fakeTreeView';
import { useEditor, type EditorWith } from '../../support/useEditor';
import { accounts } from './listFixture';

describe('a view whose rows are loaded late', () => {
  const editor = useEditor('ui/lists/lazyTree') as EditorWith<typeof LateTrees>;

  let sessions: SessionStore;
  let clock: sinon.SinonFakeTimers;
  let loads: number;
  let rows: string[];
  let treeView: FakeTreeView<string>;
  let tree: LateTrees.LazyTree<string>;

  beforeEach(() => {
    clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    sessions = new SessionStore();
    loads = 0;
    rows = ['a', 'b'];
    const api = editor.api as typeof vscode;
    const made: TreeRows<string> = {
      children: (parent) => Promise.resolve(parent === undefined ? rows : []),
      item: (node) => Object.assign(new api.TreeItem(node), { id: node }),
      resolve: (item, node) => Promise.resolve(Object.assign(item, { tooltip: `about ${node}` })),
    };
    tree = editor.own(
      new editor.module.LazyTree('appcircle.distribution', sessions, () => {
        loads++;
        return Promise.resolve(made);
      }),
    );
    treeView = editor.treeViews.get('appcircle.distribution') as FakeTreeView<string>;
  });
  afterEach(() => {
    clock.restore();
  });

  it('R30: nothing is loaded before somebody who is signed in looks', async () => {
    assert.deepEqual(await treeView.nodes(), []);
    sessions.setSignedOut();
    assert.deepEqual(await treeView.nodes(), []);
    assert.equal(loads, 0);
    sessions.setSignedIn(accounts[0]);
    assert.deepEqual(await treeView.nodes(), ['a', 'b']);
    assert.deepEqual(await treeView.nodes('a'), []);
    assert.equal(loads, 1);
  });

  it('R9: another account draws everything anew, a new name of the same one does not', () => {
    sessions.setSignedIn(accounts[0]);
    sessions.setNames(accounts[0], { organizationName: 'Harbor' });
    assert.deepEqual([...treeView.renewed], [undefined]);
    sessions.setSignedIn(accounts[1]);
    sessions.setSignedOut();
    tree.renew('a');
    assert.deepEqual([...treeView.renewed], [undefined, undefined, undefined, 'a']);
  });

  it('a tooltip waits until it is wanted; before there are rows, there is none', async () => {
    const item = {} as vscode.TreeItem;
    const token = {} as vscode.CancellationToken;
    assert.equal((await tree.resolveTreeItem(item, 'a', token)).tooltip, undefined);
    sessions.setSignedIn(accounts[0]);
    await treeView.nodes();
    assert.equal((await tree.resolveTreeItem(item, 'a', token)).tooltip, 'about a');
  });

  describe('selecting a row', () => {
    beforeEach(() => {
      sessions.setSignedIn(accounts[0]);
    });

    it('loads the rows first where nobody has looked at the view', async () => {
      await tree.reveal('b');
      assert.deepEqual([treeView.revealed, treeView.reveals, loads], [['b'], 1, 1]);
    });

    it('tries again as long as a view that was just opened does not know its rows', async () => {
      treeView.blindFor = 3;
      const revealed = tree.reveal('b');
      await clock.tickAsync(349);
      assert.deepEqual([treeView.reveals, treeView.revealed], [3, []]);
      await clock.tickAsync(1);
      await revealed;
      assert.deepEqual([treeView.reveals, treeView.revealed], [4, ['b']]);
    });

    it('gives up after six tries, with the error', async () => {
      const failing = assert.rejects(tree.reveal('unknown'), /Cannot resolve tree item for element unknown/);
      await clock.tickAsync(1550);
      await failing;
      assert.equal(treeView.reveals, 6);
    });

    it('a row of an account that left meanwhile is gone, and nobody is told of an error', async () => {
      treeView.blindFor = 100;
      const revealed = tree.reveal('b');
      await clock.tickAsync(60);
      assert.equal(treeView.reveals, 2);
      sessions.setSignedIn(accounts[1]);
      await clock.tickAsync(2000);
      await revealed;
      assert.deepEqual([treeView.reveals, treeView.revealed], [2, []]);
    });
  });
});
