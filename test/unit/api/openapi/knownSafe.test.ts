import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { knownSafe } from '../../../../src/api/openapi/knownSafe';
import { isSafe } from '../../../../src/api/request/isSafe';
import { readDescription } from '../../../sandbox/readDescription';

type Query = [name: string, value: string][];

describe('openapi: what is known to be safe', () => {
  const known = knownSafe(readDescription());
  const versions = '/distribution/v1/profiles/0c2f/app-versions';
  const upload: Query = [
    ['action', 'uploadInformation'],
    ['fileSize', '1'],
  ];
  const isKnown = (query: Query, path = versions) => known('GET', path, query);

  it('the actions that our own file names, in all of their places', () => {
    assert.equal(isKnown(upload), true);
    assert.equal(isKnown(upload, '/publish/v1/profiles/ios/0c2f/app-versions'), true);
    assert.equal(isKnown(upload, '/store/v1/profiles/app-versions'), true);
    const download: Query = [['action', 'download']];
    assert.equal(isKnown(download, '/publish/v2/profiles/ios/0c2f/app-versions/1'), true);
    assert.equal(isKnown(download, '/store/v2/profiles/0c2f/app-versions/1'), true);
  });

  it('and none else: not another action, nor one of another operation, nor one that is spelt otherwise', () => {
    for (const value of [
      'cancel',
      'commitFileUpload',
      'UploadInformation',
      'uploadInformation ',
      '',
      'download',
    ]) {
      assert.equal(isKnown([['action', value]]), false, value);
    }
    for (const name of ['Action', 'ACTION', ' action', 'action ', 'action[]', 'action[0]', 'action.x']) {
      assert.equal(isKnown([[name, 'uploadInformation']]), false, name);
      assert.equal(isKnown([...upload, [name, 'cancel']]), false, name);
    }
    assert.equal(isKnown(upload, '/build/v1/queue/1'), false);
    assert.equal(isKnown(upload, '/distribution/v2/profiles/0c2f/app-versions'), false);
  });

  it('not when there are two actions, even the same: a server may take either', () => {
    assert.equal(isKnown([...upload, ['action', 'cancel']]), false);
    assert.equal(isKnown([['action', 'cancel'], ...upload]), false);
    assert.equal(isKnown([...upload, ...upload]), false);
  });

  it('not by another method, nor on a path that merely looks alike', () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const) {
      assert.equal(known(method, versions, upload), false, method);
    }
    for (const path of [
      `${versions}/`,
      `/${versions}`,
      versions.toUpperCase(),
      '/distribution/v1/profiles//app-versions',
      '/distribution/v1/profiles/0c2f/x/app-versions',
      '/distribution/v1/profiles/0c2f/app%2Dversions',
      '',
      '/',
    ]) {
      assert.equal(isKnown(upload, path), false, path);
    }
  });

  it('a cancelled build is asked about, wherever the words stand', () => {
    const request = { method: 'GET', path: '/build/v1/queue/1', query: [['action', 'cancel']] } as const;
    assert.equal(isSafe(request, known), false);
    assert.equal(isSafe({ ...request, path: versions, query: upload }, known), true);
    assert.equal(isSafe({ ...request, path: versions, query: [...upload, ['Action', 'x']] }, known), false);
  });

  it('whatever else the query has: one allowed action, spelt as it is, or a question', () => {
    const spelling = fc.constantFrom(
      'action',
      'Action',
      ' action',
      'action\t',
      'action[]',
      ' ACTION [1]',
      'a',
    );
    const value = fc.constantFrom('uploadInformation', 'cancel', 'download', '');
    fc.assert(
      fc.property(fc.array(fc.tuple(spelling, value), { maxLength: 3 }), (query) => {
        const actions = query.filter(([name]) => name !== 'a');
        const fine = actions.length === 0 || JSON.stringify(actions) === '[["action","uploadInformation"]]';
        assert.equal(isSafe({ method: 'GET', path: versions, query }, known), fine);
      }),
    );
  });

  it('a whole operation that is marked; the unmarked one that a path fits better is what counts', () => {
    const marked = knownSafe({
      paths: {
        '/x/{id}': { post: { 'x-safe': true }, get: { 'x-safe': 'yes', 'x-safe-actions': 'stop' } },
        '/x/stop': { post: {} },
      },
    });
    assert.equal(marked('POST', '/x/1', []), true);
    assert.equal(marked('POST', '/x/stop', []), false);
    assert.equal(marked('GET', '/x/1', [['action', 'stop']]), false);
  });

  it('R21: nothing where there is no description', () => {
    for (const nothing of [
      undefined,
      null,
      [],
      'x',
      {},
      { paths: [] },
      { paths: { '/x': null, '/y': { get: 1 } } },
    ]) {
      assert.equal(knownSafe(nothing)('GET', '/x', [['action', 'uploadInformation']]), false);
    }
  });
});
