import { strict as assert } from 'node:assert';
import { SessionStore } from '../../../../src/account/sessionStore';
import type { ApiClient, ApiRequest } from '../../../../src/api/client';
import { Failure } from '../../../../src/api/failure';
import type { TestingGroup } from '../../../../src/api/testingGroups/testingGroups';
import type { TestingGroupsDeps } from '../../../../src/features/testingGroups/deps';
import type * as Views from '../../../../src/features/testingGroups/testingGroupsView';
import type * as LazyTrees from '../../../../src/ui/lists/lazyTree';
import type { ListNode } from '../../../../src/ui/lists/listNodes';
import { accountOf, hostsAt, keyOf } from '../../account/accountFixture';
import type { FakeTreeView } from '../../extension/fakeTreeView';
import { useEditor, type EditorWith } from '../../support/useEditor';
import { G1, group, served } from './groups';

describe('what a request of the API Explorer changed, in the Testing Groups view', () => {
  const editor = useEditor('features/testingGroups/testingGroupsView') as EditorWith<typeof Views>;
  const field = group({ name: 'Field Testers', testers: ['ada@x.example'] });
  let groups: readonly unknown[];
  let fails: Failure | undefined;
  let asked: string[];
  let renewed: unknown[][];
  let view: Views.TestingGroupsView;
  let tree: FakeTreeView<ListNode<TestingGroup>>;

  beforeEach(() => {
    [groups, fails, asked, renewed] = [[served(field)], undefined, [], []];
    const sessions = new SessionStore();
    sessions.setSignedIn(accountOf(keyOf('k'), hostsAt('https://api.example')));
    const client = {
      host: 'api.example',
      get: ({ path }: ApiRequest) => {
        asked.push(path);
        return fails ? Promise.reject(fails) : Promise.resolve(groups);
      },
    } as unknown as ApiClient;
    const { LazyTree } = editor.load('ui/lists/lazyTree') as typeof LazyTrees;
    const lazy = editor.own(
      new LazyTree<ListNode<TestingGroup>>('appcircle.testingGroups', sessions, () =>
        Promise.resolve(view.rows),
      ),
    );
    tree = editor.treeViews.get('appcircle.testingGroups') as FakeTreeView<ListNode<TestingGroup>>;
    const documents = { renew: (...args: unknown[]) => renewed.push(args) };
    const deps = { sessions, clientFor: () => client, documents } as unknown as TestingGroupsDeps;
    view = editor.own(new editor.module.TestingGroupsView(deps, lazy));
  });

  it('groups and testers are asked for again, made, changed or deleted', async () => {
    assert.deepEqual(await tree.labels(), ['Field Testers']);
    groups = [served({ ...field, name: 'Yard Testers' })];
    await view.handleWrite({ kind: 'group', id: G1 });
    assert.deepEqual(await tree.labels(), ['Yard Testers']);
    groups = [];
    await view.handleWrite({ kind: 'distribution' });
    assert.deepEqual(await tree.labels(), []);
    assert.equal(asked.length, 3);
  });

  it('an open JSON document follows', async () => {
    await tree.labels();
    renewed.length = 0;
    groups = [served({ ...field, testers: [] })];
    await view.handleWrite({ kind: 'group', id: G1 });
    assert.deepEqual(
      renewed.map(([, path]) => path),
      [['testingGroups', G1]],
    );
  });

  it('nothing where nobody looked yet, nor for what is no group', async () => {
    await view.handleWrite({ kind: 'group', id: G1 });
    await tree.labels();
    await view.handleWrite({ kind: 'profile', id: 'p' });
    await view.handleWrite({ kind: 'organizations' });
    assert.equal(asked.length, 1);
  });

  it('what fails leaves the rows as old ones, without a message', async () => {
    await tree.labels();
    fails = new Failure('offline', { host: 'api.example', code: 'ECONNRESET' });
    await view.handleWrite({ kind: 'group', id: G1 });
    assert.match(String(tree.message), /^Last updated /);
    assert.deepEqual(editor.messages, []);
  });
});
