import { strict as assert } from 'node:assert';
import { matchesText } from '../../../../src/api/openapi/filter';

describe('openapi: the text filter', () => {
  const operation = {
    key: 'DELETE /distribution/v2/profiles/{profileId}',
    method: 'DELETE',
    path: '/distribution/v2/profiles/{profileId}',
    id: 'removeProfile',
    summary: 'Deletes a distribution profile',
    tags: ['Testing Distribution'],
    deprecated: false,
  } as const;

  it('R25: every word has to occur, in any of the texts, whatever its case', () => {
    for (const query of [
      '',
      '  ',
      'profile',
      'DELETE',
      'delete PROFILEID',
      'testing removeprofile',
      'a v2/prof ',
    ]) {
      assert.equal(matchesText(operation, query), true, query);
    }
    for (const query of ['profiles build', 'get', 'testing-distribution', 'undefined']) {
      assert.equal(matchesText(operation, query), false, query);
    }
  });

  it('R25: what an operation does not have is no text to find', () => {
    const bare = { ...operation, id: undefined, summary: undefined, tags: [] };
    assert.equal(matchesText(bare, 'undefined'), false);
    assert.equal(matchesText(bare, 'delete profiles'), true);
  });
});
