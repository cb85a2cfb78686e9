import { strict as assert } from 'node:assert';
import { throttle } from '../../../src/support/throttle';

describe('throttle', () => {
  it('lets one pass in so many milliseconds, and what is urgent always', () => {
    let now = 0;
    const told: string[] = [];
    const tell = throttle<string>(
      100,
      () => now,
      (value) => told.push(value),
    );
    for (const [at, value, urgent] of [
      [0, 'first', false],
      [99, 'early', false],
      [100, 'due', false],
      [101, 'urgent', true],
      [200, 'early again', false],
      [201, 'due again', false],
    ] as const) {
      now = at;
      tell(value, urgent);
    }
    assert.deepEqual(told, ['first', 'due', 'urgent', 'due again']);
  });
});
