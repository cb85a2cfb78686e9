import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import { Failure } from '../../../../../src/api/failure';
import type { AppVersion } from '../../../../../src/api/distribution/appVersion';
import type { VersionRow } from '../../../../../src/features/distribution/versions/versionNodes';
import type * as Rows from '../../../../../src/features/distribution/versions/versionRows';
import type { AccountLoads } from '../../../../../src/ui/lists/accountLoads';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { profile, rawVersion, VersionServer } from './versionFixture';

const android = { platformType: 2, fileType: 2 };

describe('versions below a profile, where something goes wrong or somebody leaves', () => {
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
  const labelOf = (row?: VersionRow) => (row ? (rows.item(row).label as string) : '');
  const labels = async () => (await children()).map((row) => rows.item(row).label);
  const isPlatform = (row: VersionRow) => row.kind === 'platform';

  describe('failures', () => {
    const offline = new Failure('offline', { host: 'api.example', code: 'ECONNREFUSED' });

    const ill = new Failure('serverFault', { host: 'api.example', status: 500 });

    it('R16: a failure is a sentence and what helps, and is not asked for again until Refresh', async () => {
      server.fails = ill;
      const [notice, ...remedies] = await children();
      assert.match(labelOf(notice), /api\.example/);
      assert.deepEqual(
        remedies.map((row) => rows.item(row).command?.command),
        ['appcircle.refresh', 'appcircle.showLog'],
      );
      server.fails = undefined;
      server.answers['p'] = [rawVersion('a')];
      await children();
      assert.equal(server.asked.length, 1);
      rows.forget();
      assert.deepEqual(await ids(), ['version/a']);
    });

    it('a person who asks for them is given what there is now', async () => {
      server.fails = offline;
      await children();
      server.fails = undefined;
      server.answers['p'] = [rawVersion('a')];
      assert.equal((await rows.versionsOf(profile)).length, 1);
      assert.deepEqual(await ids(), ['version/a']);
    });

    it('R24: what was known before stays below what failed, with the time that it is from', async () => {
      server.answers['p'] = [rawVersion('i'), rawVersion('a', android)];
      await children();
      rows.forget();
      server.fails = offline;
      const [notice] = await children();
      assert.match(labelOf(notice), /^Last updated [^.]+\.$/);
      assert.deepEqual((await ids()).slice(-2), ['ios', 'android']);
      const asked = server.asked.length;
      const below = await Promise.all((await children()).filter(isPlatform).map(ids));
      assert.deepEqual(below, [['version/i'], ['version/a']]);
      assert.equal(server.asked.length, asked);
    });

    it('rule 17: so it is below what this profile cannot have, with the failure', async () => {
      server.answers['p'] = [rawVersion('i')];
      await children();
      rows.forget();
      server.fails = ill;
      const [notice] = await children();
      assert.match(labelOf(notice), /^Last updated .+\. .*api\.example/);
    });

    it('what meets all profiles alike is told once, and not below each of them', async () => {
      let told = 0;
      editor.own(rows.onDidChangeFailure(() => told++));
      const other = { ...profile, id: 'q' };
      for (const kind of [
        'offline',
        'timeout',
        'foreignResponse',
        'rejectedCredential',
        'expiredSession',
      ] as const) {
        rows.forget();
        told = 0;
        server.fails = new Failure(kind, { host: 'api.example' });
        assert.deepEqual([await labels(), await rows.children(other)].flat().length, 2);
        assert.deepEqual(await labels(), ['Not loaded']);
        assert.deepEqual([rows.failure?.kind, told], [kind, 1]);
      }
      rows.forget();
      assert.deepEqual([rows.failure, told], [undefined, 2]);
      server.fails = ill;
      await children();
      assert.deepEqual([rows.failure, told], [undefined, 2]);
    });

    it('what may have passed is asked for again on demand, and nothing else', async () => {
      const kinds = {
        offline: true,
        timeout: true,
        serverFault: true,
        forbidden: false,
        notFound: false,
        rateLimited: false,
      };
      for (const [kind, again] of Object.entries(kinds)) {
        rows.forget();
        server.fails = new Failure(kind as keyof typeof kinds, { host: 'api.example' });
        await children();
        const asked = server.asked.length;
        assert.equal(rows.forgetFailed(), again, kind);
        await children();
        assert.equal(server.asked.length, asked + (again ? 1 : 0));
      }
    });

    it('nothing is said to be there where nobody could be asked', async () => {
      server.answers['p'] = [];
      await children();
      rows.forget();
      server.fails = offline;
      assert.ok(!(await labels()).includes('No versions yet'));
    });

    it('a defect of ours is no row', async () => {
      server.fails = new TypeError('a defect');
      await assert.rejects(children(), TypeError);
    });
  });

  describe('accounts', () => {
    it('nobody is asked for who is signed out', async () => {
      server.sessions.setSignedOut();
      assert.deepEqual(await rows.versionsOf(profile), []);
      assert.deepEqual(server.asked, []);
    });

    it('another account asks for itself, and nothing of the former one is left', async () => {
      server.answers['p'] = [rawVersion('a')];
      await children();
      server.switchAccount();
      server.fails = new Failure('offline', { host: 'api.example' });
      assert.ok(!(await ids()).includes('version/a'));
      assert.equal(server.asked.at(-1), 'else /distribution/v2/profiles/p');
    });

    it('what is under way for an account that leaves is aborted, and shows nothing', async () => {
      server.answers['p'] = [rawVersion('a')];
      let answer: (value: unknown) => void = () => undefined;
      server.waits = new Promise((resolve) => (answer = resolve));
      const looking = children();
      server.switchAccount();
      assert.equal(server.signals[0]?.aborted, true);
      answer(undefined);
      assert.deepEqual(await looking, []);
    });

    it('news of the same account change nothing', async () => {
      server.answers['p'] = [rawVersion('a')];
      await children();
      server.sessions.setSigningIn(true);
      await children();
      assert.equal(server.asked.length, 1);
      assert.equal(server.signals[0]?.aborted, false);
    });

    it('what is under way is aborted when it is disposed of', async () => {
      server.answers['p'] = [];
      const looking = children();
      loads.dispose();
      assert.equal(server.signals[0]?.aborted, true);
      await looking;
    });
  });
});
