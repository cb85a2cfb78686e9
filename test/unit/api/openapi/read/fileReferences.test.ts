import { strict as assert } from 'node:assert';
import { readDescription } from '../../../../../src/api/openapi/description';
import { tablesOf } from '../examples';
import { inputDescription } from '../inputFiles';

/** Reads a description with files of these texts around it; tells which were asked for. */
async function read(text: string, files: Record<string, string> = {}) {
  const asked: string[] = [];
  const description = await readDescription(text, {
    files: {
      name: 'api.yaml',
      readFile: (path) => {
        asked.push(path);
        const found = files[path];
        return found === undefined ? Promise.reject(new Error('not there')) : Promise.resolve(found);
      },
    },
  });
  return { description, asked };
}

const paths = (...references: string[]) =>
  `openapi: 3.1.0\npaths:\n${references.map((reference, nth) => `  /${nth}: { $ref: '${reference}' }`).join('\n')}`;

describe('openapi: references to files', () => {
  it('R21: are read with the description, each relative to its own file', async () => {
    const description = await inputDescription('split-description.yaml');
    assert.deepEqual(
      description.operations.map(({ key, id }) => [key, id]),
      [
        ['GET /profiles', 'listProfiles'],
        ['GET /profiles/{id}', 'getProfile'],
      ],
    );
    assert.equal(description.leftOut.count, 0);
    const list = description.details('GET /profiles');
    assert.deepEqual(
      list?.parameters.map(({ name }) => name),
      ['page'],
    );
    assert.deepEqual(description.resolve(list.parameters[0]?.schema), {
      value: { type: 'integer', minimum: 1 },
      name: 'Page',
    });
    const schema = list.responses[0]?.content[0]?.schema;
    assert.deepEqual(
      tablesOf(description, schema)[0]?.rows.map(({ type, cycle }) => [type, cycle]),
      [
        ['string', undefined],
        ['Profile', 'Profile'],
        ['info', undefined],
      ],
    );
  });

  it('R21: what is not there, or not readable, is left out and told of', async () => {
    const { description, asked } = await read(
      paths('./a.yaml', 'b.yaml#/nothing', 'c.yaml#anchor', './d.yaml'),
      {
        'b.yaml': '{}',
        'c.yaml': '{}',
        'd.yaml': 'x: [',
      },
    );
    assert.deepEqual(description.leftOut, { count: 4, first: '/0' });
    assert.deepEqual(asked.sort(), ['a.yaml', 'b.yaml', 'd.yaml']);
  });

  it('rule 6: nothing is asked for that is no path below the folder', async () => {
    const { description, asked } = await read(
      paths(
        ...[
          'https://evil.example/a.yaml',
          '//evil.example/a',
          '/etc/passwd',
          'file:///etc/passwd',
          'C:/x',
          'C:\\x',
        ],
        ...[
          '../secret',
          './a/../../secret',
          '%2e%2e/secret',
          'a/%2e%2e/%2e%2e/secret',
          '..%2fsecret',
          '..%5csecret',
        ],
        ...['%2fetc%2fpasswd', 'a.yaml?x=1', 'javascript:x', '.', './', 'a\\b'],
      ),
    );
    assert.deepEqual(asked, []);
    assert.equal(description.operations.length, 0);
  });

  it('R26: go round in circles once', async () => {
    const { description, asked } = await read(paths('a.yaml', 'b.yaml', 'api.yaml#/paths/~10'), {
      'a.yaml': "{ $ref: 'b.yaml' }",
      'b.yaml': "{ $ref: './a.yaml' }",
    });
    assert.deepEqual(asked.sort(), ['a.yaml', 'b.yaml']);
    assert.equal(description.leftOut.count, 3);
  });

  it('R26: are read up to five hundred of them, and up to eight megabytes in all', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, nth) => [`f${nth}`, `{ get: {}, x: { $ref: 'f${nth + 1}' } }`]),
    );
    assert.equal((await read(paths('f0'), chain)).asked.length, 500);
    const names = Array.from({ length: 10_000 }, (_, nth) => `f${nth}`);
    assert.ok((await read(paths(...names), chain)).asked.length <= 500);
    const large = Object.fromEntries(
      names.slice(0, 20).map((name) => [name, `{"get":{},"x":"${'x'.repeat(1_000_000)}"}`]),
    );
    assert.ok((await read(paths(...names.slice(0, 20)), large)).description.operations.length <= 8);
    const bomb = Array.from(
      { length: 9 },
      (_, nth) => `a${nth + 1}: &a${nth + 1} [${Array(9).fill(`*a${nth}`).join()}]`,
    );
    const { description } = await read(paths('bomb', 'f1'), {
      bomb: `a0: &a0 1\n${bomb.join('\n')}\nget: {}`,
      f1: '{ get: {} }',
    });
    assert.deepEqual(
      description.operations.map(({ key }) => key),
      ['GET /1'],
    );
  });

  it('a description cannot bring the place of files along', async () => {
    const name = 'x-files-of-this-description';
    const { description, asked } = await read(`${paths('a.yaml')}\n${name}: { a.yaml: { get: {} } }`, {
      'a.yaml': '{ get: {} }',
    });
    assert.deepEqual([asked, description.operations], [[], []]);
  });
});
