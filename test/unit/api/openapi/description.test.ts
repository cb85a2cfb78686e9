import { strict as assert } from 'node:assert';
import type { ApiDescription } from '../../../../src/api/openapi/description';
import { described, open, operationOf, type Tree } from './examples';
import { inputDescription } from './inputFiles';

const keysOf = ({ operations }: ApiDescription) => operations.map(({ key }) => key);
const withPaths = (paths: Tree, more: Tree = {}) => described({ openapi: '3.0.0', paths, ...more });

describe('openapi: the list of operations', () => {
  it('R21: has what a tree shows, in the order of the document', async () => {
    const { operations } = await withPaths({
      '/b': {
        summary: 'of the path',
        post: { operationId: 'make', summary: 'Make it', tags: ['One', 'Two', 3], deprecated: true },
        get: {},
      },
      '/a/{id}': { trace: {} },
    });
    assert.deepEqual(operations, [
      {
        key: 'POST /b',
        method: 'POST',
        path: '/b',
        id: 'make',
        summary: 'Make it',
        tags: ['One', 'Two'],
        deprecated: true,
      },
      { ...none, key: 'GET /b', method: 'GET', path: '/b' },
      { ...none, key: 'TRACE /a/{id}', method: 'TRACE', path: '/a/{id}' },
    ]);
  });
  const none = { id: undefined, summary: undefined, tags: [], deprecated: false };

  it('R21: leaves out and counts what cannot be read, and keeps the rest', async () => {
    const description = await withPaths({
      'x-note': {},
      '/text': 'nothing',
      '/list': [],
      '/null': null,
      '/missing': { $ref: '#/nowhere' },
      '/foreign': { $ref: 'https://evil.example/paths.json' },
      '/some': { get: null, put: 'x', post: {}, 'x-get': {}, parameters: [], connect: {}, GET: {} },
    });
    assert.deepEqual(keysOf(description), ['POST /some']);
    assert.deepEqual(description.leftOut, { count: 7, first: '/text' });
    for (const paths of [undefined, null, [], 'x', 3]) {
      assert.deepEqual((await described({ openapi: '3.0.0', paths })).operations, []);
    }
  });

  it('R21: follows a path item that is a reference', async () => {
    const shared = { parameters: [{ name: 'a', in: 'query' }], get: { summary: 'shared' } };
    const document = {
      openapi: '3.1.0',
      paths: { '/x': { $ref: '#/components/pathItems/shared' } },
      components: { pathItems: { shared } },
    };
    const operation = await operationOf(document);
    assert.deepEqual([operation.key, operation.summary], ['GET /x', 'shared']);
    assert.deepEqual(
      operation.parameters.map(({ name }) => name),
      ['a'],
    );
  });

  it('knows nothing of keys that are not its own', async () => {
    const description = await withPaths({ '/x': { get: {} } });
    for (const key of ['GET /y', 'POST /x', '', '__proto__', 'constructor']) {
      assert.equal(description.details(key), undefined);
    }
  });

  it('no path leaves the host or its own place', async () => {
    const bad = [
      '',
      'x',
      '//evil.example/x',
      '///x',
      'https://evil.example/x',
      '\\\\evil.example',
      '/\\evil.example',
      '/%2fevil.example',
      '/%5Cevil.example',
      '/a/../b',
      '/a/..',
      '/./a',
      '/a/%2e%2E/b',
      '/a/.%2e',
      '/a%2f..%2fb',
      '/a b',
      '/a\tb',
      '/a\r\nHost: evil.example',
      '/a\u0000',
      '/a\u2028b',
      '/a\u202eb',
      '/a\u200bb',
      '/a\ud800',
      '/a#b',
      '/a?b=c\r\nd',
      '/a?b#c',
      '@evil.example/',
      ' /a',
    ];
    const good = ['/', '/a', '/a/', '/a//b', '/a.b/..c/...', '/@a:b', '/{a}/{b}', '/ü', '/%20'];
    const description = await withPaths(
      Object.fromEntries([...bad, ...good].map((path) => [path, { get: {} }])),
    );
    assert.deepEqual(
      description.operations.map(({ path }) => path),
      good,
    );
    assert.equal(description.leftOut.count, bad.length);
  });

  it('rule 6: hosts and schemes are ignored, wherever they stand', async () => {
    const evil = [{ url: 'https://evil.example/v1' }];
    const v3 = await withPaths({ '/x': { servers: evil, get: { servers: evil } } }, { servers: evil });
    const v2 = await described({
      swagger: '2.0',
      host: 'evil.example',
      schemes: ['http'],
      basePath: '/v1',
      paths: { '/x': { get: { schemes: ['http'] } } },
    });
    assert.deepEqual([keysOf(v3), keysOf(v2)], [['GET /v1/x'], ['GET /v1/x']]);
    for (const description of [v2, v3]) {
      const [key = ''] = keysOf(description);
      assert.doesNotMatch(JSON.stringify([description.operations, description.details(key)]), /evil|http/);
    }
  });

  it('R21: what is new in OpenAPI 3.2 is listed: `query`, further methods, a query as a whole, tags in tags', async () => {
    const description = await inputDescription('openapi-3.2.yaml');
    assert.deepEqual(keysOf(description), [
      'GET /profiles',
      'QUERY /profiles',
      'PURGE /profiles',
      'GET /search',
    ]);
    assert.equal(description.leftOut.count, 0);
    assert.ok(description.details('QUERY /profiles')?.body);
    assert.deepEqual(
      description
        .details('GET /search')
        ?.parameters.map(({ name, in: place, schema }) => [name, place, schema]),
      [['page', 'query', { type: 'integer' }]],
    );
    const tags = [
      { name: 'apps', summary: 'Apps' },
      { name: 'versions', summary: 'Versions', parent: 'apps' },
      { name: 'plain' },
      { name: 'a', parent: 'b' },
      { name: 'b', parent: 'a' },
    ];
    const { tagTitles } = await described({ openapi: '3.2.0', tags });
    assert.deepEqual(Object.fromEntries(tagTitles), {
      apps: 'Apps',
      versions: 'Apps › Versions',
      a: 'b › a',
      b: 'a › b',
    });
  });

  it('R21: a method that cannot be sent is left out, and told of', async () => {
    const additionalOperations = { CONNECT: {}, purge: {}, PROPFIND: {}, GET: null, 'X\r\nHost: evil': {} };
    const description = await withPaths({ '/x': { additionalOperations } });
    assert.deepEqual(keysOf(description), ['PROPFIND /x']);
    assert.deepEqual(description.leftOut, { count: 4, first: 'CONNECT /x' });
  });

  it('R21: each item of a stream is told as a list of them', async () => {
    const content = { 'application/jsonl': { itemSchema: { type: 'integer' } } };
    const { responses } = await operationOf(open({ responses: { '200': { content } } }));
    assert.deepEqual(responses[0]?.content[0]?.schema, { type: 'array', items: { type: 'integer' } });
  });

  it('R21: a base path goes before each path, if it is one', async () => {
    const basePaths: [basePath: unknown, path: string][] = [
      ['/v2', '/v2/x'],
      ['/v2/', '/v2/x'],
      ['/a/b.c', '/a/b.c/x'],
      ['/', '/x'],
      ['', '/x'],
      [undefined, '/x'],
      [7, '/x'],
      ['v2', '/x'],
      ['//evil.example', '/x'],
      ['/a//b', '/x'],
      ['/\\evil.example', '/x'],
      ['/..', '/x'],
      ['/%2e%2e/a', '/x'],
      ['https://evil.example', '/x'],
      ['/a?b=c', '/x'],
      ['/a#b', '/x'],
    ];
    for (const [basePath, path] of basePaths) {
      const { operations } = await described({ swagger: '2.0', basePath, paths: { '/x': { get: {} } } });
      assert.equal(operations[0]?.path, path, String(basePath));
      assert.equal(operations[0].key, `GET ${path}`);
    }
    const v3 = await described({ openapi: '3.0.0', basePath: '/v2', paths: { '/x': { get: {} } } });
    assert.deepEqual(keysOf(v3), ['GET /x']);
  });

  it('R21: a query in a path tells operations apart and becomes parameters', async () => {
    const parameters = [
      {
        name: 'action',
        in: 'query',
        description: 'What to do',
        schema: { type: 'string', enum: ['a', 'b'] },
      },
      { name: 'size', in: 'query', schema: { type: 'integer' } },
    ];
    const description = await withPaths({
      '/x?action=foo%20bar': { get: { parameters } },
      '/x?action=stop&force': { get: {} },
      '/x?id={id}&size={size}': { get: { parameters } },
      '/x': { get: {} },
    });
    assert.deepEqual(
      description.operations.map(({ key, path }) => [key, path]),
      [
        ['GET /x?action=foo%20bar', '/x'],
        ['GET /x?action=stop&force', '/x'],
        ['GET /x?id={id}&size={size}', '/x'],
        ['GET /x', '/x'],
      ],
    );
    const told = (key: string) =>
      description
        .details(key)
        ?.parameters.map(({ name, required, example, schema, description }) => [
          name,
          required,
          example,
          schema,
          description,
        ]);
    const only = (value: string) => ({ type: 'string', const: value });
    const [action, size] = parameters.map(({ schema }) => schema);
    assert.deepEqual(told('GET /x?action=foo%20bar'), [
      ['action', true, 'foo bar', only('foo bar'), 'What to do'],
      ['size', false, undefined, size, undefined],
    ]);
    assert.deepEqual(told('GET /x?action=stop&force'), [
      ['action', true, 'stop', only('stop'), undefined],
      ['force', true, '', only(''), undefined],
    ]);
    assert.deepEqual(told('GET /x?id={id}&size={size}'), [
      ['id', true, undefined, undefined, undefined],
      ['action', false, undefined, action, 'What to do'],
      ['size', true, undefined, size, undefined],
    ]);
  });
});
