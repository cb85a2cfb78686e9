import { strict as assert } from 'node:assert';
import { SerialQueue } from '../../../src/support/serialQueue';

describe('a serial queue', () => {
  it('begins work when what came before is over, failed or not, and none after its end', async () => {
    const queue = new SerialQueue(() => new Error('over'));
    const done: string[] = [];
    const work =
      (name: string, fails = false) =>
      async () => {
        done.push(`${name} begins`);
        await Promise.resolve();
        done.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      };
    const first = assert.rejects(queue.add(work('a', true)), /^Error: a$/);
    assert.equal(await queue.add(work('b')), 'b');
    await first;
    assert.deepEqual(done, ['a begins', 'a ends', 'b begins', 'b ends']);
    const running = queue.add(work('c'));
    const waiting = assert.rejects(queue.add(work('d')), /over/);
    await Promise.resolve();
    queue.dispose();
    assert.equal(await running, 'c');
    await waiting;
    assert.ok(!done.includes('d begins'));
  });
});
