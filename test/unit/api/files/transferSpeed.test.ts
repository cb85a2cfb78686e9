import { strict as assert } from 'node:assert';
import { TransferSpeed } from '../../../../src/api/files/transferSpeed';

describe('speed', () => {
  let now = 0;
  const fresh = () => {
    now = 0;
    return new TransferSpeed(() => now);
  };
  const note = (speed: TransferSpeed, at: number, bytes: number) => {
    now = at;
    speed.update(bytes);
  };

  it('cannot be told at first, and is what was measured then', () => {
    const speed = fresh();
    note(speed, 100, 5000);
    assert.deepEqual(speed.pace(5000, 10_000), { rate: undefined, remainingMs: undefined });
    note(speed, 500, 5000);
    assert.deepEqual(speed.pace(5000, 10_000), { rate: 10_000, remainingMs: 500 });
    assert.deepEqual(speed.pace(5000, undefined), { rate: 10_000, remainingMs: undefined });
    assert.equal(speed.pace(11_000, 10_000).remainingMs, 0);
  });

  it('is smoothed: a short pause changes it a little, a long one much', () => {
    const steady = (seconds: number) => {
      const speed = fresh();
      note(speed, 1000, 1000);
      note(speed, 2000, 2000);
      note(speed, 2000 + seconds * 1000, 2000);
      return speed.pace(0, 1).rate ?? 0;
    };
    assert.ok(steady(0.5) > 850 && steady(0.5) < 1000);
    assert.ok(steady(20) < 10);
  });

  it('nothing comes through: there is no time at which all would be there', () => {
    const speed = fresh();
    note(speed, 1000, 0);
    assert.deepEqual(speed.pace(0, 10), { rate: 0, remainingMs: undefined });
  });

  it('that begins anew is as fast as it was', () => {
    const speed = fresh();
    note(speed, 1000, 1000);
    note(speed, 1010, 0);
    assert.equal(speed.pace(0, 1000).rate, 1000);
    note(speed, 2010, 1000);
    assert.equal(Math.round(speed.pace(0, 1000).rate ?? 0), 1000);
  });

  it('is not spoilt by a clock that is set back', () => {
    const speed = fresh();
    note(speed, 1000, 1000);
    note(speed, 10, 1100);
    assert.equal(speed.pace(0, 1000).rate, 1000);
  });
});
