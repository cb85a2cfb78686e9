import { strict as assert } from 'node:assert';
import { open, operationOf, swagger, type Tree } from './examples';

describe('openapi: an operation', () => {
  it('R21: Swagger 2.0, OpenAPI 3.0 and 3.1 come out alike', async () => {
    const pet = { type: 'object', properties: { name: { type: 'string' } } };
    const said = {
      operationId: 'addPet',
      summary: 'Add',
      description: 'Adds a pet',
      tags: ['pet'],
      deprecated: true,
      externalDocs: { url: 'https://docs.example.com/pets' },
      security: [{ oauth: ['read', 'write'] }],
    };
    const path = { name: 'shop', in: 'path', required: true, description: 'Shop' };
    const tags = { name: 'tags', in: 'query', description: 'Tags' };
    const list = { type: 'array', items: { type: 'string' } };
    const ref = (place: string) => ({ $ref: `#/${place}/Pet` });
    const two = {
      ...said,
      parameters: [
        { $ref: '#/parameters/Shop' },
        { ...tags, ...list, collectionFormat: 'multi' },
        { in: 'body', name: 'pet', description: 'The pet', required: true, schema: ref('definitions') },
      ],
      responses: {
        '200': {
          description: 'Added',
          schema: ref('definitions'),
          headers: { 'X-Left': { type: 'integer', description: 'Left' }, 'Content-Type': {} },
          examples: { 'application/json': { name: 'Rex' } },
        },
        default: { $ref: '#/responses/Failed' },
      },
    };
    const three = {
      ...said,
      parameters: [{ $ref: '#/components/parameters/Shop' }, { ...tags, schema: list }],
      requestBody: { $ref: '#/components/requestBodies/Pet' },
      responses: {
        '200': {
          description: 'Added',
          headers: { 'X-Left': { $ref: '#/components/headers/Left' } },
          content: { 'application/json': { schema: ref('components/schemas'), example: { name: 'Rex' } } },
        },
        default: { $ref: '#/components/responses/Failed' },
      },
    };
    const components = {
      schemas: { Pet: pet },
      headers: { Left: { description: 'Left', schema: { type: 'integer' } } },
      parameters: { Shop: { ...path, schema: { type: 'integer' } } },
      requestBodies: {
        Pet: {
          description: 'The pet',
          required: true,
          content: { 'application/json': { schema: ref('components/schemas') } },
        },
      },
      responses: { Failed: { description: 'No', content: {} } },
    };
    const from2 = await operationOf(
      swagger(
        two,
        {
          definitions: { Pet: pet },
          parameters: { Shop: { ...path, type: 'integer' } },
          responses: { Failed: { description: 'No' } },
        },
        '/x/{shop}',
      ),
    );
    const from30 = await operationOf(open(three, { components }, '/x/{shop}'));
    const from31 = await operationOf({ ...open(three, { components }, '/x/{shop}'), openapi: '3.1.0' });
    assert.deepEqual(from31, from30);
    const text = JSON.stringify(from2).replaceAll('#/definitions/', '#/components/schemas/');
    assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(from30)));
    assert.deepEqual(from30, {
      key: 'POST /x/{shop}',
      method: 'POST',
      path: '/x/{shop}',
      id: 'addPet',
      summary: 'Add',
      tags: ['pet'],
      deprecated: true,
      description: 'Adds a pet',
      documentation: 'https://docs.example.com/pets',
      parameters: [
        {
          name: 'shop',
          in: 'path',
          required: true,
          deprecated: false,
          description: 'Shop',
          schema: { type: 'integer' },
          example: undefined,
          listStyle: 'comma',
        },
        {
          name: 'tags',
          in: 'query',
          required: false,
          deprecated: false,
          description: 'Tags',
          schema: list,
          example: undefined,
          listStyle: 'repeat',
        },
      ],
      body: {
        required: true,
        description: 'The pet',
        content: [{ mediaType: 'application/json', schema: ref('components/schemas'), example: undefined }],
      },
      responses: [
        {
          status: '200',
          description: 'Added',
          headers: [
            {
              name: 'X-Left',
              required: false,
              deprecated: false,
              description: 'Left',
              schema: { type: 'integer' },
              example: undefined,
            },
          ],
          shared: false,
          content: [
            { mediaType: 'application/json', schema: ref('components/schemas'), example: { name: 'Rex' } },
          ],
        },
        { status: 'default', description: 'No', headers: [], shared: true, content: [] },
      ],
      rights: ['oauth: read, write'],
    });
  });

  it('R26: lists that nobody can read are cut short', async () => {
    const many = <T>(make: (index: number) => T): T[] =>
      Array.from({ length: 600 }, (_, index) => make(index));
    const content = Object.fromEntries(many((index) => [`text/${index}`, {}] as const).slice(0, 30));
    const operation = await operationOf(
      open({
        tags: many(String),
        parameters: many((index) => ({ name: `p${index}`, in: 'query' })),
        requestBody: { content },
        responses: Object.fromEntries(many((index) => [`${index}`, { content }] as const)),
        security: many((index) => ({ [`s${index}`]: ['all'] })),
      }),
    );
    assert.equal(operation.tags.length, 50);
    assert.equal(operation.parameters.length, 500);
    assert.equal(operation.body?.content.length, 20);
    assert.equal(operation.responses.length, 100);
    assert.equal(operation.rights.length, 20);
  });

  describe('rights', () => {
    const rightsOf = async (operation: Tree, global: Tree = {}) =>
      (await operationOf(open(operation, global))).rights;

    it('are what the operation asks for, else what the whole description does', async () => {
      const global = { security: [{ key: [] }] };
      assert.deepEqual(await rightsOf({}, global), ['key']);
      assert.deepEqual(
        await rightsOf({ security: [{ oauth: ['a', 'b'], key: [] }, { other: [] }] }, global),
        ['oauth: a, b + key', 'other'],
      );
      assert.deepEqual(await rightsOf({ security: [] }, global), []);
      assert.deepEqual(await rightsOf({ security: [{}] }, global), []);
    });

    it('R21: include the vendor fields in use, and no nonsense', async () => {
      const operation = {
        'x-required-roles': ['Owner', 3, 'Manager'],
        'x-roles': 'Viewer',
        'x-permissions': { a: 1 },
        security: [null, 'x', ['a'], { oauth: 'read' }, { key: null }],
      };
      assert.deepEqual(await rightsOf(operation), [
        'oauth: read',
        'key',
        'required-roles: Owner, Manager',
        'roles: Viewer',
      ]);
    });
  });
});
