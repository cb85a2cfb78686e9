import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { methods, type OperationSummary } from '../../../../../src/api/openapi/model';
import {
  filteredGroups,
  groupsOf,
  type OperationGroup,
} from '../../../../../src/features/apiExplorer/tree/operationGroups';
import { operation } from '../operations/listedOperations';

const shape = (groups: readonly OperationGroup[]) =>
  groups.map(({ name, operations }) => [name, ...operations.map(({ key }) => key)]);

describe('API Explorer: operations in groups', () => {
  const operations = [
    operation('GET /b/v2/things', { tags: ['Things'] }),
    operation('POST /b/v2/things', { tags: ['Writing', 'Things'] }),
    operation('GET /a', {}),
    operation('DELETE /b/v2/things/{thingId}', { tags: ['Writing'], summary: 'Removes one' }),
  ];

  it('by tag: in the order in which tags occur, in each of its tags, and without one in the last', () => {
    assert.deepEqual(shape(groupsOf(operations, 'tag')), [
      ['Things', 'GET /b/v2/things', 'POST /b/v2/things'],
      ['Writing', 'POST /b/v2/things', 'DELETE /b/v2/things/{thingId}'],
      ['', 'GET /a'],
    ]);
  });

  it('by path: by its beginning, up to three words and the first parameter, in order', () => {
    const paths = [
      '/b/v2/things/{thingId}',
      '/b/v2/things',
      '/b/v2/things/all/of/them',
      '/b/{x}/things',
      '/a',
      '/{x}',
      '/',
    ];
    assert.deepEqual(
      shape(
        groupsOf(
          paths.map((path) => operation(`GET ${path}`)),
          'path',
        ),
      ),
      [
        ['/', 'GET /', 'GET /{x}'],
        ['/a', 'GET /a'],
        ['/b', 'GET /b/{x}/things'],
        ['/b/v2/things', 'GET /b/v2/things', 'GET /b/v2/things/all/of/them', 'GET /b/v2/things/{thingId}'],
      ],
    );
  });

  it('R23: no group comes twice, and no operation twice in one, whatever tags and keys there are', () => {
    const tag = fc.constantFrom('a', 'b', '', '__proto__', 'constructor', 'a/GET /x');
    const anyOperation = fc
      .record({
        method: fc.constantFrom(...methods),
        path: fc.constantFrom('/', '/x', '/x/{id}', '/x/y/z/w'),
        tags: fc.array(tag, { maxLength: 4 }),
      })
      .map(({ method, path, tags }) => operation(`${method} ${path}`, { tags }));
    fc.assert(
      fc.property(
        fc.array(anyOperation, { maxLength: 6 }),
        fc.constantFrom('tag', 'path'),
        (some, grouping) => {
          const groups = groupsOf(some, grouping);
          assertUnique(groups.map(({ name }) => name));
          for (const { operations: own } of groups) {
            assert.ok(own.length > 0);
            assertUnique(own.map(({ key }) => key));
          }
          const shown = groups.flatMap(({ operations: own }) => own.map(({ key }) => key));
          assert.deepEqual(new Set(shown), new Set(some.map(({ key }) => key)));
        },
      ),
    );
  });

  it('R25: keeps what matches with the groups that it is in, and leaves out groups without any', () => {
    const groups = groupsOf(operations, 'tag');
    assert.deepEqual(shape(filteredGroups(groups, 'removes')), [
      ['Writing', 'DELETE /b/v2/things/{thingId}'],
    ]);
    assert.deepEqual(shape(filteredGroups(groups, 'POST things')), [
      ['Things', 'POST /b/v2/things'],
      ['Writing', 'POST /b/v2/things'],
    ]);
    assert.deepEqual(filteredGroups(groups, 'nothing like it'), []);
    assert.deepEqual(shape(filteredGroups(groups, ' GET  /A ')), [['', 'GET /a']]);
  });

  it('R25: a group whose name matches keeps everything in it', () => {
    const groups = groupsOf(operations, 'tag');
    assert.deepEqual(shape(filteredGroups(groups, 'WRIT')), [
      // It has the tag, so it matches here as well.
      ['Things', 'POST /b/v2/things'],
      ['Writing', 'POST /b/v2/things', 'DELETE /b/v2/things/{thingId}'],
    ]);
    const byPath = groupsOf(operations, 'path');
    assert.deepEqual(shape(filteredGroups(byPath, 'things /v2')), [
      ['/b/v2/things', 'GET /b/v2/things', 'POST /b/v2/things', 'DELETE /b/v2/things/{thingId}'],
    ]);
  });

  it('R25: a filter shows nothing that is not there, and everything whose words match', () => {
    const texts = ['things', 'get', '/a', 'removes', 'writ', 'x'];
    const query = fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(query, fc.constantFrom('tag', 'path'), (given, grouping) => {
        const groups = groupsOf(operations, grouping);
        const left = filteredGroups(groups, given.join(' '));
        const textOf = ({ method, path, summary, tags }: OperationSummary) =>
          [method, path, summary, ...tags].join(' ').toLowerCase();
        for (const { name, operations: own } of groups) {
          const kept = left.find((group) => group.name === name)?.operations ?? [];
          assert.deepEqual(
            kept,
            own.filter((one) => kept.includes(one)),
          );
          for (const one of own) {
            const matches = given.every((word) => textOf(one).includes(word));
            const named = name !== '' && given.every((word) => name.toLowerCase().includes(word));
            assert.equal(kept.includes(one), matches || named);
          }
        }
        assert.ok(left.every(({ operations: own }) => own.length > 0));
      }),
    );
  });
});

function assertUnique(names: readonly string[]): void {
  assert.equal(new Set(names).size, names.length, names.join());
}
