import { strict as assert } from 'node:assert';
import type { ApiView, Arrangement } from '../../../../../src/features/apiExplorer/tree/apiView';
import type * as Taste from '../../../../../src/features/apiExplorer/tree/treeSettings';
import { FakeMemory } from '../../../support/fakes/memory';
import { settled } from '../../../support/until';
import { inEditor } from '../../inEditor';

const { module, editor } = inEditor('apiExplorer/tree/treeSettings');
const { ViewTaste } = module as typeof Taste;
const KEY = 'appcircle.apiGrouping';

describe('API Explorer: how a person wants the tree', () => {
  let memory: FakeMemory;
  let arranged: Arrangement[];
  beforeEach(() => {
    memory = new FakeMemory();
    arranged = [];
    editor.boxes.length = 0;
  });

  const open = () => {
    const view = { arrange: (arrangement: Arrangement) => arranged.push(arrangement) };
    return new ViewTaste(memory, view as unknown as ApiView);
  };

  it('by tag at first, and then as the workspace remembers it, without a filter', async () => {
    assert.deepEqual(open().current, { filter: '', grouping: 'tag' });
    await open().setGrouping('path');
    assert.deepEqual(open().current, { filter: '', grouping: 'path' });
    await open().setGrouping('tag');
    assert.deepEqual([open().current.grouping, memory.get(KEY)], ['tag', undefined]);
    for (const nonsense of [7, null, 'paths', {}]) {
      await memory.update(KEY, nonsense);
      assert.equal(open().current.grouping, 'tag');
    }
  });

  it('the view shows each change at once, and keeps the other half', async () => {
    const taste = open();
    taste.setFilter('  profiles ');
    await taste.setGrouping('path');
    taste.setFilter('');
    assert.deepEqual(arranged, [
      { filter: 'profiles', grouping: 'tag' },
      { filter: 'profiles', grouping: 'path' },
      { filter: '', grouping: 'path' },
    ]);
    assert.deepEqual(taste.current, arranged.at(-1));
    assert.doesNotMatch(memory.text, /profiles/);
  });

  it('is asked for in a box that begins with what is there, and T5: Esc leaves it', async () => {
    const taste = open();
    taste.setFilter('profiles');
    const asking = taste.askFilter();
    await settled();
    const [box = assert.fail('no box')] = editor.boxes;
    assert.equal(box.value, 'profiles');
    box.hide();
    await asking;
    assert.equal(taste.current.filter, 'profiles');
    for (const text of ['groups', '']) {
      const again = taste.askFilter();
      editor.boxes.at(-1)?.submit(text);
      await again;
      assert.equal(taste.current.filter, text);
    }
  });
});
