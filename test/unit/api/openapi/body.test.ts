import { strict as assert } from 'node:assert';
import { open, operationOf, swagger, type Tree } from './examples';

describe('openapi: the body and the answers of an operation', () => {
  it('R21: form fields of Swagger 2.0 become one schema, multipart where there is a file', async () => {
    const name = { name: 'name', in: 'formData', type: 'string', required: true, description: 'A name' };
    const file = { name: 'file', in: 'formData', type: 'file' };
    const form = (await operationOf(swagger({ parameters: [name] }))).body;
    const withFile = (await operationOf(swagger({ parameters: [name, file] }))).body;
    const properties = { name: { type: 'string', description: 'A name' } };
    assert.deepEqual(JSON.parse(JSON.stringify(form)), {
      required: true,
      content: [
        {
          mediaType: 'application/x-www-form-urlencoded',
          schema: { type: 'object', required: ['name'], properties },
        },
      ],
    });
    assert.equal(withFile?.content[0]?.mediaType, 'multipart/form-data');
    const consumes = ['application/json', 'multipart/form-data'];
    const asked = (await operationOf(swagger({ parameters: [name], consumes }))).body;
    assert.deepEqual(
      asked?.content.map(({ mediaType }) => mediaType),
      ['multipart/form-data'],
    );
    const schema = JSON.parse(JSON.stringify(withFile.content[0].schema)) as Tree;
    assert.deepEqual(schema['properties'], { ...properties, file: { type: 'string', format: 'binary' } });
  });

  it('R21: media types are those of the operation, else of the document, else JSON', async () => {
    const parameters = [{ name: 'b', in: 'body', schema: {} }];
    const types = async (own: Tree, global: Tree) => {
      const responses = { '200': { schema: {} } };
      const operation = await operationOf(swagger({ parameters, responses, ...own }, global));
      return [operation.body?.content, operation.responses[0]?.content].map((content) =>
        content?.map(({ mediaType }) => mediaType),
      );
    };
    const global = { consumes: ['text/a'], produces: ['text/b'] };
    assert.deepEqual(await types({}, {}), [['application/json'], ['application/json']]);
    assert.deepEqual(await types({}, global), [['text/a'], ['text/b']]);
    assert.deepEqual(await types({ consumes: ['text/c'], produces: ['text/d', 'text/e'] }, global), [
      ['text/c'],
      ['text/d', 'text/e'],
    ]);
    assert.deepEqual(await types({ consumes: 'text/c', produces: [3] }, global), [
      ['application/json'],
      ['application/json'],
    ]);
  });

  it('R21: an example is the first that is given, and nothing is fetched for it', async () => {
    const media = {
      'text/a': { example: null, examples: { x: { value: 1 } } },
      'text/b': { examples: { x: { externalValue: 'https://evil.example/x' }, y: { value: 1 } } },
      'text/c': { examples: { x: { value: 0 }, y: { value: 1 } } },
      'text/d': { examples: 'x' },
      'text/e': 'nonsense',
      'text/f': { examples: { x: 'nonsense' } },
    };
    const { body } = await operationOf(open({ requestBody: { content: media } }));
    assert.deepEqual(
      body?.content.map(({ mediaType, example }) => [mediaType, example]),
      [
        ['text/a', null],
        ['text/b', undefined],
        ['text/c', 0],
        ['text/d', undefined],
        ['text/f', undefined],
      ],
    );
  });

  it('R21: is undefined where there is none, whatever stands there', async () => {
    for (const requestBody of [undefined, null, 'x', [], { $ref: '#/nowhere' }, { $ref: 'a.yaml' }]) {
      assert.equal((await operationOf(open({ requestBody }))).body, undefined);
    }
    assert.deepEqual((await operationOf(open({ requestBody: {} }))).body, {
      required: false,
      description: undefined,
      content: [],
    });
  });

  it('R21: answers that are none are left out', async () => {
    const responses = {
      '200': null,
      '404': {},
      '4XX': { content: 'x' },
      default: { $ref: 'x' },
      'x-note': {},
    };
    const { responses: answers } = await operationOf(open({ responses }));
    assert.deepEqual(answers, [
      { status: '404', description: undefined, headers: [], shared: false, content: [] },
      { status: '4XX', description: undefined, headers: [], shared: false, content: [] },
    ]);
    assert.deepEqual((await operationOf(open({ responses: [1] }))).responses, []);
  });
});
