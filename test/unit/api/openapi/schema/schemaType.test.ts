import { strict as assert } from 'node:assert';
import { Shapes } from '../../../../../src/api/openapi/schema/schema';
import { typeOf } from '../../../../../src/api/openapi/schema/schemaType';
import { described, ref } from '../examples';

describe('openapi: the type of a schema', () => {
  it('R21: types are told in the words of each specification', async () => {
    const types: [schema: unknown, type: string][] = [
      [{ type: 'string', nullable: true }, 'string or null'],
      [{ type: 'string', 'x-nullable': true }, 'string or null'],
      [{ type: ['string', 'null'] }, 'string or null'],
      [{ type: ['integer', 'string'], format: 'int64' }, 'integer (int64) or string (int64)'],
      [{ anyOf: [{ type: 'integer' }, { type: 'null' }] }, 'integer or null'],
      [{ oneOf: [{ type: 'integer' }, ref('Pet'), { type: 'null' }] }, 'integer or Pet or null'],
      [{ oneOf: 'abcdef'.split('').map((type) => ({ type })) }, 'a or b or c or d or …'],
      [{ type: 'null' }, 'null'],
      [{ properties: {} }, 'object'],
      [{ items: {} }, 'array of any'],
      [{ enum: ['a', 'b'] }, 'string'],
      [{ const: 3 }, 'number'],
      [ref('Pet'), 'Pet'],
      [{ allOf: [ref('Pet')], nullable: true }, 'Pet or null'],
      [{ ...ref('Pet'), nullable: true }, 'Pet or null'],
      [ref('Kind'), 'integer (int32)'],
      [{ type: 'array', items: ref('Pet') }, 'array of Pet'],
      [ref('Pets'), 'array of Pet'],
      [ref('Anything'), 'Anything'],
      [ref('Nobody'), 'Nobody'],
      [{ $ref: 'https://evil.example/a.json#/Foreign' }, 'Foreign'],
      [{}, 'any'],
      [true, 'any'],
      [false, 'any'],
      [null, 'any'],
      ['string', 'any'],
      [[{ type: 'string' }], 'any'],
      [{ type: 7 }, 'any'],
      [{ type: [] }, 'any'],
      [undefined, 'any'],
    ];
    const schemas = {
      Pet: { type: 'object' },
      Pets: { type: 'array', items: ref('Pet') },
      Kind: { type: 'integer', format: 'int32', enum: [0, 1] },
      Anything: {},
    };
    const description = await described({ openapi: '3.1.0', components: { schemas } });
    for (const [schema, type] of types) {
      assert.equal(typeOf(new Shapes(description).of(schema)), type, JSON.stringify(schema));
    }
  });
});
