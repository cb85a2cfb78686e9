import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type * as vscode from 'vscode';
import { Failure } from '../../../../src/api/failure';
import { accounts, things, useList, type Node } from './listFixture';

describe('rows of a list in a view', () => {
  const fixture = useList(3);

  const { labels, ids, nodes, items } = {
    labels: () => fixture.treeView.labels(),
    ids: () => fixture.treeView.ids(),
    nodes: () => fixture.treeView.nodes(),
    items: () => fixture.treeView.items(),
  };
  const rowNode = async (index: number) => (await nodes())[index] ?? assert.fail('no row');

  describe('ids and nodes', () => {
    it('R23: each row has an id of its own, whatever the ids of the server are made of', async () => {
      const id = fc.constantFrom('a', 'b', 'a/b', 'b/a', 'a%2Fb', 'a%252Fb', 'a/b/a', '%2F', '/');
      const set = fc.uniqueArray(id, { minLength: 1, maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(id, set), { minLength: 1, maxLength: 6 }), async (rows) => {
          fixture.below = Object.fromEntries(rows);
          fixture.served = Object.keys(fixture.below).map((one) => ({ id: one, name: one }));
          await fixture.list.refresh();
          const top = await nodes();
          // Two levels: deeper ones are told apart by whoever makes them.
          const levels = await Promise.all([undefined, ...top].map((node) => fixture.treeView.items(node)));
          const all = levels.flat().map((item) => item.id);
          assert.equal(new Set(all).size, all.length);
          assert.ok(all.every((one) => one?.startsWith(accounts[0].id)));
        }),
        { numRuns: 200 },
      );
    });

    it('R23: rows of another account have other ids', async () => {
      const before = await ids();
      fixture.sessions.setSignedIn(accounts[1]);
      const after = await ids();
      assert.equal(before.length, 3);
      assert.equal(new Set([...before, ...after]).size, 6);
    });

    it('R24: a row is the same node each time it is drawn, and has the same id after a refresh', async () => {
      fixture.below = { t1: ['x', 'y'] };
      const [before, first] = [await ids(), await nodes()];
      assert.deepEqual(await nodes(), first);
      assert.ok((await nodes()).every((node, index) => node === first[index]));
      fixture.served = [{ id: 't1', name: 'Renamed' }, ...things(1), { id: 't2', name: 'Thing 2' }];
      await fixture.view.refresh();
      assert.deepEqual(await labels(), ['Renamed', 'Thing 0', 'Thing 2']);
      assert.deepEqual((await ids()).sort(), [...before].sort());
    });

    it('R24: a row that a write changed is drawn anew alone, as the same node', async () => {
      const node = await rowNode(1);
      fixture.treeView.renewed.length = 0;
      fixture.list.amend((rows) => rows.map((row) => (row.id === 't1' ? { ...row, name: 'Renamed' } : row)));
      assert.deepEqual(fixture.treeView.renewed, [node]);
      assert.deepEqual(await labels(), ['Thing 0', 'Renamed', 'Thing 2']);
    });

    it('R24: rows that come, go or change places are drawn with all others', async () => {
      await labels();
      fixture.treeView.renewed.length = 0;
      fixture.list.amend((rows) => rows.filter(({ id }) => id !== 't1'));
      fixture.list.amend((rows) => [...rows].reverse());
      assert.deepEqual(fixture.treeView.renewed, [undefined, undefined]);
      assert.deepEqual(await labels(), ['Thing 2', 'Thing 0']);
    });

    it('R24: rows stay while they are asked for again', async () => {
      await labels();
      let answer: () => void = () => undefined;
      fixture.waits = new Promise<void>((resolve) => (answer = resolve));
      const refreshed = fixture.view.refresh();
      assert.equal((await labels()).length, 3);
      answer();
      await refreshed;
      assert.equal(fixture.requests, 2);
    });

    it('rows below belong to their row, at any depth', async () => {
      fixture.below = { t1: ['x'], x: ['x/deep'] };
      const [node] = await fixture.treeView.nodes(await rowNode(1));
      assert.deepEqual(await fixture.treeView.labels(node), ['below x/deep']);
      const all = await ids();
      assert.deepEqual(
        all.map((id) => id.split('appcircle.distribution/')[1]),
        ['t0', 't1', 't1/x', 't1/x/deep', 't2'],
      );
    });

    it('a tooltip is made when it is wanted, for rows alone', async () => {
      fixture.filterBy('nothing');
      await labels();
      const [clear] = await nodes();
      fixture.filterBy(undefined);
      const resolve = async (node: Node | undefined) => {
        const item = { label: 'x' } as vscode.TreeItem;
        const token = {} as vscode.CancellationToken;
        await fixture.tree.resolveTreeItem(item, node ?? assert.fail('no node'), token);
        return (item.tooltip as vscode.MarkdownString | undefined)?.value;
      };
      assert.equal(await resolve(await rowNode(2)), 'about Thing 2');
      assert.equal(await resolve(clear), undefined);
    });
  });

  describe('long lists', () => {
    beforeEach(() => {
      fixture.served = things(1200);
    });

    it('R22: shows 500, says of how many, and 500 more each time, without asking', async () => {
      const lastRow = async () => {
        const all = await items();
        const { label, description, command } = all.at(-1) ?? assert.fail('no row');
        return [all.length, label, description, command?.command];
      };
      assert.deepEqual(await lastRow(), [501, 'Show More', '500 of 1200 shown', 'appcircle.showMore']);
      fixture.view.showMore();
      assert.deepEqual(await lastRow(), [1001, 'Show More', '1000 of 1200 shown', 'appcircle.showMore']);
      fixture.view.showMore();
      assert.deepEqual(await lastRow(), [1200, 'Thing 1199', undefined, undefined]);
      assert.equal(fixture.requests, 1);
    });

    it('T13: where there are no more, Show More changes nothing that comes later', async () => {
      fixture.served = things(500);
      await labels();
      fixture.treeView.renewed.length = 0;
      fixture.view.showMore();
      assert.deepEqual(fixture.treeView.renewed, []);
      fixture.served = things(1200);
      await fixture.view.refresh();
      assert.equal((await labels()).length, 501);
    });

    it('another arrangement, and another account, begin with the first 500', async () => {
      await labels();
      fixture.view.showMore();
      fixture.filterBy('Thing');
      assert.equal((await labels()).length, 501);
      fixture.view.showMore();
      fixture.sessions.setSignedIn(accounts[1]);
      assert.equal((await labels()).length, 501);
    });
  });

  describe('a row that a person goes to', () => {
    const revealed = () => fixture.treeView.revealed.map((id) => id.split('/').at(-1));

    it('R22: comes in sight from beyond the first 500, with all before it', async () => {
      fixture.served = things(1600);
      await labels();
      assert.equal(await fixture.view.reveal('t1010'), true);
      assert.deepEqual(revealed(), ['t1010']);
      assert.equal((await labels()).length, 1501);
    });

    it('is found before the view was ever opened', async () => {
      assert.equal(await fixture.view.reveal('t2'), true);
      assert.deepEqual([revealed(), fixture.requests], [['t2'], 1]);
    });

    it('is not hidden by a filter, which is lifted for it and for nothing else', async () => {
      fixture.filterBy('Thing 1');
      assert.deepEqual(await labels(), ['Thing 1']);
      assert.equal(await fixture.view.reveal('t1'), true);
      assert.equal(await fixture.view.reveal('unknown'), false);
      assert.equal(fixture.filter, 'Thing 1');
      assert.equal(await fixture.view.reveal('t2'), true);
      assert.equal(fixture.filter, undefined);
      assert.deepEqual(revealed(), ['t1', 't2']);
    });

    it('fails as the request does where there are no rows to find it in', async () => {
      fixture.served = new Failure('offline', { host: 'api.example' });
      await assert.rejects(fixture.view.reveal('t1'), { kind: 'offline' });
    });
  });

  describe('what is said', () => {
    const remedies = async () =>
      (await items()).filter(({ command }) => command !== undefined).map(({ label }) => label);

    it('R8: progress shows before anything is sent', async () => {
      await fixture.view.refresh();
      assert.deepEqual(fixture.log, ['progress', 'request']);
    });

    it('R8: a refresh that fails leaves the rows, says from when they are and what helps, until one succeeds', async () => {
      await labels();
      fixture.served = new Failure('offline', { host: 'api.example' });
      await fixture.view.refresh();
      assert.match(fixture.treeView.message ?? '', /^From \d.*api\.example/);
      assert.deepEqual((await labels()).slice(-3), ['Thing 0', 'Thing 1', 'Thing 2']);
      assert.deepEqual(await remedies(), ['Retry', 'Show Log']);
      fixture.served = things(2);
      await fixture.view.refresh();
      assert.deepEqual([fixture.treeView.message, await labels()], ['', ['Thing 0', 'Thing 1']]);
    });

    it('R7: a list that could not be had says why, and what helps; it does not ask again by itself', async () => {
      fixture.served = new Failure('timeout', { host: 'api.example' });
      assert.deepEqual(await labels(), ['Retry', 'Show Log']);
      assert.deepEqual(await labels(), ['Retry', 'Show Log']);
      assert.match(fixture.treeView.message ?? '', /^api\.example did not respond/);
      const spoken = (await items()).map(({ accessibilityInformation }) => accessibilityInformation?.label);
      assert.deepEqual(spoken, [`Retry. ${fixture.treeView.message ?? ''}`, 'Show Log']);
      assert.deepEqual([fixture.requests, fixture.state], [1, 'failed']);
    });

    it('T5: what was cancelled is not said to have failed', async () => {
      fixture.served = new Failure('cancelled');
      assert.deepEqual([await labels(), fixture.treeView.message], [[], '']);
    });

    it('an empty list and one that a filter empties are told apart, and the filter is cleared by a row', async () => {
      fixture.filter = 'nothing';
      assert.deepEqual(await labels(), ['Clear Filter']);
      const [clear] = await items();
      assert.deepEqual(
        [fixture.treeView.message, fixture.state, clear?.command?.command],
        ['No results. Clear the filter to see everything.', 'ready', 'appcircle.clearProfileFilter'],
      );
      fixture.served = [];
      await fixture.view.refresh();
      assert.deepEqual([await labels(), fixture.treeView.message, fixture.state], [[], '', 'empty']);
    });

    it('R29, R22: the view names the organization and the filter', async () => {
      await labels();
      assert.equal(fixture.treeView.description, 'Harbor Labs');
      fixture.filterBy('pay\u202Eload');
      assert.equal(fixture.treeView.description, 'pay‹U+202E›load · Harbor Labs');
      fixture.sessions.setNames(accounts[0], { organizationName: 'Harbor' });
      assert.equal(fixture.treeView.description, 'pay‹U+202E›load · Harbor');
      fixture.sessions.setSignedOut();
      assert.equal(fixture.treeView.description, '');
    });

    it('R6: signed out, there are no rows, and nobody is asked', async () => {
      fixture.sessions.setSignedOut();
      await fixture.view.refresh();
      assert.deepEqual([await labels(), fixture.log], [[], []]);
    });

    it('rows that come for another account while they are waited for are not shown', async () => {
      let answer: () => void = () => undefined;
      fixture.waits = new Promise<void>((resolve) => (answer = resolve));
      const drawn = labels();
      fixture.served = [{ id: 'ben', name: 'of Ben' }];
      fixture.waits = Promise.resolve();
      fixture.sessions.setSignedIn(accounts[1]);
      answer();
      await drawn;
      assert.deepEqual(await labels(), ['of Ben']);
    });
  });

  it('what a write changed is shown, with the filter that there is, and nothing is asked for', async () => {
    await labels();
    fixture.filterBy('Thing');
    fixture.list.amend((rows) => [...rows, { id: 'new', name: 'Thing new' }, { id: 'else', name: 'Else' }]);
    assert.deepEqual(await labels(), ['Thing 0', 'Thing 1', 'Thing 2', 'Thing new']);
    assert.equal(fixture.requests, 1);
  });
});
