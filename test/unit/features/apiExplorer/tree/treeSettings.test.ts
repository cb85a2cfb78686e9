import { strict as assert } from 'node:assert';
import type { ApiView, TreeArrangement } from '../../../../../src/features/apiExplorer/tree/apiView';
import type * as Taste from '../../../../../src/features/apiExplorer/tree/treeSettings';
import { FakeMemento } from '../../../support/fakes/memento';
import { settled } from '../../../support/until';
import { inEditor } from '../../inEditor';

const { module, editor } = inEditor('apiExplorer/tree/treeSettings');
const { TreeSettings } = module as typeof Taste;
const KEY = 'appcircle.apiGrouping';

describe('API Explorer: how a person wants the tree', () => {
  let memento: FakeMemento;
  let arranged: TreeArrangement[];
  beforeEach(() => {
    memento = new FakeMemento();
    arranged = [];
    editor.boxes.length = 0;
  });

  const open = () => {
    const view = { arrange: (arrangement: TreeArrangement) => arranged.push(arrangement) };
    return new TreeSettings(memento, view as unknown as ApiView);
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

  it('is asked for in a box that begins with what is there, and T5: Esc leaves it', async () => {
    const treeSettings = open();
    treeSettings.setFilter('profiles');
    const asking = treeSettings.askFilter();
    await settled();
    const [box = assert.fail('no box')] = editor.boxes;
    assert.equal(box.value, 'profiles');
    box.hide();
    await asking;
    assert.equal(treeSettings.current.filter, 'profiles');
    for (const text of ['groups', '']) {
      const again = treeSettings.askFilter();
      editor.boxes.at(-1)?.submit(text);
      await again;
      assert.equal(treeSettings.current.filter, text);
    }
  });
});
