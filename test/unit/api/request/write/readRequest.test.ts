import { strict as assert } from 'node:assert';
import { JsonObject } from '../../../../../src/api/decode';
import { targetOf } from '../../../../../src/api/request/target';
import { readRequest, type ValueProblem } from '../../../../../src/api/request/write/readRequest';
import { described, type Tree } from '../../openapi/examples';

const text = { type: 'string' };
const parameters = [
  { name: 'id', in: 'path', required: true, schema: text },
  { name: 'Page', in: 'query', schema: { type: 'integer' } },
  { name: 'kind', in: 'query', schema: { enum: ['ios', 'android'] } },
  { name: 'ids', in: 'query', schema: { type: 'array', items: text } },
  { name: 'deep', in: 'query', schema: { type: 'boolean' } },
  { name: 'withBinary', in: 'query', schema: { type: 'boolean' } },
  { name: 'action', in: 'query', schema: text },
  { name: 'X-Tenant', in: 'header', required: true, schema: { ...text, default: 'one' } },
];

/** What is sent for these values, or why nothing is. */
async function sent(values: Tree): Promise<string | ValueProblem> {
  const description = await described({
    openapi: '3.0.3',
    servers: [{ url: 'https://evil.example' }],
    paths: { '/x/{id}/y': { get: { parameters, responses: {} } } },
  });
  const operation = description.details('GET /x/{id}/y') ?? assert.fail('no operation');
  const request = readRequest(description, operation, JsonObject.of(values) ?? assert.fail('no object'));
  return 'problem' in request ? request.problem : targetOf(request);
}

describe('a request that only reads, of values', () => {
  it('has them at their places, and nothing of hosts', async () => {
    assert.equal(await sent({ id: 'a b' }), '/x/a%20b/y');
    assert.equal(
      await sent({ id: 'a', Page: 2, kind: 'ios', ids: ['1', '2&3'], deep: 'true' }),
      '/x/a/y?Page=2&kind=ios&ids=1&ids=2%263&deep=true',
    );
    assert.equal(await sent({ id: 'a', Page: '', kind: null }), '/x/a/y');
  });

  it('says with names what is missing, what it does not know, and what does not fit', async () => {
    assert.deepEqual(await sent({}), { kind: 'missing', names: ['id'] });
    assert.deepEqual(await sent({ id: 'a', page: 1 }), {
      kind: 'unknown',
      names: ['page'],
      known: ['id', 'Page', 'kind', 'ids', 'deep'],
    });
    assert.deepEqual(await sent({ id: 'a', Page: 'two' }), { kind: 'unfit', name: 'Page', type: 'integer' });
    assert.deepEqual(await sent({ id: 'a', kind: 'tv' }), {
      kind: 'unfit',
      name: 'kind',
      type: '"ios" | "android"',
    });
    assert.deepEqual(await sent({ id: 'a', Page: { a: 1 } }), {
      kind: 'unfit',
      name: 'Page',
      type: 'integer',
    });
  });

  it('never takes what has files put into the response, what chooses an action, nor a header', async () => {
    for (const name of ['withBinary', 'action', 'X-Tenant', 'Authorization']) {
      const problem = await sent({ id: 'a', [name]: 'true' });
      assert.equal(typeof problem === 'object' && problem.kind, 'unknown', name);
    }
  });

  it('a value of the path is one step of it, whatever is in it', async () => {
    const hostile = [
      '..',
      '.',
      '../../evil',
      'a/b',
      'a\\b',
      '%2e%2e',
      '%2E%2e%2Fevil',
      'a%2fb',
      'a%5cb',
      '//evil.example',
      'https://evil.example',
      'a\r\nHost: evil.example',
      'a\u202eb',
      ' ',
      '#x',
      'x'.repeat(1_001),
      ['a', 'b'],
    ];
    for (const id of hostile) {
      assert.deepEqual(await sent({ id }), { kind: 'refused', name: 'id' }, JSON.stringify(id));
    }
    assert.equal(await sent({ id: '?a=b&c' }), '/x/%3Fa%3Db%26c/y');
    assert.equal(await sent({ id: 'a@evil.example:80' }), '/x/a%40evil.example%3A80/y');
    assert.equal(
      await sent({ id: 'a', ids: ['&action=cancel', '#'] }),
      '/x/a/y?ids=%26action%3Dcancel&ids=%23',
    );
  });
});
