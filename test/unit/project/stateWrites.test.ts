import { strict as assert } from 'node:assert';
import { read, sources } from './files';

/** Where a write of the editor's state may be called itself. All else says what a failure means: `saveState`, `recordState`. */
const writers = [
  'src/support/memento.ts',
  'src/support/orderedMemento.ts',
  'src/features/accounts/removeAllData.ts',
];

describe('the editor’s state', () => {
  it('is written by functions that say whether a failure matters', () => {
    const direct = sources().filter((file) =>
      /\b(memento|state|workspace|everywhere|globalState|workspaceState)\??\.update\(/i.test(read(file)),
    );
    assert.deepEqual(direct.sort(), [...writers].sort());
  });
});
