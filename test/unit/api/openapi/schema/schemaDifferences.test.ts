import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { describedContent } from '../../../../../src/api/openapi/responseSchema';
import { bodySchema } from '../../../../../src/api/openapi/schema/bodySchema';
import { schemaDifferences } from '../../../../../src/api/openapi/schema/schemaDifferences';
import { startCpuTime } from '../../../support/cpuTime';

const resolver = { resolve: (value: unknown) => ({ value }) };

const compare = (schema: unknown, value: unknown) =>
  schemaDifferences(bodySchema(resolver, schema, { purpose: 'response' }), value);

const profile = {
  type: 'object',
  required: ['id', 'name', 'secret'],
  properties: {
    id: { type: 'string', readOnly: true },
    name: { type: 'string', minLength: 1 },
    platform: { type: 'integer', enum: [1, 2] },
    secret: { type: 'string', writeOnly: true },
    note: { type: 'string' },
  },
};

const first = (schema: unknown, value: unknown) => {
  const { path, kind, expected } = compare(schema, value).first ?? {
    path: undefined,
    kind: undefined,
    expected: [],
  };
  return [path, kind, ...expected];
};

describe('a response beside its schema', () => {
  const list = { type: 'object', properties: { data: { type: 'array', items: profile } } };
  const none = [undefined, undefined];

  it('R40: what fits has no difference, with more fields, null for what may be left out, and without what is only sent', () => {
    const rows = [{ id: 'a', name: 'x', platform: 1, note: null, more: { any: 1 } }];
    assert.deepEqual(compare(list, { data: rows, total: 1 }), { count: 0, first: undefined, more: false });
    assert.deepEqual(compare({}, { a: 1 }).count, 0);
  });

  it('R40: tells how many there are, and the place and kind of the first', () => {
    const rows = [
      { id: 'a', name: 'x' },
      { id: 7, platform: 3 },
    ];
    const { count, first: told } = compare(list, { data: rows });
    assert.equal(count, 3);
    assert.deepEqual(told, { path: 'data[1].name', kind: 'missing', expected: [] });
    assert.deepEqual(first(list, { data: [{ id: null, name: 'x' }] }), ['data[0].id', 'type', 'string']);
    assert.deepEqual(first(profile, { id: 'a', name: 'x', platform: 3 }), ['platform', 'value', '1', '2']);
    assert.deepEqual(first(profile, { id: 'a', name: '' }), ['name', 'limit']);
    assert.deepEqual(first(list, []), ['', 'type', 'object']);
    assert.deepEqual(first({ type: 'integer' }, 1.5), ['', 'type', 'integer']);
    const closed = { ...profile, additionalProperties: false };
    assert.deepEqual(first(closed, { id: 'a', name: 'x', 'a b': 1 }), ['["a b"]', 'unknown']);
    assert.deepEqual(first({ additionalProperties: { type: 'string' } }, { a: 1 }), ['a', 'type', 'string']);
  });

  it('any alternative will do, and where none does the nearest is told', () => {
    const either = {
      oneOf: [profile, { type: 'object', required: ['error', 'code'], properties: { error: {} } }],
    };
    assert.deepEqual(first(either, { id: 'a', name: 'x' }), none);
    assert.deepEqual(first(either, { id: 'a' }), ['name', 'missing']);
  });

  it('the work is bounded, and so is what is told', () => {
    const many = compare(list, { data: Array.from({ length: 1000 }, () => ({})) });
    assert.deepEqual([many.count >= 100 && many.count < 110, many.more], [true, true]);
    let schema: unknown = { type: 'string' };
    for (let level = 0; level < 10; level++)
      schema = { anyOf: Array(12).fill({ type: 'array', items: schema }) };
    let value: unknown = 1;
    for (let level = 0; level < 10; level++) value = Array(8).fill(value);
    const computed = startCpuTime();
    compare(schema, value);
    assert.ok(computed() < 4000);
  });

  it('no schema and no value make it fail', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (schema, value) => compare(schema, value).count >= 0),
    );
  });

  it('is that of the status, of its hundred, or of all others, and of the media type', () => {
    const content = (mediaType: string) => ({ mediaType, schema: {}, example: undefined });
    const response = (status: string, ...types: string[]) => ({
      status,
      description: undefined,
      headers: [],
      shared: false,
      content: types.map(content),
    });
    const responses = [
      response('200', 'text/plain', 'application/json', 'application/problem+json'),
      response('4xx', 'application/json'),
      response('default', 'text/plain'),
    ];
    const found = (status: number, type: string) => describedContent(responses, status, type);
    assert.equal(found(200, 'application/problem+json'), responses[0]?.content[2]);
    assert.equal(found(200, 'application/x'), responses[0]?.content[1]);
    assert.equal(found(404, ''), responses[1]?.content[0]);
    assert.equal(found(500, ''), undefined);
    assert.equal(describedContent([], 200, ''), undefined);
  });
});
