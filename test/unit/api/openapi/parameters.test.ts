import { strict as assert } from 'node:assert';
import type { ListStyle } from '../../../../src/api/openapi/model';
import { operationOf, type Tree } from './examples';

describe('openapi: the parameters of an operation', () => {
  const parametersOf = async (parameters: unknown, path = '/x', item: Tree = {}) => {
    const document = { openapi: '3.0.0', paths: { [path]: { ...item, get: { parameters } } } };
    return (await operationOf(document)).parameters;
  };

  it('R21: those of the operation replace those of the path, by name and place', async () => {
    const shared = [
      { name: 'a', in: 'query', description: 'path' },
      { name: 'b', in: 'query', description: 'path' },
    ];
    const own = [
      { name: 'a', in: 'query', description: 'own' },
      { name: 'b', in: 'header', description: 'own' },
    ];
    const told = await parametersOf(own, '/x', { parameters: shared });
    assert.deepEqual(
      told.map(({ name, in: place, description }) => [name, place, description]),
      [
        ['a', 'query', 'own'],
        ['b', 'query', 'path'],
        ['b', 'header', 'own'],
      ],
    );
  });

  it('R21: every name of the template is there and required, no other of a path is', async () => {
    const told = await parametersOf(
      [
        { name: 'id', in: 'path', required: false },
        { name: 'other', in: 'path', required: true },
      ],
      '/x/{id}/{id}/{sub}.{format}',
    );
    assert.deepEqual(
      told.map(({ name, in: place, required }) => [name, place, required]),
      [
        ['sub', 'path', true],
        ['format', 'path', true],
        ['id', 'path', true],
      ],
    );
  });

  it('R21: what is no parameter is left out', async () => {
    const nonsense = [
      null,
      'x',
      [],
      {},
      { name: 'a' },
      { in: 'query' },
      { name: 3, in: 'query' },
      { name: 'a', in: 'elsewhere' },
      { $ref: 'https://evil.example/p' },
      { $ref: '#/nowhere' },
      { name: 'X-Evil: 1\r\nHost', in: 'header' },
      { name: 'Authorization', in: 'header' },
      { name: 'ACCEPT', in: 'header' },
      { name: 'content-type', in: 'header' },
      { name: 'X-Good', in: 'header' },
    ];
    assert.deepEqual(
      (await parametersOf(nonsense)).map(({ name }) => name),
      ['X-Good'],
    );
    assert.deepEqual(await parametersOf({ length: 3 }), []);
  });

  it('R21: schema and example are found wherever they may stand', async () => {
    const schema = { type: 'integer' };
    const examples = { one: { $ref: '#/x-example' }, two: { value: 8 } };
    const document = {
      openapi: '3.0.0',
      'x-example': { value: 7 },
      paths: {
        '/x': {
          get: {
            parameters: [
              { name: 'a', in: 'query', schema, example: 6 },
              { name: 'b', in: 'query', schema, examples },
              { name: 'c', in: 'query', content: { 'application/json': { schema, example: 9 } } },
              {
                name: 'd',
                in: 'query',
                type: 'integer',
                'x-example': 5,
                'x-other': 1,
                allowEmptyValue: true,
              },
              { name: 'e', in: 'query', schema, examples: [4, 3] },
              { name: 'f', in: 'query' },
            ],
          },
        },
      },
    };
    const { parameters } = await operationOf(document);
    assert.deepEqual(
      parameters.map((parameter) => [parameter.schema, parameter.example]),
      [
        [schema, 6],
        [schema, 7],
        [schema, 9],
        [schema, 5],
        [schema, 4],
        [undefined, undefined],
      ],
    );
  });

  it('R21: lists are written as the description says', async () => {
    const schema = { type: 'array', items: {} };
    const styles: [parameter: Tree, style: ListStyle][] = [
      [{ in: 'query', schema }, 'repeat'],
      [{ in: 'query', schema, style: 'form' }, 'repeat'],
      [{ in: 'query', schema, style: 'form', explode: false }, 'comma'],
      [{ in: 'query', schema, explode: false }, 'comma'],
      [{ in: 'query', schema, style: 'spaceDelimited' }, 'space'],
      [{ in: 'query', schema, style: 'pipeDelimited', explode: false }, 'pipe'],
      [{ in: 'query', schema, style: 'pipeDelimited', explode: true }, 'repeat'],
      [{ in: 'query', schema, style: 'deepObject' }, 'repeat'],
      [{ in: 'header', schema, explode: true }, 'comma'],
      [{ in: 'query', type: 'array' }, 'comma'],
      [{ in: 'query', type: 'array', collectionFormat: 'csv' }, 'comma'],
      [{ in: 'query', type: 'array', collectionFormat: 'multi' }, 'repeat'],
      [{ in: 'query', type: 'array', collectionFormat: 'ssv' }, 'space'],
      [{ in: 'query', type: 'array', collectionFormat: 'pipes' }, 'pipe'],
    ];
    const told = await parametersOf(
      styles.map(([parameter], index) => ({ name: `p${index}`, ...parameter })),
    );
    assert.deepEqual(
      told.map(({ listStyle }) => listStyle),
      styles.map(([, style]) => style),
    );
  });
});
