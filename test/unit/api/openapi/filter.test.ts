import { strict as assert } from 'node:assert';
import { matchesText } from '../../../../src/api/openapi/filter';
import { searchQuery } from '../../../../src/api/openapi/rank';

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
      assert.equal(matchesText(operation, searchQuery(query)), true, query);
    }
    for (const query of ['profiles build', 'get', 'testing-distribution', 'undefined']) {
      assert.equal(matchesText(operation, searchQuery(query)), false, query);
    }
  });

  it('R25: in any spelling', () => {
    const turkish = { ...operation, summary: 'Şube IŞIK: İstanbul', tags: ['Café'] };
    for (const query of ['ışık sube', 'ISTANBUL', 'istanbul IŞIK', 'cafe\u0301', 'ＣＡＦＥ dıstrıbution']) {
      assert.equal(matchesText(turkish, searchQuery(query)), true, query);
    }
  });

  it('R25: what an operation does not have is no text to find', () => {
    const bare = { ...operation, id: undefined, summary: undefined, tags: [] };
    assert.equal(matchesText(bare, searchQuery('undefined')), false);
    assert.equal(matchesText(bare, searchQuery('delete profiles')), true);
  });
});
