import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { Failure } from '../../../../../src/api/failure';
import { build, distribution, moduleOf, useTree } from './treeFixture';

describe('API Explorer: ids of rows', () => {
  const fixture = useTree();

  describe('R23: ids', () => {
    it('are unique, with an operation in several tags and a tag in several modules', async () => {
      for (const arrangement of [
        { filter: '', grouping: 'tag' },
        { filter: 'profile', grouping: 'tag' },
        { filter: '', grouping: 'path' },
        { filter: 'v2', grouping: 'path' },
      ] as const) {
        fixture.arrangement = arrangement;
        assertUnique(await fixture.ids());
      }
    });

    it('are unique where a tag is called like an operation of another, or like a row below it', async () => {
      fixture.ask = () =>
        Promise.resolve([
          moduleOf('a', { 'GET /x': { tags: ['t', 't/GET /x', 'notice', '"t"/"GET /x"', ''] } }),
          moduleOf('a.json/t', { 'GET /x': { tags: ['t'] } }),
        ]);
      assertUnique(await fixture.ids());
    });

    it('are unique whatever tags, paths and names a server comes up with', async () => {
      const hostile = [
        'a',
        'a/b',
        'a/GET /x',
        'GET /x',
        '',
        ' ',
        'notice',
        '"',
        'a/"GET /x"',
        '__proto__',
        '\ud800',
      ];
      const tags = fc.uniqueArray(fc.oneof(fc.constantFrom(...hostile), fc.string()), { maxLength: 4 });
      const key = fc.constantFrom('GET /x', 'POST /x', 'GET /a/GET', 'GET /', 'GET /{a}/b');
      const operations = fc
        .uniqueArray(key, { maxLength: 3 })
        .chain((keys) =>
          fc
            .tuple(...keys.map(() => tags))
            .map((given) => Object.fromEntries(keys.map((one, nth) => [one, { tags: given[nth] }]))),
        );
      const modules = fc.uniqueArray(fc.constantFrom('m', 'm.json/"a"', 'm/a', 'n'), { maxLength: 3 });
      await fc.assert(
        fc.asyncProperty(
          modules,
          operations,
          fc.constantFrom('tag', 'path'),
          async (names, content, grouping) => {
            fixture.arrangement = { filter: '', grouping };
            fixture.ask = () => Promise.resolve(names.map((name) => moduleOf(name, content)));
            await fixture.list.refresh();
            assertUnique(await fixture.ids());
          },
        ),
        { numRuns: 60 },
      );
    });

    it('are other ones for another account', async () => {
      const before = new Set(await fixture.ids());
      fixture.signIn('another');
      const after = await fixture.ids();
      assert.equal(after.length, before.size);
      assert.ok(after.every((id) => !before.has(id)));
    });
  });

  describe('R24: a refresh', () => {
    it('leaves every row what it was, open or closed', async () => {
      await fixture.fold('distribution', true);
      await fixture.fold('Danger', true);
      const before = (await fixture.rows()).map(({ item }) => item);
      await fixture.list.refresh();
      const after = (await fixture.rows()).map(({ item }) => item);
      assert.deepEqual(
        after.map(({ id, label, collapsibleState }) => [id, label, collapsibleState]),
        before.map(({ id, label, collapsibleState }) => [id, label, collapsibleState]),
      );
    });

    it('keeps the rows while it is under way, and when it fails', async () => {
      const before = await fixture.ids();
      let fail: (error: unknown) => void = () => assert.fail('nothing is asked');
      fixture.ask = () =>
        new Promise((_, reject) => {
          fail = reject;
        });
      const refreshing = fixture.list.refresh().catch(() => undefined);
      assert.deepEqual(await fixture.ids(), before);
      fail(new Failure('timeout'));
      await refreshing;
      assert.deepEqual(await fixture.ids(), before);
    });

    it('leaves the ids of what stays, where something came or went', async () => {
      const before = await fixture.ids();
      const { 'GET /distribution/v2/testing-groups': _, ...rest } = distribution;
      const more = { ...rest, 'GET /distribution/v3/new': { tags: ['New'] } };
      fixture.ask = () => Promise.resolve([moduleOf('distribution', more), moduleOf('build', build)]);
      await fixture.list.refresh();
      const after = new Set(await fixture.ids());
      assert.equal(before.filter((id) => !after.has(id)).length, 2);
      assert.equal(after.size, before.length);
    });
  });
});

function assertUnique(ids: readonly string[]): void {
  const twice = ids.filter((id, nth) => ids.indexOf(id) !== nth);
  assert.deepEqual(twice, []);
}
