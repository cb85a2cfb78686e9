import { strict as assert } from 'node:assert';
import { briefOperation } from '../../../../../src/api/openapi/brief/briefOperation';
import { readProblemOf } from '../../../../../src/api/openapi/brief/readProblem';
import { schemaText } from '../../../../../src/api/openapi/brief/schemaText';
import { described, exampleFiles, type Tree } from '../examples';
import { readDescription } from '../../../../../src/api/openapi/description';

const text = { type: 'string' };

async function shortOf(schema: unknown, limits?: Parameters<typeof schemaText>[2]): Promise<string> {
  const description = await described({
    openapi: '3.1.0',
    paths: {},
    components: { schemas: { Node: node } },
  });
  const { text: short, truncated } = schemaText(description, schema, limits);
  return truncated ? `${short} …` : short;
}

const node = {
  type: 'object',
  properties: { name: text, children: { type: 'array', items: { $ref: '#/components/schemas/Node' } } },
};

async function operation(said: Tree, path = '/x', method = 'get') {
  const description = await described({ openapi: '3.0.3', paths: { [path]: { [method]: said } } });
  const [summary] = description.operations;
  const details = description.details(summary?.key ?? '') ?? assert.fail('no operation');
  return { description, details };
}

describe('an operation in short', () => {
  it('a schema is one line: what may be left out, values, lists, what may be null', async () => {
    const schema = {
      type: 'object',
      required: ['name'],
      properties: {
        name: text,
        kind: { enum: ['ios', 'android'] },
        groups: { type: 'array', items: { type: 'string', format: 'uuid' } },
        until: { type: ['string', 'null'] },
        id: { type: 'string', readOnly: true },
        any: {},
      },
    };
    assert.equal(
      await shortOf(schema),
      '{ name: string; kind?: "ios" | "android"; groups?: string(uuid)[]; until?: string | null; any?: any }',
    );
    assert.equal(await shortOf({ type: 'object', additionalProperties: text }), '{ [name]: string }');
    assert.equal(await shortOf(undefined), 'any');
  });

  it('what goes round in circles, is deep, or has many members is cut and said to be', async () => {
    assert.equal(
      await shortOf({ $ref: '#/components/schemas/Node' }),
      '{ name?: string; children?: Node[] } …',
    );
    const deep = { type: 'object', properties: { a: { type: 'object', properties: { b: node } } } };
    assert.equal(await shortOf(deep, { maxDepth: 1 }), '{ a?: { b?: object } } …');
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, nth) => [`field${nth}`, text]));
    const short = await shortOf({ type: 'object', properties: many });
    assert.ok(short.endsWith(' …') && short.length < 900, short);
  });

  it('takes every description that nobody here wrote, in bounded length', async () => {
    for (const { name, text: file } of exampleFiles().slice(0, 12)) {
      const description = await readDescription(file).catch(() => undefined);
      for (const { key } of description?.operations.slice(0, 40) ?? []) {
        const details = description?.details(key);
        const brief = description && details && briefOperation(description, details);
        assert.ok(JSON.stringify(brief).length < 60_000, `${name} ${key}`);
      }
    }
  });

  it('names required parameters first, and none that puts bytes into a response', async () => {
    const { description, details } = await operation(
      {
        parameters: [
          { name: 'withBinary', in: 'query', schema: { type: 'boolean' } },
          { name: 'session', in: 'cookie', schema: text },
          { name: 'page', in: 'query', schema: { type: 'integer' } },
          { name: 'sort', in: 'query', required: true, schema: { enum: ['name', 'date'] } },
        ],
        responses: {},
      },
      '/x/{id}',
    );
    assert.deepEqual(
      briefOperation(description, details).parameters.map(({ name, required, type }) => [
        name,
        required,
        type,
      ]),
      [
        ['id', true, 'string'],
        ['sort', true, '"name" | "date"'],
        ['page', false, 'integer'],
      ],
    );
  });

  it('tells which operations only read', async () => {
    const json = { responses: { 200: { description: '', content: { 'application/json': {} } } } };
    const bytes = { responses: { 200: { description: '', content: { 'application/zip': {} } } } };
    const problem = async (said: Tree, path?: string, method?: string) =>
      readProblemOf((await operation(said, path, method)).details);
    assert.equal(await problem(json, '/build/v2/profiles/{id}'), undefined);
    assert.equal(await problem({ responses: {} }, '/build/v2/profiles'), undefined);
    assert.equal(await problem(json, '/build/v2/profiles', 'post'), 'notGet');
    assert.equal(await problem(json, '/build/v2/profiles', 'head'), 'notGet');
    assert.equal(await problem(json, '/auth/v1/token'), 'credentials');
    assert.equal(await problem(json, '/x/{id}/download'), 'file');
    assert.equal(await problem({ ...json, operationId: 'getStoreDownload' }), 'file');
    assert.equal(await problem(bytes), 'file');
    assert.equal(await problem(json, '/signing-identity/v2/certificates/{certificateId}'), 'file');
    assert.equal(await problem(json, '/signing-identity/v2/certificates'), undefined);
    assert.equal(await problem(json, '/build/v1/queue/{id}/cancel'), 'changes');
    assert.equal(await problem(json, '/build/v1/start-build/{id}'), 'changes');
    assert.equal(await problem(json, '/build/v1/cancelBuild'), 'changes');
    assert.equal(await problem(json, '/build/v1/build-start'), undefined);
    assert.equal(await problem(json, '/x/{id}/download-url'), 'file');
    assert.equal(await problem(json, '/x/{id}/uploadLink'), 'file');
    assert.equal(await problem(json, '/x/access-token'), 'credentials');
    assert.equal(await problem(json, '/x?action=stop'), 'action');
    // A name in braces is a value's, and may be called anything.
    assert.equal(await problem(json, '/x/{download}'), undefined);
  });
});
