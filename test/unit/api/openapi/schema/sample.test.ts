import { strict as assert } from 'node:assert';
import type { Parameter } from '../../../../../src/api/openapi/model';
import { sampleOf, sampleOfParameter } from '../../../../../src/api/openapi/schema/sample';
import { described, ref, type Tree } from '../examples';

async function sampled(schema: unknown, schemas: Tree = {}, options = {}): Promise<unknown> {
  return sampleOf(await described({ openapi: '3.1.0', components: { schemas } }), schema, options);
}

describe('openapi: a sample', () => {
  it('R21: has a placeholder for each type, the same each time', async () => {
    const samples: [schema: unknown, sample: unknown][] = [
      [{ type: 'string' }, ''],
      [{ type: 'string', format: 'date' }, '2026-01-01'],
      [{ type: 'string', format: 'date-time' }, '2026-01-01T00:00:00Z'],
      [{ type: 'string', format: 'uuid' }, '00000000-0000-0000-0000-000000000000'],
      [{ type: 'string', format: 'email' }, 'name@example.com'],
      [{ type: 'string', format: 'binary' }, ''],
      [{ type: 'string', format: '__proto__' }, ''],
      [{ type: ['null', 'string'] }, ''],
      [{ type: 'integer' }, 0],
      [{ type: 'integer', minimum: 3 }, 3],
      [{ type: 'number', minimum: -3 }, 0],
      [{ type: 'boolean' }, false],
      [{ type: 'null' }, null],
      [{ type: 'array', items: { type: 'string' } }, ['']],
      [{ type: 'array' }, []],
      [{ prefixItems: [{ type: 'string' }, { type: 'integer' }] }, ['', 0]],
      [{ type: 'object' }, {}],
      [{ additionalProperties: { type: 'integer' } }, { name: 0 }],
      [{ additionalProperties: true, type: 'object' }, {}],
      [{ oneOf: [{ type: 'null' }, { type: 'integer' }] }, 0],
      [{ anyOf: [{ type: 'string' }, { type: 'integer' }] }, ''],
      [undefined, undefined],
      [{}, null],
      [true, null],
      [null, null],
      [[], null],
      ['string', null],
      [{ type: 'file' }, null],
    ];
    for (const [schema, sample] of samples) {
      assert.deepEqual(await sampled(schema), sample, JSON.stringify(schema));
    }
  });

  it('R21: takes what the schema gives: example, default, the only or the first choice', async () => {
    const all = { example: 1, examples: [2], default: 3, const: 4, enum: [5, 6] };
    const { example, ...noExample } = all;
    const { examples, ...noExamples } = noExample;
    assert.equal(await sampled(all), example);
    assert.equal(await sampled(noExample), examples[0]);
    assert.equal(await sampled(noExamples), 3);
    assert.equal(await sampled({ const: 4, enum: [5] }), 4);
    assert.equal(await sampled({ enum: [5, 6] }), 5);
    assert.equal(await sampled({ type: 'boolean', default: false, enum: [true] }), false);
    assert.equal(await sampled({ type: 'string', examples: [], enum: {} }), '');
  });

  it('R21: has every property, but what a server alone sends', async () => {
    const schema = {
      required: ['name'],
      properties: {
        id: { type: 'string', readOnly: true },
        name: { type: 'string' },
        secret: { type: 'string', writeOnly: true },
        optional: { type: 'array', items: { properties: { x: { type: 'integer' } } } },
      },
    };
    assert.deepEqual(await sampled(schema), { name: '', secret: '', optional: [{ x: 0 }] });
    assert.deepEqual(await sampled(schema, {}, { includeReadOnly: true }), {
      id: '',
      name: '',
      optional: [{ x: 0 }],
    });
  });

  it('R21: puts allOf together, and takes no example of a part for one of the whole', async () => {
    const Base = { type: 'object', properties: { id: { type: 'integer' } }, example: { id: 7 } };
    const schema = { allOf: [ref('Base'), { properties: { name: { type: 'string' } } }] };
    assert.deepEqual(await sampled(schema, { Base }), { id: 0, name: '' });
    assert.deepEqual(await sampled({ allOf: [ref('Base')], nullable: true }, { Base }), { id: 7 });
    assert.deepEqual(
      await sampled({ properties: { own: { type: 'boolean' } }, oneOf: [ref('Base'), {}] }, { Base }),
      {
        own: false,
        id: 7,
      },
    );
  });

  it('R26: cycles are cut: left out of objects, none of a list', async () => {
    const Node = {
      type: 'object',
      properties: {
        id: { type: 'integer' },
        parent: ref('Node'),
        children: { type: 'array', items: ref('Node') },
        other: { properties: { back: { allOf: [ref('Node')] } } },
      },
    };
    assert.deepEqual(await sampled(ref('Node'), { Node }), { id: 0, children: [], other: {} });
    assert.equal(await sampled(ref('Self'), { Self: ref('Self') }), null);
    assert.deepEqual(await sampled(ref('List'), { List: { type: 'array', items: ref('List') } }), []);
  });

  it('R26: depth and size have limits, given examples included', async () => {
    const deep = Array.from({ length: 150 }).reduce<Tree>((inner) => ({ properties: { in: inner } }), {});
    assert.deepEqual(await sampled(deep, {}, { maxDepth: 2 }), { in: { in: {} } });
    const wide = (count: number, of: unknown) => ({
      properties: Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, of])),
    });
    const huge = wide(30, wide(30, wide(30, { type: 'string' })));
    const values = JSON.stringify(await sampled(huge)).split(':').length;
    assert.ok(values > 1500 && values <= 2000, `${values} values`);
    const multiplied = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`L${index}`, wide(30, ref(`L${index + 1}`))] as const),
    );
    assert.ok(JSON.stringify(await sampled(ref('L0'), multiplied)).length < 20_000);
    const example = Array(1500).fill(1);
    const sample = (await sampled(wide(3, { type: 'array', example }))) as Record<string, unknown[]>;
    assert.deepEqual(
      Object.values(sample).map(({ length }) => length),
      [1500, 0, 0],
    );
    assert.deepEqual(await sampled({ type: 'object', example: { x: Array(3000).fill(1) } }), {});
  });

  it('R21: keys like __proto__ are properties like any other', async () => {
    const schema = JSON.parse(
      '{"properties":{"__proto__":{"properties":{"evil":{"default":true}}}}}',
    ) as unknown;
    const sample = await sampled(schema);
    assert.equal(JSON.stringify(sample), '{"__proto__":{"evil":true}}');
    assert.equal(({} as Tree)['evil'], undefined);
  });

  it('R21: of a parameter is its own example before that of its schema', async () => {
    const description = await described({ openapi: '3.0.0' });
    const parameter = { name: 'a', in: 'query', schema: { type: 'integer', example: 2 } } as Parameter;
    assert.equal(sampleOfParameter(description, { ...parameter, example: 1 }), 1);
    assert.equal(sampleOfParameter(description, parameter), 2);
    assert.equal(sampleOfParameter(description, { ...parameter, schema: undefined }), undefined);
  });
});
