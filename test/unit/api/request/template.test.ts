import { strict as assert } from 'node:assert';
import { templateParameters, templateSegments } from '../../../../src/api/request/template';

describe('a path template', () => {
  it('gives its segments, and each parameter once', () => {
    assert.deepEqual(templateSegments('/a/{b}.json/{b}'), [
      [{ text: 'a' }],
      [{ parameter: 'b' }, { text: '.json' }],
      [{ parameter: 'b' }],
    ]);
    assert.deepEqual(templateParameters('/a/{b}.json/{b}'), ['b']);
  });

  it('of however many segments is read', () => {
    assert.equal(templateSegments('/a'.repeat(300_000)).length, 300_000);
  });
});
