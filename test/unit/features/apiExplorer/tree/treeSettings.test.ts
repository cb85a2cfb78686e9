import { strict as assert } from 'node:assert';
import type * as Filter from '../../../../../src/features/apiExplorer/tree/askOperationFilter';
import type { TreeArrangement } from '../../../../../src/features/apiExplorer/tree/treeSettings';
import type * as Settings from '../../../../../src/features/apiExplorer/tree/treeSettings';
import { FakeMemento } from '../../../support/fakes/memento';
import { settled } from '../../../support/until';
import { useEditor, type EditorWith } from '../../../support/useEditor';

const KEY = 'appcircle.apiGrouping';

describe('API Explorer: how a person wants the tree', () => {
  const editor = useEditor('features/apiExplorer/tree/treeSettings') as EditorWith<typeof Settings>;
  let memento: FakeMemento;
  let arranged: TreeArrangement[];
  beforeEach(() => {
    memento = new FakeMemento();
    arranged = [];
  });

  const open = () => {
    const settings = new editor.module.TreeSettings(memento);
    settings.onDidChange((arrangement) => arranged.push(arrangement));
    return settings;
  };

  it('by tag at first, and then as the workspace remembers it, without a filter', async () => {
    assert.deepEqual(open().current, { filter: '', grouping: 'tag' });
    await open().setGrouping('path');
    assert.deepEqual(open().current, { filter: '', grouping: 'path' });
    await open().setGrouping('tag');
    assert.deepEqual([open().current.grouping, memento.get(KEY)], ['tag', undefined]);
    for (const nonsense of [7, null, 'paths', {}]) {
      await memento.update(KEY, nonsense);
      assert.equal(open().current.grouping, 'tag');
    }
  });

  it('the view shows each change at once, and keeps the other half', async () => {
    const treeSettings = open();
    treeSettings.setFilter('  profiles ');
    await treeSettings.setGrouping('path');
    treeSettings.setFilter('');
    assert.deepEqual(arranged, [
      { filter: 'profiles', grouping: 'tag' },
      { filter: 'profiles', grouping: 'path' },
      { filter: '', grouping: 'path' },
    ]);
    assert.deepEqual(treeSettings.current, arranged.at(-1));
    assert.doesNotMatch(memento.text, /profiles/);
  });

  it('R9: the context keys follow, from the start', async () => {
    const settings = open();
    settings.setFilter('profiles');
    await settings.setGrouping('path');
    settings.setFilter(' ');
    assert.deepEqual(editor.executed, [
      ['setContext', 'appcircle.apiFilter', 'off'],
      ['setContext', 'appcircle.apiGrouping', 'tag'],
      ['setContext', 'appcircle.apiFilter', 'on'],
      ['setContext', 'appcircle.apiGrouping', 'path'],
      ['setContext', 'appcircle.apiFilter', 'off'],
    ]);
  });
});

describe('API Explorer: what the tree is filtered by', () => {
  const editor = useEditor('features/apiExplorer/tree/askOperationFilter') as EditorWith<typeof Filter>;
  const { askOperationFilter } = editor.module;

  it('is asked for in a box that begins with what is there, and T5: Esc leaves it', async () => {
    const asking = askOperationFilter('profiles');
    await settled();
    const [box = assert.fail('no box')] = editor.boxes;
    assert.equal(box.value, 'profiles');
    box.hide();
    assert.equal(await asking, undefined);
    for (const text of ['groups', '']) {
      const again = askOperationFilter('profiles');
      editor.boxes.at(-1)?.submit(text);
      assert.equal(await again, text);
    }
  });
});
