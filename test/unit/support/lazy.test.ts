import { strict as assert } from 'node:assert';
import { lazy } from '../../../src/support/lazy';

describe('lazy', () => {
  it('works at the first call alone, and not before it', () => {
    let calls = 0;
    const make = lazy(() => ({ nth: ++calls }));
    assert.equal(calls, 0);
    assert.equal(make(), make());
    assert.deepEqual(make(), { nth: 1 });
  });

  it('remembers that there is nothing, too', () => {
    let calls = 0;
    const make = lazy(() => {
      calls++;
      return undefined;
    });
    make();
    make();
    assert.equal(calls, 1);
  });
});
