import { strict as assert } from 'node:assert';
import { readDescription, type ApiDescription } from '../../../../src/api/openapi/description';
import type { DescriptionPlace } from '../../../../src/api/openapi/serverPath';
import { inputDescription } from './inputFiles';

const keysOf = ({ operations }: ApiDescription) => operations.map(({ key }) => key);

describe('openapi: the path of servers', () => {
  const path = async (servers: unknown, place: DescriptionPlace = {}) => {
    const text = JSON.stringify({ openapi: '3.1.0', servers, paths: { '/x': { get: {} } } });
    const { operations } = await readDescription(text, { place });
    return operations[0]?.path;
  };
  const of = (url: string, place?: DescriptionPlace) => path([{ url }], place);

  it('R21: goes before each path, that of the operation or item before that of the document', async () => {
    assert.deepEqual(keysOf(await inputDescription('servers-base-path.yaml')), [
      'GET /distribution/v2/profiles',
      'GET /distribution-old/v1/profiles/{profileId}/app-versions',
    ]);
    const operation = { servers: [{ url: '/of-operation' }] };
    const item = { get: operation, put: {}, servers: [{ url: '/of-item' }] };
    const text = JSON.stringify({
      openapi: '3.0.0',
      servers: [{ url: '/a' }],
      paths: { '/x': item, '/y': { get: {} } },
    });
    assert.deepEqual(keysOf(await readDescription(text)), [
      'GET /of-operation/x',
      'PUT /of-item/x',
      'GET /a/y',
    ]);
  });

  it('R21: is the same for `basePath`, without what the address of the account has already', async () => {
    const virtual = 'virtual-directory-swagger2.json';
    assert.deepEqual(keysOf(await inputDescription(virtual)), ['GET /virtual/distribution/v2/profiles']);
    const place = { base: 'https://appcircle.example/virtual' };
    assert.deepEqual(keysOf(await inputDescription(virtual, place)), ['GET /distribution/v2/profiles']);
    assert.equal(await of('/virtual/a', place), '/a/x');
    assert.equal(await of('/virtual', place), '/x');
    assert.equal(await of('/virtually/a', place), '/virtually/a/x');
  });

  it('R21: is relative to where the description was read from', async () => {
    const place = { address: 'https://api.example/openapi/v1/swagger.json' };
    assert.equal(await of('/a', place), '/a/x');
    assert.equal(await of('a', place), '/openapi/v1/a/x');
    assert.equal(await of('../../a/', place), '/a/x');
    assert.equal(await of('.', place), '/openapi/v1/x');
    assert.equal(await of('a', { address: 'file:///home/user/api.yaml' }), '/a/x');
  });

  it('R21: has its variables by their defaults', async () => {
    const variables = { version: { default: 'v2' }, port: { default: 8443 }, none: {} };
    const url = 'https://{host}.example:{port}/api/{version}';
    assert.equal(await path([{ url, variables: { ...variables, host: { default: 'x' } } }]), '/api/v2/x');
    assert.equal(await path([{ url: '/{none}/a', variables }]), '/x');
    assert.equal(await path([{ url: '/{unknown}/a' }]), '/x');
    assert.equal(await path([{ url: '/{a}', variables: { a: { default: '../..//evil.example' } } }]), '/x');
  });

  it('rule 6: never the host, and never out of its place', async () => {
    assert.equal(await of('https://evil.example'), '/x');
    assert.equal(await of('https://evil.example/v1'), '/v1/x');
    assert.equal(await of('//evil.example/v1'), '/v1/x');
    for (const url of [
      '/..',
      '/a/%2e%2e/b',
      '/a/..%2fb',
      '/a\\b',
      '/%5cevil.example',
      '/a//b',
      '/a b',
      '/a?b=c',
      '/a#b',
      '/a\u202eb',
      'javascript:alert(1)',
      'data:text/plain,/x',
      'file:///etc/passwd',
      'x'.repeat(3000),
    ]) {
      assert.equal(await of(url), '/x', url);
    }
    for (const servers of [undefined, null, [], ['/a'], [{}], [{ url: 3 }], 'x', { 0: { url: '/a' } }]) {
      assert.equal(await path(servers), '/x');
    }
  });
});
