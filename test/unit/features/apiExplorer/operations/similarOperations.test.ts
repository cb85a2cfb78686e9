import { strict as assert } from 'node:assert';
import { descriptionOf } from '../../../../../src/api/openapi/description';
import { similarTo } from '../../../../../src/features/apiExplorer/operations/similarOperations';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const gives = (schema: unknown, tags: string[] = []) => ({
  tags,
  responses: { '200': { content: { 'application/json': { schema } } } },
});

describe('operations that are similar to one', () => {
  const description = descriptionOf({
    openapi: '3.0.3',
    paths: {
      '/a': { get: gives({ items: ref('Pet') }, ['one']) },
      '/b': { get: gives(ref('Page'), ['two']), post: gives({}, ['two']), delete: gives({}) },
      '/c': { get: gives(ref('Shop'), ['two']) },
      '/d': { put: { requestBody: { content: { 'application/json': { schema: ref('Pet') } } } } },
      '/e': { get: gives({}, ['two', 'three']) },
      '/f': { get: { responses: { '404': { content: { 'application/json': { schema: ref('Pet') } } } } } },
    },
    components: {
      schemas: {
        Pet: { type: 'object', properties: { shop: ref('Shop') } },
        Shop: { type: 'object', properties: { name: {} } },
        Page: { type: 'object', properties: { rows: { type: 'array', items: { allOf: [ref('Pet')] } } } },
        Round: { anyOf: [ref('Round')] },
      },
    },
  });

  const told = (key: string) => {
    const [method, path] = key.split(' ');
    const operation = description.operations.find((other) => other.key === `${method} ${path}`);
    const found = similarTo(description, operation ?? assert.fail(key));
    return [found.path, found.schema, found.tag].map((part) => part.map((other) => other.key));
  };

  it('have its path, or are of its schema, be it in a list or a page, or stand near under its tag', () => {
    assert.deepEqual(told('GET /b'), [
      ['POST /b', 'DELETE /b'],
      ['GET /a', 'PUT /d'],
      ['GET /c', 'GET /e'],
    ]);
    // What an object merely holds, and what a failure is of, are other things.
    assert.deepEqual(told('GET /c'), [[], [], ['POST /b', 'GET /e', 'GET /b']]);
    assert.deepEqual(told('GET /f'), [[], [], []]);
  });

  it('are no more than can be read, and none of an operation that is gone', () => {
    const paths = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [`/p${index}`, { get: gives({}, ['one']) }]),
    );
    const large = descriptionOf({ openapi: '3.0.3', paths });
    const operation = large.operations[50] ?? assert.fail();
    const { tag } = similarTo(large, operation);
    assert.equal(tag.length, 25);
    assert.ok(tag.every(({ path }) => Math.abs(Number(path.slice(2)) - 50) <= 13));
    assert.deepEqual(similarTo(large, { ...operation, key: 'GET /gone' }), { path: [], schema: [], tag: [] });
  });
});
