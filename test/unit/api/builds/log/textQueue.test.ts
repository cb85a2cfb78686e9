import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { TextQueue } from '../../../../../src/api/builds/log/textQueue';

describe('a queue of text', () => {
  it('gives what came, in order, once, and never more than was asked for', () => {
    const pieces = fc.array(
      fc.record({ text: fc.string({ maxLength: 20 }), take: fc.integer({ min: 1, max: 9 }) }),
    );
    fc.assert(
      fc.property(pieces, (steps) => {
        const queue = new TextQueue();
        let came = '';
        let given = '';
        const take = (most: number) => {
          const text = queue.take(most);
          assert.ok(text.length <= most);
          assert.ok(text !== '' || queue.length === 0);
          given += text;
        };
        for (const { text, take: most } of steps) {
          queue.add(text);
          came += text;
          assert.equal(queue.length, came.length - given.length);
          take(most);
        }
        while (queue.length > 0) take(7);
        assert.equal(given, came);
        assert.equal(queue.take(5), '');
      }),
    );
  });
});
