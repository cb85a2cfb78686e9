import { strict as assert } from 'node:assert';
import { idsInRequests } from '../../../../../src/api/request/language/ids';
import { parseRequests } from '../../../../../src/api/request/parse/parse';
import { operationShowing, operationsTaking } from '../../../../../src/api/request/resolve/idOperations';
import { operation } from '../../../features/apiExplorer/operations/listedOperations';

const guid = '4c4fcf1e-8ff1-4ecf-a783-5cf60c28c06d';

/** What is found of a document: the text at the place, and what it is called. */
function found(text: string): string[] {
  return idsInRequests(parseRequests(text), text).map(({ start, end, value, name }) => {
    assert.equal(text.slice(start, end), value);
    return `${name}=${value}`;
  });
}

describe('ids in request documents', () => {
  it('are found in variables, paths, queries and bodies, each with what it is called', () => {
    assert.deepEqual(
      found(`@profileId = ${guid}\n@branch = main\n@x = ${guid}\n\nGET {{host}}/a/{{profileId}}\n`),
      [`profileId=${guid}`, `x=${guid}`],
    );
    assert.deepEqual(
      found(`GET {{host}}/distribution/v2/profiles/${guid}/versions\n    ?branchId=b1\n    &page=1\n`),
      [`profileId=${guid}`, 'branchId=b1'],
    );
    const body = `POST {{host}}/a\nContent-Type: application/json\n\n{\n  "groupIds": ["${guid}"], "name": "x"\n}\n`;
    assert.deepEqual(found(body), [`groupId=${guid}`]);
    assert.deepEqual(found(body.replace('application/json', 'text/plain')), []);
    assert.deepEqual(found(`GET {{host}}/a/main/{{x}}?id={{y}}&q=${'z'.repeat(200)}\n`), []);
  });

  it('there is an end to them', () => {
    assert.equal(found(`GET {{host}}/a\n${`&id=${guid}\n`.repeat(1000)}`).length, 500);
  });
});

describe('operations that take an id', () => {
  const operations = [
    'GET /distribution/v2/profiles',
    'DELETE /distribution/v2/profiles/{profileId}',
    'GET /distribution/v2/profiles/{profileId}/versions/{versionId}',
    'GET /distribution/v2/profiles/{id}',
    'GET /build/v2/things/{id}',
  ].map((key) => operation(key));

  it('by its name, or by what a plain id is of; those first that need nothing else', () => {
    assert.deepEqual(
      operationsTaking('profileId', 'a/b', operations).map(({ operation: { key }, parameter, path }) => [
        key.split('/').at(-1),
        parameter,
        path,
      ]),
      [
        ['{profileId}', 'profileId', '/distribution/v2/profiles/a%2Fb'],
        ['{id}', 'id', '/distribution/v2/profiles/a%2Fb'],
        ['{versionId}', 'profileId', undefined],
      ],
    );
    assert.deepEqual(operationsTaking('branchId', 'x', operations), []);
  });

  it('one shows what it is of: a GET that ends with it; none walks through the path', () => {
    assert.equal(operationShowing('profileId', 'x', operations)?.path, '/distribution/v2/profiles/x');
    assert.equal(operationShowing('profileId', '..', operations), undefined);
    assert.equal(operationShowing('versionId', 'x', operations), undefined);
  });
});
