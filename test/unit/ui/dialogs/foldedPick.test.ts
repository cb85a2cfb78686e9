import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import type * as Picks from '../../../../src/ui/dialogs/foldedPick';
import type { FakeItem } from '../../extension/fakeQuickPick';
import { failureOf, settled } from '../../support/until';
import { useEditor, type EditorWith } from '../../support/useEditor';

describe('a list that is searched in any spelling', () => {
  const editor = useEditor('ui/dialogs/foldedPick') as EditorWith<typeof Picks>;
  const { findFolded, markFound, pickFolded } = editor.module;
  const options = { title: 'Title', placeHolder: 'Which?' };
  const kept = (items: readonly FakeItem[]) =>
    items.filter(({ alwaysShow }) => alwaysShow).map(({ label }) => label);
  const opened = (rows: Parameters<typeof pickFolded>[0]) => {
    const done = pickFolded(rows, options);
    return { done, pick: editor.picks.at(-1) ?? assert.fail('no pick') };
  };

  it('keeps what the filter of the editor misses, by label or description, and leaves the rest to it', () => {
    const items: FakeItem[] = [
      { label: 'İzmir', description: 'Şube 2' },
      { label: 'Izmir' },
      { label: 'Ankara', description: 'izmir' },
      { label: 'all Izmir', kind: -1 },
    ];
    const mark = (typed: string) => [
      markFound(items as unknown as vscode.QuickPickItem[], typed),
      kept(items),
    ];
    assert.deepEqual(mark('izmir'), [true, ['İzmir']]);
    assert.deepEqual(mark('izmi'), [false, ['İzmir']]);
    assert.deepEqual(mark('IZMİR'), [true, ['İzmir', 'Izmir', 'Ankara']]);
    assert.deepEqual(mark('2 sube izmir'), [true, ['İzmir']]);
    assert.deepEqual(mark('im'), [true, []]);
    assert.deepEqual(mark('  '), [false, []]);
  });

  it('a row that is always there stays so', () => {
    const items: FakeItem[] = [{ label: 'Şube', alwaysShow: true }];
    assert.equal(markFound(items as unknown as vscode.QuickPickItem[], 'x'), false);
    assert.deepEqual(kept(items), ['Şube']);
  });

  it('what is ticked stays ticked', () => {
    const pick = (editor.api as typeof vscode).window.createQuickPick();
    const [fake = assert.fail()] = editor.picks;
    pick.canSelectMany = true;
    pick.items = [{ label: 'Şube' }, { label: 'Straße' }];
    findFolded(pick);
    fake.tick('Straße');
    fake.type('sube');
    assert.deepEqual([kept(fake.items), fake.ticked], [['Şube'], ['Straße']]);
  });

  it('10,000 rows are given to the editor again only where another row is kept', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => ({ label: `Şube ${index}` }));
    const { pick } = opened([...rows, { label: 'IŞIK' }]);
    let given = 0;
    let items = pick.items;
    Object.defineProperty(pick, 'items', {
      get: () => items,
      set: (now: FakeItem[]) => {
        given++;
        items = now;
      },
    });
    for (const text of ['i', 'is', 'isi', 'isik']) pick.type(text);
    assert.deepEqual([given, kept(items)], [1, ['IŞIK']]);
    pick.hide();
  });

  it('gives the row that is accepted; Enter where nothing is found takes nothing and closes nothing', async () => {
    const { done, pick } = opened([{ label: 'Bir' }, { label: 'İki' }]);
    assert.deepEqual([pick.title, pick.placeholder, pick.visible], ['Title', 'Which?', true]);
    pick.enter();
    assert.equal(pick.visible, true);
    pick.accept('İki');
    assert.equal((await done)?.label, 'İki');
    assert.equal(pick.disposed, true);
  });

  it('T5: Esc is nothing chosen, before the rows are there as well', async () => {
    for (const rows of [[{ label: 'a' }], new Promise<never>(() => undefined)]) {
      const { done, pick } = opened(rows);
      assert.equal(pick.busy, rows instanceof Promise);
      pick.hide();
      assert.equal(await done, undefined);
    }
  });

  it('what was typed before the rows were there counts, and what they fail with is told', async () => {
    const rows = Promise.resolve([{ label: 'Şube' }]);
    const { pick } = opened(rows);
    pick.type('sube');
    await settled();
    assert.deepEqual([kept(pick.items), pick.busy], [['Şube'], false]);
    pick.hide();
    const error = new Error('no');
    const failed = opened(Promise.reject(error));
    assert.equal(await failureOf(failed.done), error);
    assert.equal(failed.pick.disposed, true);
  });

  it('closes when it is cancelled', async () => {
    const { CancellationTokenSource } = editor.api as typeof vscode;
    const source = new CancellationTokenSource();
    const done = pickFolded([{ label: 'a' }], options, source.token);
    source.cancel();
    assert.equal(await done, undefined);
  });
});
