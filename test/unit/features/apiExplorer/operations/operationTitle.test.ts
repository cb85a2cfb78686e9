import { strict as assert } from 'node:assert';
import { operationTitle } from '../../../../../src/features/apiExplorer/operations/operationTitle';
import { operation } from './listedOperations';

describe('the title of the page of an operation', () => {
  const titles: [given: Parameters<typeof operation>[1], title: string][] = [
    [{ summary: ' List profiles ', id: 'x' }, 'List profiles'],
    [{ summary: ' ', id: 'listBuildProfiles' }, 'List build profiles'],
    [{ id: 'Profiles_GetById' }, 'Profiles get by id'],
    [{ id: 'get-QRCode/v2' }, 'Get QRCode v2'],
    [{ id: ' ' }, 'GET …/profiles/{profileId}'],
    [{}, 'GET …/profiles/{profileId}'],
  ];
  for (const [given, title] of titles) {
    it(`is ${title}`, () => {
      const made = operation('GET /distribution/v2/profiles/{profileId}', given);
      assert.equal(operationTitle({ ...made, summary: undefined, id: undefined, ...given }), title);
    });
  }

  it('is a short path as it stands', () => {
    assert.equal(operationTitle({ ...operation('GET /a/b'), summary: undefined, id: undefined }), 'GET /a/b');
  });
});
