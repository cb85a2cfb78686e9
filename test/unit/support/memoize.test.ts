import assert from 'node:assert/strict';
import sinon from 'sinon';
import { memoize } from '../../../src/support/memoize';

describe('memoize', () => {
  it('is the same for the same key, and another for another', () => {
    const make = sinon.spy((key: string) => ({ key }));
    const made = memoize(make);
    assert.equal(made('tr'), made('tr'));
    assert.deepEqual(made('en'), { key: 'en' });
    assert.equal(make.callCount, 2);
  });
});
