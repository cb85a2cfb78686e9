import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { readDescription, type ApiDescription } from '../../../../src/api/openapi/description';
import { matchesText } from '../../../../src/api/openapi/filter';
import { searchQuery } from '../../../../src/api/openapi/rank';
import { namesIn } from '../../../../src/api/openapi/plainPath';
import { countedOperations, exampleFiles, exercise, gitHub, type Tree } from './examples';

describe('descriptions that nobody here wrote', function () {
  this.timeout(60_000);
  const files = new Map(exampleFiles().map(({ name, text }) => [name, text]));
  const json = [...files].filter(([name]) => name.endsWith('.json'));
  const yaml = [...files].filter(([name]) => name.endsWith('.yaml'));

  it('are of each specification, in JSON and in YAML', () => {
    const kinds = new Set([...files.keys()].map((name) => name.split('/').slice(0, 2).join(' ')));
    assert.deepEqual([...kinds], ['2.0 json', '2.0 yaml', '3.0 json', '3.0 yaml', '3.1 json', '3.1 yaml']);
    assert.ok(json.length >= 70, `${json.length} files`);
    assert.ok(yaml.length >= 59, `${yaml.length} files`);
  });

  for (const [name, text] of json) {
    it(`R21: ${name} lists, documents and samples every operation`, async () => {
      const description = await readDescription(text);
      const document = JSON.parse(text) as Tree;
      assert.equal(description.specification, name.slice(0, 3));
      assert.equal(description.title, (document['info'] as Tree)['title']);
      const counted = countedOperations(document);
      assert.deepEqual(keysOf(description), counted);
      assert.equal(description.leftOut.count, fragmentsIn(document));
      assert.equal(exercise(description).operations, counted.length);
    });
  }

  for (const [name, text] of yaml) {
    it(`R21: ${name} says the same as JSON`, async () => {
      const fromYaml = await readDescription(text);
      if (yamlOfItsOwn.has(name)) {
        assert.equal(exercise(fromYaml).operations, countedOperations(parse(text) as Tree).length);
        return;
      }
      const fromJson = await readDescription(files.get(name.replaceAll('yaml', 'json')) ?? '');
      assert.deepEqual(all(fromYaml), all(fromJson));
      assert.deepEqual(fromYaml.leftOut, fromJson.leftOut);
    });
  }
});

/** Files whose content differs from that of the JSON with their name. */
const yamlOfItsOwn = new Set([
  '2.0/yaml/petstore-expanded.yaml',
  '3.0/yaml/petstore-expanded.yaml',
  '3.0/yaml/uspto.yaml',
  '3.1/yaml/parameters-style.yaml',
  '3.1/yaml/train-travel.yaml',
]);

describe("GitHub's description", () => {
  let description: ApiDescription;
  let document: Record<string, Record<string, Record<string, Tree>>>;
  before(async function () {
    this.timeout(60_000);
    const text = gitHub();
    description = await readDescription(text);
    document = JSON.parse(text) as typeof document;
  });

  it('R21: lists each of its 1,223 operations, in its order', () => {
    const counted = countedOperations(document);
    assert.equal(counted.length, 1223);
    assert.deepEqual(keysOf(description), counted);
    assert.equal(description.leftOut.count, 0);
    assert.equal(new Set(counted).size, counted.length);
  });

  it('R21: gives the body, the answers and all parameters of each, as many as it has', () => {
    for (const { key, method, path } of description.operations) {
      const node = document['paths']?.[path]?.[method.toLowerCase()] ?? {};
      const operation = description.details(key);
      assert.ok(operation);
      assert.equal(operation.body !== undefined, 'requestBody' in node, key);
      assert.deepEqual(
        operation.responses.map(({ status }) => status),
        Object.keys(node['responses'] as Tree),
      );
      assert.equal(operation.parameters.length, ((node['parameters'] ?? []) as Tree[]).length, key);
      assert.deepEqual(
        operation.parameters
          .filter((parameter) => parameter.in === 'path')
          .map(({ name }) => name)
          .sort(),
        namesIn(path).sort(),
      );
    }
  });

  it('R21, R26: documents and samples each of them, no table longer than its limit', function () {
    this.timeout(60_000);
    const { operations, rows } = exercise(description);
    assert.equal(operations, 1223);
    assert.ok(rows > 50_000, `only ${rows} rows`);
  });

  it('R25: finds operations by the words of a query', () => {
    const found = description.operations.filter((operation) =>
      matchesText(operation, searchQuery('GET Gist star')),
    );
    assert.deepEqual(
      found.map(({ key }) => key),
      ['GET /gists/starred', 'GET /gists/{gist_id}/star'],
    );
  });
});

describe("the project's own description", () => {
  it('R21: is read like any other', async function () {
    this.timeout(60_000);
    const file = path.resolve(__dirname, '../../../../src/api/appcircle.openapi.yaml');
    const text = readFileSync(file, 'utf8');
    const description = await readDescription(text);
    assert.deepEqual(keysOf(description), countedOperations(parse(text) as Tree));
    assert.ok(exercise(description).rows > 0);
  });
});

function keysOf(description: ApiDescription): string[] {
  return description.operations.map(({ key }) => key);
}

function all(description: ApiDescription): unknown[] {
  return description.operations.map(({ key }) => description.details(key));
}

/** Paths that some write with a fragment, to have two operations at one address. */
function fragmentsIn(document: Tree): number {
  return Object.keys(document['paths'] ?? {}).filter((path) => path.includes('#')).length;
}
