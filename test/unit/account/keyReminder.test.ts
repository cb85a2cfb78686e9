import assert from 'node:assert/strict';
import { dueReminder } from '../../../src/account/keyReminder';

const DAY = 24 * 3600 * 1000;
const now = 1_800_000_000_000;
const endsIn = (days: number) => now + days * DAY + 1000;

describe('R17: reminder of a key that ends', () => {
  it('is not due without a date, nor long before it', () => {
    assert.equal(dueReminder({}, now), undefined);
    assert.equal(dueReminder({ keyExpiresAt: endsIn(15) }, now), undefined);
  });

  for (const [days, threshold] of [
    [14, 14],
    [4, 14],
    [3, 3],
    [2, 3],
    [1, 1],
    [0, 1],
    [-2, 1],
  ] as const) {
    it(`${days} days before the end it is the one of ${threshold}`, () => {
      assert.deepEqual(dueReminder({ keyExpiresAt: endsIn(days) }, now), { days, threshold });
    });
  }

  it('is said once a threshold, and the nearest alone to who was away', () => {
    assert.equal(dueReminder({ keyExpiresAt: endsIn(10), remindedAt: 14 }, now), undefined);
    assert.equal(dueReminder({ keyExpiresAt: endsIn(2), remindedAt: 14 }, now)?.threshold, 3);
    assert.equal(dueReminder({ keyExpiresAt: endsIn(0), remindedAt: 14 }, now)?.threshold, 1);
    assert.equal(dueReminder({ keyExpiresAt: endsIn(0), remindedAt: 1 }, now), undefined);
  });

  it('is never said again to who wants none, and not before Later is over', () => {
    assert.equal(dueReminder({ keyExpiresAt: endsIn(0), remindedAt: 0 }, now), undefined);
    assert.equal(dueReminder({ keyExpiresAt: endsIn(2), snoozedUntil: now + 1 }, now), undefined);
    assert.equal(dueReminder({ keyExpiresAt: endsIn(2), snoozedUntil: now - 1 }, now)?.threshold, 3);
  });
});
