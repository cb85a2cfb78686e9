import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { distanceOf, similarNames } from '../../../../../src/api/request/checks/similar';

describe('similarNames', () => {
  it('finds what was probably meant, the likeliest first', () => {
    assert.deepEqual(similarNames('nmae', ['names', 'name', 'id']), ['name']);
    assert.deepEqual(similarNames('profileID', ['profileId', 'profile']), ['profileId', 'profile']);
    assert.deepEqual(similarNames('paltform', ['Platform', 'Form']), ['Platform']);
    assert.deepEqual(similarNames('id', ['at', 'name']), []);
    assert.deepEqual(similarNames('x'.repeat(100), ['x'.repeat(99)]), []);
  });

  it('counts letters that were left out, added, changed, or swapped', () => {
    assert.deepEqual(
      [
        ['abc', 'ab'],
        ['abc', 'abcd'],
        ['abc', 'abd'],
        ['abc', 'acb'],
        ['abc', 'abc'],
        ['abc', 'xyz'],
      ].map(([one = '', other = '']) => distanceOf(one, other, 2)),
      [1, 1, 1, 1, 0, Infinity],
    );
  });

  it('is as far one way as the other, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
        assert.equal(distanceOf(one, other, 20), distanceOf(other, one, 20));
      }),
    );
  });
});
