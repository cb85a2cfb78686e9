import { strict as assert } from 'node:assert';
import { compareDescriptions } from '../../../../../src/api/openapi/read/descriptionChanges';
import { described, ref, type Tree } from '../examples';

const get = (more: Tree = {}): Tree => ({ get: { responses: { 200: more } } });
const json = (schema: object): Tree => ({ content: { 'application/json': { schema } } });

async function compared(before: Tree, after: Tree) {
  const changes = compareDescriptions(await described(before), await described(after));
  const keys = (operations: readonly { key: string }[]) => operations.map(({ key }) => key);
  return (
    changes && {
      added: keys(changes.added),
      removed: keys(changes.removed),
      changed: keys(changes.changed),
    }
  );
}

const document = (paths: Tree, schemas: Tree = {}): Tree => ({
  openapi: '3.1.0',
  paths,
  components: { schemas },
});

describe('what became of a description', () => {
  it('R40: operations that came, went and changed', async () => {
    assert.deepEqual(
      await compared(
        document({ '/a': get(), '/b': get(), '/c': get() }),
        document({ '/a': get(), '/c': get({ description: 'x' }), '/d': get() }),
      ),
      { added: ['GET /d'], removed: ['GET /b'], changed: ['GET /c'] },
    );
  });

  it('R40: a change in a schema is one of each operation that leads to it, in circles, too', async () => {
    const paths = {
      '/a': get(json(ref('A'))),
      '/b': get(json(ref('B'))),
      '/c': get(json({ type: 'string' })),
    };
    const schemas = (type: string): Tree => ({
      A: { properties: { list: { items: ref('B') } } },
      B: { properties: { again: ref('A'), leaf: ref('C') } },
      C: { type },
    });
    assert.deepEqual(
      await compared(document(paths, schemas('string')), document(paths, schemas('integer'))),
      {
        added: [],
        removed: [],
        changed: ['GET /a', 'GET /b'],
      },
    );
  });

  it('R40: nothing where the operations are the same; nonsense is one that came', async () => {
    const paths = { '/a': get(json(ref('A'))), '/b': get(json({ $ref: '#/nowhere' })) };
    assert.equal(await compared(document(paths), { ...document(paths), info: { title: 'New' } }), undefined);
    const nonsense = { '/a': { get: { responses: 'x', parameters: 1, requestBody: [] } } };
    assert.deepEqual((await compared(document({ '/a': 1 }), document(nonsense)))?.added, ['GET /a']);
  });
});
