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
  const operations = (): { path: string; item: Node; method: string; operation: Node }[] =>
    Object.entries(description.part('paths') as Record<string, Node>).flatMap(([path, item]) =>
      methods
        .filter((method) => method in item)
        .map((method) => ({ path, item, method, operation: item[method] as Node })),
    );

  it('is a valid OpenAPI 3.1 document, by the schema that the specification publishes', async function () {
    this.timeout(60_000);
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
    assert.ok(all.length > 700, `only ${all.length} facts were found`);
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

  it('describes what is known, in words for who calls it; how it was found is for who works on it', () => {
    const research =
      /\b(?:(?:is|are) (?:un(?:known|clear|confirmed)|not (?:known|confirmed|clear))|unclear|plausible|likely|grade [A-D]|clients?|plugins|command line|catalog|inference|documentation|^Known:)/i;
    const researched = [...everyNode(description.document)].flatMap(([path, node]) =>
      ['summary', 'description']
        .filter((name) => typeof node[name] === 'string' && research.test(node[name]))
        .map((name) => `${path}/${name}: ${String(node[name])}`),
    );
    // What the words of a number are is known.
    assert.deepEqual(
      researched.filter((text) => !/: 0 undefined, .*older clients/.test(text)),
      [],
    );
    const [first] = String(description.part('info', 'description')).split(/(?<=\.)\s/);
    assert.match(first ?? '', /^Compiled from public sources/);
  });

  it('says of each operation what it does, verb first, and no two are alike', () => {
    const verbs =
      /^(?:Add|Cancel|Change|Create|Delete|Download|Exchange|Get|Invite|List|Mark|Notify|Publish|Remove|Rename|Replace|Restart|Send|Start|Stop|Upload|Withdraw) /;
    const summaries = operations().map(({ operation }) => String(operation['summary']));
    assert.deepEqual(
      summaries.filter((summary) => !verbs.test(summary) || summary.endsWith('.') || summary.length > 70),
      [],
    );
    assert.deepEqual(
      summaries.filter((summary, index) => summaries.indexOf(summary) !== index),
      [],
    );
  });

  it('spells its tags for people, each with the module that it is of', () => {
    const tags = description.part('tags') as { name: string; 'x-module': string }[];
    assert.deepEqual(
      tags.filter(({ name }) => !/^[A-Z][a-z]+( (to )?[A-Z][a-z]+)*$/.test(name)),
      [],
    );
    for (const { path, operation } of operations()) {
      const [tag] = operation['tags'] as string[];
      const { 'x-module': module } = tags.find(({ name }) => name === tag) ?? assert.fail(path);
      assert.match(path, new RegExp(`^/(?:${module}|roles\\.json|store-submit)\\b`));
    }
  });

  it('names roles of README 17.1 alone where it says who may call an operation', () => {
    const known = ['Owner', 'Manager', 'Operator', 'External Operator', 'Viewer'];
    const told = operations().flatMap(({ operation }) => {
      const roles = operation['x-roles'] as string[] | undefined;
      return roles ? [roles] : [];
    });
    assert.ok(told.length > 60);
    for (const roles of told) {
      assert.deepEqual(
        roles,
        known.filter((role) => roles.includes(role)),
      );
      assert.ok(roles.includes('Owner') && roles.includes('Manager'));
    }
  });

  it('names every operation once, and sends credentials to the auth host alone', () => {
    const ids = operations().map(({ operation }) => operation['operationId']);
    assert.ok(ids.length > 120, `only ${ids.length} operations were found`);
    assert.equal(new Set(ids).size, ids.length);
    for (const { path, item, operation } of operations()) {
      const servers = (item['servers'] ?? description.part('servers')) as { url: string }[];
      const isAuth = path.startsWith('/auth/');
      assert.deepEqual(
        servers.map(({ url }) => url),
        [isAuth ? 'https://auth.appcircle.io' : 'https://api.appcircle.io'],
        path,
      );
      // Exchanges alone go without a token.
      const isExchange = isAuth && 'requestBody' in operation;
      assert.deepEqual(operation['security'], isExchange ? [] : undefined, path);
    }
  });

  it('calls safe only actions of a GET that it names, and never the one that cancels', () => {
    const reading = new Map<string, unknown>();
    for (const { path, method, operation } of operations()) {
      const parameters = ((operation['parameters'] ?? []) as Node[]).map((parameter) =>
        typeof parameter['$ref'] === 'string'
          ? (description.part(...parameter['$ref'].slice(2).split('/')) as Node)
          : parameter,
      );
      const action = parameters.find(({ name, in: where }) => name === 'action' && where === 'query');
      const known = [...String(action?.['description']).matchAll(/`(\w[\w-]*)`/g)].map(([, name]) => name);
      known.push(...(typeof action?.['example'] === 'string' ? [action['example']] : []));
      assert.ok(action === undefined || known.length > 0, `${path} names no action`);
      const safe = operation['x-safe-actions'] as string[] | undefined;
      assert.ok(safe === undefined || (method === 'get' && safe.every((one) => known.includes(one))), path);
      assert.equal(operation['x-safe'], undefined, path);
      if (method === 'get' && action !== undefined) {
        reading.set(String(operation['operationId']), safe);
      }
    }
    assert.deepEqual(Object.fromEntries(reading), {
      getDistributionUpload: ['uploadInformation'],
      getPublishUpload: ['uploadInformation'],
      getStoreUpload: ['uploadInformation'],
      getPublishDownload: ['download'],
      getStoreDownload: ['download'],
      getQueueItem: undefined,
    });
  });

  it('is small enough to be shipped', () => {
    const shipped = JSON.stringify(description.document, (name, value: unknown) =>
      /^x-(evidence|source|note)$/.test(name) ? undefined : value,
    );
    assert.ok(shipped.length < 110_000, `${shipped.length} characters`);
  });

  it('is what src/api/appcircle.d.ts was generated from', async function () {
    this.timeout(60_000);
    assert.ok(await typesAreFresh(), 'stale: run "npm run generate" and commit what it writes');
  });

  it('gives the same types every time', async function () {
    this.timeout(60_000);
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
