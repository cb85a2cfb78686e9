import { strict as assert } from 'node:assert';
import type { OperationSummary } from '../../../../src/api/openapi/model';
import { rankOf } from '../../../../src/api/openapi/rank';

const operation: OperationSummary = {
  key: 'GET /distribution/v2/profiles/{profileId}',
  method: 'GET',
  path: '/distribution/v2/profiles/{profileId}',
  id: 'getProfile',
  summary: 'One profile',
  tags: ['tagged'],
  deprecated: false,
};

describe('openapi: the order of what is found', () => {
  const rank = (typed: string) => rankOf(operation, typed);

  it('what was typed as it stands comes before what begins with it, holds it, or has its words', () => {
    const ranks: [typed: string, rank: number][] = [
      ['getProfile', 0],
      ['GETPROFILE', 0],
      [' one profile ', 0],
      ['/distribution/v2/profiles/{profileId}', 0],
      ['GET /distribution/v2/profiles/{profileId}', 0],
      ['getProf', 1],
      ['one', 1],
      ['/distribution', 1],
      ['GET', 1],
      ['profile', 2],
      ['v2/prof', 2],
      ['profile one', 3],
      ['one getprofile', 3],
      ['profile two', 4],
      ['tagged', 4],
      ['undefined', 4],
    ];
    assert.deepEqual(
      ranks.map(([typed]) => [typed, rank(typed)]),
      ranks,
    );
  });

  it('the exact id is first among many that hold it', () => {
    const ids = ['getProfileAgain', 'forgetProfile', 'getProfile', 'x'];
    const sorted = ids
      .map((id) => ({ ...operation, id, summary: 'getProfiles' }))
      .sort((a, b) => rankOf(a, 'getprofile') - rankOf(b, 'getprofile'));
    assert.equal(sorted[0]?.id, 'getProfile');
  });

  it('what an operation does not have is nothing that could be typed', () => {
    const bare = { ...operation, id: undefined, summary: undefined };
    assert.equal(rankOf(bare, 'undefined'), 4);
    assert.equal(rankOf(bare, '/distribution'), 1);
  });
});
