import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import fc from 'fast-check';
import { Failure } from '../../../../../src/api/failure';
import type { AppVersion } from '../../../../../src/api/distribution/appVersion';
import type { VersionRow } from '../../../../../src/features/distribution/versions/versionNodes';
import type * as Rows from '../../../../../src/features/distribution/versions/versionRows';
import type { AccountLoads } from '../../../../../src/ui/lists/accountLoads';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { daysAgo, profile, rawVersion, VersionServer } from './versionFixture';

const android = { platformType: 2, fileType: 2 };

describe('versions below a profile', () => {
  const editor = useEditor('features/distribution/versions/versionRows') as EditorWith<typeof Rows>;
  let server: VersionServer;
  let loads: AccountLoads<AppVersion>;
  let rows: Rows.VersionRows;

  beforeEach(() => {
    server = new VersionServer();
    loads = editor.own(server.loads());
    rows = new editor.module.VersionRows(loads, (editor.api as typeof vscode).Uri.file('/extension'));
  });

  const children = async (parent?: VersionRow) => [...(await rows.children(profile, parent))];
  const ids = async (parent?: VersionRow) => (await children(parent)).map(({ id }) => id);
  const labels = async () => (await children()).map((row) => rows.item(row).label);
  /** Ids of all rows, at any depth. */
  const all = async (parent?: VersionRow): Promise<string[]> => {
    const level = await children(parent);
    const deeper = await Promise.all(level.map((row) => all(row)));
    return [...level.map(({ id }) => id), ...deeper.flat()];
  };
  const isPlatform = (row: VersionRow) => row.kind === 'platform';

  describe('order and platforms', () => {
    it('newest first, whatever order the server has', async () => {
      server.answers['p'] = [
        rawVersion('a', { createDate: daysAgo(3) }),
        rawVersion('b', { createDate: undefined, createdAt: daysAgo(1) }),
        rawVersion('c', { createDate: daysAgo(2) }),
      ];
      assert.deepEqual(await ids(), ['version/b', 'version/c', 'version/a']);
    });

    it('R57: builds of one number stand together, the newest first, in the place of that', async () => {
      server.answers['p'] = [
        rawVersion('first', { version: '2.4.0', createDate: daysAgo(4) }),
        rawVersion('other', { version: '2.5.0', createDate: daysAgo(3) }),
        rawVersion('again', { version: '2.4.0', createDate: daysAgo(2) }),
        rawVersion('unknown', { version: null, createDate: daysAgo(1) }),
        rawVersion('too', { version: null, createDate: daysAgo(5) }),
      ];
      assert.deepEqual(await ids(), [
        'version/unknown',
        'version/again',
        'version/first',
        'version/other',
        'version/too',
      ]);
    });

    it('iOS and Android are apart where both exist, in places that the newest version does not change', async () => {
      const ios = rawVersion('i', { createDate: daysAgo(2) });
      server.answers['p'] = [ios, rawVersion('a', { ...android, createDate: daysAgo(1) })];
      const groups = await children();
      assert.deepEqual(await ids(), ['ios', 'android']);
      assert.ok(groups.every(isPlatform));
      assert.deepEqual(await Promise.all(groups.map(ids)), [['version/i'], ['version/a']]);
      loads.forget();
      server.answers['p'] = [ios, rawVersion('a', { ...android, createDate: daysAgo(3) })];
      assert.deepEqual(await ids(), ['ios', 'android']);
    });

    it('what is of no known platform is apart as well', async () => {
      const other = rawVersion('o', { platformType: 9, fileType: 9 });
      server.answers['p'] = [other, rawVersion('a', android)];
      assert.deepEqual(await labels(), ['Android', 'Other']);
    });

    it('a platform alone needs no row of its own, and no version is said to be none', async () => {
      server.answers['p'] = [rawVersion('a', android), rawVersion('b', android)];
      assert.deepEqual(await ids(), ['version/a', 'version/b']);
      loads.forget();
      server.answers['p'] = [];
      assert.deepEqual(await labels(), ['No versions yet']);
    });

    it('below a version is who was sent it', async () => {
      const appVersionTestings = [{ id: 's1', tester: 'a@b.example' }, { tester: 'c@d.example' }, null];
      server.answers['p'] = [rawVersion('a', { appVersionTestings })];
      const [version] = await children();
      assert.deepEqual(await ids(version), ['version/a/s1', 'version/a/#1']);
      const [tester] = await children(version);
      assert.deepEqual(await ids(tester), []);
    });
  });

  describe('asking', () => {
    it('nobody asks before a profile is opened, and then once, whoever looks', async () => {
      server.answers['p'] = [rawVersion('i'), rawVersion('a', android)];
      assert.deepEqual(server.asked, []);
      await Promise.all([children(), children(), rows.versionsOf(profile)]);
      await all();
      assert.deepEqual(server.asked, ['somebody /distribution/v2/profiles/p']);
    });

    it('again after it was forgotten: this profile, or all', async () => {
      server.answers['p'] = server.answers['q'] = [];
      const other = { ...profile, id: 'q' };
      const open = async () => {
        server.asked.length = 0;
        await rows.versionsOf(profile);
        await rows.versionsOf(other);
        return server.asked.map((line) => line.at(-1));
      };
      assert.deepEqual(await open(), ['p', 'q']);
      assert.deepEqual(await open(), []);
      rows.forget('q');
      rows.forget('unknown');
      assert.deepEqual(await open(), ['q']);
      rows.forget();
      assert.deepEqual(await open(), ['p', 'q']);
    });

    it('an answer that was overtaken by a newer one is not what is kept', async () => {
      server.answers['p'] = [rawVersion('old')];
      let answer: (value: unknown) => void = () => undefined;
      server.waits = new Promise((resolve) => (answer = resolve));
      const slow = children();
      rows.forget('p');
      server.waits = Promise.resolve();
      server.answers['p'] = [rawVersion('new')];
      assert.deepEqual(await ids(), ['version/new']);
      answer(undefined);
      await slow;
      rows.forget('p');
      server.fails = new Failure('offline', { host: 'api.example' });
      assert.equal((await ids()).at(-1), 'version/new');
    });
  });

  describe('ids', () => {
    it('R23: a version that the server gives twice is there once', async () => {
      server.answers['p'] = [rawVersion('a'), rawVersion('a', { version: '2.3.0' }), rawVersion('b')];
      assert.deepEqual(await labels(), ['2.4.0 (318)', '2.4.0 (318)']);
      assert.deepEqual(await ids(), ['version/a', 'version/b']);
    });

    it('R23: no two rows of a profile have the same id, whatever ids the server has', async () => {
      const id = fc.oneof(
        fc.constantFrom('a', 'a/b', 'a%2Fb', 'a%', '/', 'notice', 'ios', '__proto__', 'version/a'),
        fc.string({ minLength: 1, maxLength: 4 }),
      );
      const testings = fc.array(fc.record({ id: fc.option(id), tester: fc.string() }), { maxLength: 4 });
      const raw = fc
        .record({ id, platformType: fc.constantFrom(0, 1, 2), appVersionTestings: testings })
        .map(({ id: own, ...more }) => rawVersion(own, more));
      await fc.assert(
        fc.asyncProperty(fc.array(raw, { maxLength: 6 }), async (answer) => {
          loads.forget();
          server.answers['p'] = answer;
          const found = await all();
          assert.equal(new Set(found).size, found.length, found.join('\n'));
        }),
        {
          numRuns: 200,
          examples: [
            [
              [
                rawVersion('a', { appVersionTestings: [{ id: 'b/c' }] }),
                rawVersion('a/b', { appVersionTestings: [{ id: 'c' }] }),
              ],
            ],
          ],
        },
      );
    });

    it('R24: a refresh keeps the ids of what stays, at every depth', async () => {
      const answer = [
        rawVersion('i', { appVersionTestings: [{ id: 's' }] }),
        rawVersion('a', { ...android, createDate: daysAgo(3) }),
      ];
      server.answers['p'] = answer;
      const before = await all();
      rows.forget();
      server.answers['p'] = [rawVersion('new', { createDate: daysAgo(0) }), ...answer];
      const after = await all();
      assert.deepEqual(
        before.filter((id) => !after.includes(id)),
        [],
      );
      assert.deepEqual(
        after.filter((id) => !before.includes(id)),
        ['version/new'],
      );
    });
  });
});
