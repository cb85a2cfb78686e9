import assert from 'node:assert/strict';
import fc from 'fast-check';
import { idPart } from '../../../src/support/idPart';

describe('an id as a part of a row’s', () => {
  it('R23: holds no separator, and no other id has the same', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        assert.ok(!idPart(one).includes('/'));
        assert.equal(idPart(one) === idPart(other), one === other);
      }),
    );
    assert.notEqual(idPart('a/b'), idPart('a%2Fb'));
  });
});
