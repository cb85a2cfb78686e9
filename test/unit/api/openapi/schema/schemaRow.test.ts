import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import { ref, rowsOf, told } from '../examples';

describe('openapi: what is told of a schema', () => {
  it('R21: has a row for each property, at any depth, in the order of the schema', async () => {
    const schema = {
      type: 'object',
      required: ['settings', 'nobody'],
      properties: {
        settings: {
          type: 'object',
          required: ['authenticationType'],
          properties: { authenticationType: { type: 'integer', format: 'int32' } },
        },
        items: { type: 'array', items: ref('Item') },
        tags: { type: 'array', items: { type: 'string' } },
        grid: { type: 'array', items: { type: 'array', items: ref('Item') } },
        labels: { type: 'object', additionalProperties: { type: 'string' } },
        pair: { type: 'array', prefixItems: [{ type: 'string' }, ref('Item')] },
      },
    };
    const Item = { type: 'object', properties: { id: { type: 'string', format: 'uuid' } } };
    assert.deepEqual(await told(schema, { Item }), [
      '0 settings: object | required',
      '1 settings.authenticationType: integer (int32) | required',
      '0 items: array of Item',
      '1 items[].id: string (uuid)',
      '0 tags: array of string',
      '0 grid: array of array of Item',
      '1 grid[][].id: string (uuid)',
      '0 labels: object',
      '1 labels[name]: string',
      '0 pair: array',
      '1 pair[0]: string',
      '1 pair[1]: Item',
      '2 pair[1].id: string (uuid)',
    ]);
    assert.deepEqual(await told({ type: 'array', items: ref('Item') }, { Item }), ['0 [].id: string (uuid)']);
  });

  it('R21: a plain value is one row', async () => {
    assert.deepEqual(await told({ type: 'string' }), ['0 : string']);
    assert.deepEqual(await told({ type: 'array', items: { type: 'string' } }), ['0 : array of string']);
  });

  it('R21: allOf is one schema, what it builds upon first, and the nearest word counts', async () => {
    const Base = {
      type: 'object',
      required: ['id'],
      properties: { id: { type: 'string', description: 'base' }, list: { type: 'array', items: {} } },
    };
    const schema = {
      allOf: [
        ref('Base'),
        {
          required: ['name'],
          properties: {
            name: { type: 'string' },
            id: { description: 'own', readOnly: true },
            list: { items: { type: 'integer' } },
          },
        },
      ],
    };
    assert.deepEqual(await told(schema, { Base }), [
      '0 id: string | required',
      '0 list: array of integer',
      '0 name: string | required',
    ]);
    const [id] = await rowsOf(schema, { Base });
    assert.deepEqual([id?.description, id?.readOnly], ['own', true]);
  });

  it('has what applies where a condition holds, or does not; without a condition it means nothing', async () => {
    const branches = {
      properties: { kind: { type: 'string' } },
      then: { properties: { team: { type: 'string' } }, required: ['team'] },
      else: { properties: { bundle: { type: 'string' } } },
    };
    const paths = async (schema: object) => (await rowsOf(schema)).map(({ path }) => path);
    assert.deepEqual(await paths({ if: { properties: { kind: { const: 'ios' } } }, ...branches }), [
      'kind',
      'then',
      'team',
      'else',
      'bundle',
    ]);
    assert.deepEqual(await paths(branches), ['kind']);
  });

  it('R21: alternatives are listed, but not those that only name a type', async () => {
    const Cat = { type: 'object', properties: { hunts: { type: 'boolean' } } };
    const Dog = { type: 'object', properties: { barks: { type: 'boolean' } } };
    const schema = {
      properties: {
        pet: { oneOf: [ref('Cat'), ref('Dog')] },
        id: { anyOf: [{ type: 'string' }, { type: 'integer' }] },
        mine: { anyOf: [ref('Cat'), { type: 'null' }] },
      },
    };
    assert.deepEqual(await told(schema, { Cat, Dog }), [
      '0 pet: Cat or Dog',
      '1 pet oneOf 1: Cat',
      '2 pet.hunts: boolean',
      '1 pet oneOf 2: Dog',
      '2 pet.barks: boolean',
      '0 id: string or integer',
      '0 mine: Cat or null',
      '1 mine.hunts: boolean',
    ]);
    assert.deepEqual(await told(schema.properties.pet, { Cat, Dog }), [
      '0 oneOf 1: Cat',
      '1 hunts: boolean',
      '0 oneOf 2: Dog',
      '1 barks: boolean',
    ]);
  });

  it('R21: a kind of a thing that lists its kinds does not hold itself', async () => {
    const Pet = { oneOf: [ref('Cat'), ref('Dog')], properties: { name: { type: 'string' } } };
    const kind = (property: string) => ({ allOf: [ref('Pet'), { properties: { [property]: {} } }] });
    const schemas = { Pet, Cat: kind('hunts'), Dog: kind('barks') };
    assert.deepEqual(await told(ref('Cat'), schemas), ['0 name: string', '0 hunts: any']);
    assert.deepEqual(await told(ref('Pet'), schemas), [
      '0 name: string',
      '0 oneOf 1: Cat',
      '1 name: string',
      '1 hunts: any',
      '0 oneOf 2: Dog',
      '1 name: string',
      '1 barks: any',
    ]);
  });

  it('R21: facts are told as they stand, nonsense ones included', async () => {
    const schema = {
      type: 'string',
      enum: ['a', null],
      default: 'a',
      examples: ['b'],
      minLength: 1,
      maxLength: 'many',
      pattern: 3,
      deprecated: true,
      writeOnly: true,
      readOnly: 'yes',
      description: 'Text',
    };
    assert.deepEqual(await rowsOf(schema), [
      {
        path: '',
        depth: 0,
        inside: undefined,
        type: 'string',
        required: false,
        deprecated: true,
        readOnly: false,
        writeOnly: true,
        description: 'Text',
        facts: { enum: ['a', null], default: 'a', example: 'b', minLength: 1, maxLength: 'many' },
      },
    ]);
    const items = { type: 'array', items: { type: 'string', enum: ['a'] } };
    assert.deepEqual(
      (await rowsOf({ properties: { items } })).map(({ path, facts }) => [path, facts]),
      [
        ['items', {}],
        ['items[]', { enum: ['a'] }],
      ],
    );
  });

  it('a reference that leads nowhere says why', async () => {
    const schema = {
      properties: { a: ref('Nobody'), b: { $ref: 'https://evil.example/x.json' }, c: ref('Self') },
    };
    assert.deepEqual(await told(schema, { Self: ref('Self') }), [
      '0 a: Nobody | missing',
      '0 b: x.json | foreign',
      '0 c: Self | cycle',
    ]);
  });

  it('a pattern is text: nothing is compiled of it', async () => {
    const pattern = '(a+)+$';
    const schema = {
      type: 'string',
      pattern,
      example: `${'a'.repeat(40)}!`,
      properties: { [pattern]: { pattern } },
    };
    const compiled = sinon.spy(globalThis, 'RegExp');
    try {
      const [row] = await rowsOf(schema);
      assert.equal(row?.facts.pattern, pattern);
    } finally {
      compiled.restore();
    }
    assert.deepEqual(
      compiled.args.filter(([source]) => String(source).includes('a+')),
      [],
    );
  });

  it('R21: keys like __proto__ are names like any other', async () => {
    const schema = JSON.parse(
      '{"properties":{"__proto__":{"type":"string"},"constructor":{"type":"integer"}},"required":["__proto__"]}',
    ) as unknown;
    assert.deepEqual(await told(schema), ['0 __proto__: string | required', '0 constructor: integer']);
  });
});
