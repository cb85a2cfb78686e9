import assert from 'node:assert/strict';
import { compareNames } from '../../../src/support/names';

describe('names in order', () => {
  it('numbers count by their value, and case does not', () => {
    assert.deepEqual(['Beta 10', 'alpha', 'beta 2', 'Zeta'].sort(compareNames), [
      'alpha',
      'beta 2',
      'Beta 10',
      'Zeta',
    ]);
  });
});
