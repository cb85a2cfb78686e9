/** src/api/appcircle.openapi.yaml: a valid document, every fact graded, and the generated types up to date. */
import { strict as assert } from 'node:assert';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Description } from '../../sandbox/description';
import { generateTypes, typesAreFresh } from '../../sandbox/generateTypes';

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const methods = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace'];

/** Every place that states a fact, with the path to it: operations, parameters, answers, schemas and properties. */
function* facts(node: unknown, path: readonly string[] = []): Generator<[string, Node]> {
  if (!isNode(node)) {
    return;
  }
  const parent = path.at(-2) ?? '';
  const last = path.at(-1) ?? '';
  const isFact =
    parent === 'properties' ||
    parent === 'responses' ||
    parent === 'parameters' ||
    parent === 'securitySchemes' ||
    (path.length === 3 && path[0] === 'components') ||
    (path.length === 3 && path[0] === 'paths' && methods.includes(last));
  if (isFact && node['$ref'] === undefined) {
    yield [path.join('/'), node];
  }
  for (const [key, value] of Object.entries(node)) {
    yield* facts(value, [...path, key]);
  }
}

describe('the description of the API', () => {
  const description = new Description();

  it('is a valid OpenAPI 3.1 document, by the schema that the specification publishes', async () => {
    assert.match(String(description.part('openapi')), /^3\.1\.\d$/);
    assert.deepEqual(await new Validator().validate(description.document), { valid: true });
    const broken = { ...description.document, paths: { '/x': { get: { responses: 'none' } } } };
    assert.equal((await new Validator().validate(broken)).valid, false);
  });

  it('has schemas that are valid JSON Schema, with references that lead somewhere', () => {
    const names = Object.keys(description.part('components', 'schemas') as Node);
    assert.ok(names.length > 10);
    for (const name of names) {
      // Compiling follows every reference; what it thinks of the value is of no interest.
      description.judge(name, null);
    }
    for (const [, { $ref }] of everyNode(description.document)) {
      if (typeof $ref === 'string') {
        assert.notEqual(description.part(...$ref.slice(2).split('/')), undefined, $ref);
      }
    }
  });

  it('gives every operation, parameter, answer, schema and property a grade and a source', () => {
    const all = [...facts(description.document)];
    assert.ok(all.length > 120, `only ${all.length} facts were found`);
    const ungraded = all
      .filter(
        ([, fact]) =>
          !/^[ABCD]$/.test(String(fact['x-evidence'])) || !/^[A-Z]/.test(String(fact['x-source'])),
      )
      .map(([path]) => path);
    assert.deepEqual(ungraded, []);
  });

  it('invents nothing: objects take unknown members, and no numbers are closed enumerations', () => {
    const closed = [...everyNode(description.document)]
      .filter(([, node]) => node['type'] === 'object' && node['additionalProperties'] !== true)
      .map(([path]) => path);
    assert.deepEqual(closed, []);
    assert.deepEqual(
      [...everyNode(description.document)].filter(([, node]) => 'enum' in node),
      [],
    );
  });

  it('names every operation once, and sends credentials to the auth host alone', () => {
    const paths = description.part('paths') as Record<string, Node>;
    const operations = Object.entries(paths).flatMap(([path, item]) =>
      methods
        .filter((method) => method in item)
        .map((method) => ({ path, item, operation: item[method] as Node })),
    );
    const ids = operations.map(({ operation }) => operation['operationId']);
    assert.equal(new Set(ids).size, ids.length);
    for (const { path, item, operation } of operations) {
      const servers = (item['servers'] ?? description.part('servers')) as { url: string }[];
      const isAuth = path.startsWith('/auth/');
      assert.deepEqual(
        servers.map(({ url }) => url),
        [isAuth ? 'https://auth.appcircle.io' : 'https://api.appcircle.io'],
        path,
      );
      assert.equal('requestBody' in operation, operation['security'] !== undefined, path);
    }
  });

  it('is what src/api/appcircle.d.ts was generated from', async () => {
    assert.ok(await typesAreFresh(), 'stale: run "npm run generate" and commit what it writes');
  });

  it('gives the same types every time', async () => {
    assert.equal(await generateTypes(), await generateTypes());
  });
});

function* everyNode(node: unknown, path = ''): Generator<[string, Node]> {
  if (isNode(node)) {
    yield [path, node];
    for (const [key, value] of Object.entries(node)) {
      yield* everyNode(value, `${path}/${key}`);
    }
  }
}
