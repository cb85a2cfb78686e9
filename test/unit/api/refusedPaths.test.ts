import { strict as assert } from 'node:assert';
import { RefusedPaths } from '../../../src/api/refusedPaths';

describe('paths that are refused with a token that was just renewed', () => {
  let refused: RefusedPaths;
  beforeEach(() => {
    refused = new RefusedPaths();
  });

  it('one of them, while others succeed, is of that path', () => {
    refused.clear('a');
    assert.equal(refused.areAll('a', '/one'), false);
    refused.clear('a');
    assert.equal(refused.areAll('a', '/two'), false);
  });

  it('another one after it, with no success between, is of all', () => {
    refused.clear('a');
    refused.areAll('a', '/one');
    assert.equal(refused.areAll('a', '/two'), true);
  });

  it('the same one again and again is of all in the end', () => {
    refused.clear('a');
    assert.deepEqual(
      [1, 2, 3].map(() => refused.areAll('a', '/one')),
      [false, false, true],
    );
  });

  it('the first of an account that nothing ever succeeded for is of all', () => {
    refused.clear('a');
    assert.equal(refused.areAll('b', '/one'), true);
    refused.forget('a');
    assert.equal(refused.hasSucceeded('a'), false);
    assert.equal(refused.areAll('a', '/one'), true);
  });
});
