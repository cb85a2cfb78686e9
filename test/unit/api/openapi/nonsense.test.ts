import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { readDescription } from '../../../../src/api/openapi/description';
import { sampleOf } from '../../../../src/api/openapi/schema/sample';
import { Shapes } from '../../../../src/api/openapi/schema/schema';
import { typeOf } from '../../../../src/api/openapi/schema/schemaType';
import { UnusableDescription } from '../../../../src/api/openapi/read/unusableDescription';
import { described, exercise, tablesOf, type Tree } from './examples';

const Pet = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'string', format: 'uuid', readOnly: true, pattern: '(a+)+$' },
    kind: { type: 'integer', enum: [0, 1], default: 0, minimum: 0 },
    friends: { type: 'array', items: { $ref: '#/components/schemas/Pet' } },
    home: { oneOf: [{ $ref: '#/components/schemas/Home' }, { type: 'null' }] },
    labels: { additionalProperties: { type: ['string', 'null'], examples: ['x'] } },
    pair: { prefixItems: [{ const: 1 }, { type: 'boolean' }] },
  },
};
const Home = {
  allOf: [{ $ref: '#/components/schemas/Pet' }, { anyOf: [{ properties: { x: {} } }, { type: 'string' }] }],
  nullable: true,
  example: { id: 'x' },
};

/** A document that has something in every place that is read. */
const openApi = {
  openapi: '3.1.0',
  info: { title: 'T', version: '1' },
  security: [{ oauth: ['read'] }],
  paths: {
    '/pets/{id}?action=x': {
      parameters: [{ $ref: '#/components/parameters/Id' }],
      post: {
        operationId: 'o',
        summary: 's',
        tags: ['t'],
        'x-roles': ['Owner'],
        externalDocs: { url: 'https://example.com' },
        parameters: [
          { name: 'q', in: 'query', schema: { type: 'array', items: {} }, style: 'form', explode: false },
          { name: 'c', in: 'cookie', content: { 'application/json': { schema: Home } } },
        ],
        requestBody: {
          content: { 'application/json': { schema: Pet, examples: { one: { value: {} } } } },
        },
        responses: { '200': { content: { 'application/json': { schema: Home, example: 1 } } } },
      },
    },
    '/other': { $ref: '#/components/pathItems/Other' },
  },
  components: {
    pathItems: { Other: { get: { responses: {} } } },
    parameters: { Id: { name: 'id', in: 'path', schema: { type: 'string' } } },
    schemas: { Pet, Home },
  },
};

const swagger = {
  swagger: '2.0',
  info: { title: 'T', version: 1 },
  basePath: '/v1',
  consumes: ['application/json'],
  produces: ['application/json'],
  paths: {
    '/pets': {
      get: {
        parameters: [{ name: 'q', in: 'query', type: 'array', items: {}, collectionFormat: 'multi' }],
        responses: { '200': { schema: { $ref: '#/definitions/Pet' }, examples: { 'text/plain': 'x' } } },
      },
      put: { parameters: [{ name: 'b', in: 'body', schema: { $ref: '#/definitions/Pet' } }] },
      post: { consumes: ['multipart/form-data'], parameters: [{ name: 'f', in: 'formData', type: 'file' }] },
    },
  },
  definitions: { Pet: { type: 'object', properties: { self: { $ref: '#/definitions/Pet' } } } },
};

const keywords = [
  ...[
    '$ref',
    'allOf',
    'oneOf',
    'anyOf',
    'type',
    'properties',
    'items',
    'prefixItems',
    'required',
    'enum',
    'const',
  ],
  ...[
    'additionalProperties',
    'example',
    'examples',
    'default',
    'format',
    'nullable',
    'readOnly',
    '__proto__',
    'x',
  ],
];
const references = [
  '#',
  '#/',
  '#/paths',
  '#/components/schemas/Pet',
  '#/components/schemas/Home',
  '#/x',
  'x.json',
  '',
];

/** Whatever JSON can hold, with a leaning towards what looks like a schema. */
const { anything } = fc.letrec<{ anything: unknown; list: unknown; object: unknown; leaf: unknown }>(
  (tie) => ({
    leaf: fc.oneof(
      fc.constantFrom<unknown>(
        null,
        true,
        false,
        0,
        -1,
        1e308,
        '',
        'object',
        'array',
        'string',
        'null',
        'header',
      ),
      fc.constantFrom(...references).map(($ref) => ({ $ref })),
      fc.string(),
    ),
    list: fc.array(tie('anything'), { maxLength: 3 }),
    object: fc
      .array(fc.tuple(fc.constantFrom(...keywords), tie('anything')), { maxLength: 4 })
      .map((entries) => Object.fromEntries(entries)),
    anything: fc.oneof({ depthSize: 'small' }, tie('leaf'), tie('list'), tie('object'), tie('object')),
  }),
);

/** Paths to all nodes of a document. */
function placesIn(node: unknown, path: readonly string[] = []): (readonly string[])[] {
  const inner = typeof node === 'object' && node !== null ? Object.entries(node) : [];
  return [path, ...inner.flatMap(([key, value]) => placesIn(value, [...path, key]))];
}

function withNode(node: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) {
    return value;
  }
  const copy = (Array.isArray(node) ? [...(node as unknown[])] : { ...(node as Tree) }) as Tree;
  copy[key] = withNode(copy[key], rest, value);
  return copy;
}

async function survives(text: string): Promise<void> {
  try {
    exercise(await readDescription(text));
  } catch (error) {
    assert.ok(error instanceof UnusableDescription, error as Error);
  }
}

describe('openapi: nonsense', () => {
  for (const [name, document] of Object.entries({ openApi, swagger })) {
    it(`R21: a document is whole before anything is broken in it: ${name}`, async () => {
      const { operations, rows } = exercise(await described(document));
      assert.ok(operations > 1 && rows > 1);
    });

    it(`R21: in the place of any node of ${name}, it throws nothing`, async function () {
      this.timeout(60_000);
      const places = placesIn(document);
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...places), anything, (place, value) =>
          survives(JSON.stringify(withNode(document, place, value))),
        ),
        { numRuns: 150 },
      );
    });

    it(`R21: null, a list or a text in the place of each node of ${name} throws nothing`, async function () {
      this.timeout(60_000);
      for (const [index, place] of placesIn(document).entries()) {
        const value = [null, [], 'x'][index % 3];
        await survives(JSON.stringify(withNode(document, place, value)));
      }
    });
  }

  it('R21: any value at all may be asked for as a schema', async () => {
    const description = await described(openApi);
    fc.assert(
      fc.property(fc.oneof(anything, fc.anything()), (schema) => {
        assert.ok(tablesOf(description, schema).length <= 100);
        assert.equal(typeof typeOf(new Shapes(description).of(schema)), 'string');
        sampleOf(description, schema);
      }),
      { numRuns: 500 },
    );
  });

  it('R21: any text at all is refused with a reason, or read', async function () {
    this.timeout(60_000);
    await fc.assert(fc.asyncProperty(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), survives));
    const yaml = fc
      .array(
        fc.constantFrom(
          '- ',
          ': ',
          '? ',
          'x',
          '\n',
          '  ',
          '[',
          ']',
          '{',
          '}',
          '&a ',
          '*a',
          '!',
          '|',
          '"',
          '%',
          '#',
        ),
      )
      .map((parts) => `openapi: 3.0.0\npaths: ${parts.join('')}`);
    await fc.assert(fc.asyncProperty(yaml, survives), { numRuns: 300 });
  });
});
