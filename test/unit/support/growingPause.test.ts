import { strict as assert } from 'node:assert';
import { GrowingPause } from '../../../src/support/growingPause';

describe('a pause that grows', () => {
  let now: number;
  let pause: GrowingPause;
  beforeEach(() => {
    now = 1_000_000;
    pause = new GrowingPause(10, 35, () => now);
  });

  it('is none before the first try, and twice as long after each, up to the most', () => {
    assert.equal(pause.left, 0);
    const pauses = [1, 2, 3, 4].map(() => {
      pause.begin();
      const { left } = pause;
      now += left;
      return left;
    });
    assert.deepEqual(pauses, [10, 20, 35, 35]);
    assert.equal(pause.left, 0);
  });

  it('is none again once all is well', () => {
    pause.begin();
    pause.begin();
    pause.reset();
    assert.equal(pause.left, 0);
    pause.begin();
    assert.equal(pause.left, 10);
  });

  it('is as long as a server wants it, within the most, and no shorter than it was', () => {
    pause.hold(25);
    assert.equal(pause.left, 25);
    pause.hold(5);
    assert.equal(pause.left, 25);
    pause.hold(Infinity);
    assert.equal(pause.left, 35);
  });
});
