import { strict as assert } from 'node:assert';
import type { OperationSummary } from '../../../../../src/api/openapi/model';
import type { ApiModule } from '../../../../../src/features/apiExplorer/descriptions/apiModule';
import type * as GoTo from '../../../../../src/features/apiExplorer/operations/goToOperation';
import type {
  ListedOperation,
  Operations,
} from '../../../../../src/features/apiExplorer/operations/operations';
import { gate } from '../../../support/fakes/secrets';
import { failureOf, settled } from '../../../support/until';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { operation } from './listedOperations';

const moduleOf = (name: string) => ({ id: `https://api.example/${name}.json`, name }) as ApiModule;
const build = moduleOf('build');
const store = moduleOf('store');
const listed = (key: string, more: Partial<OperationSummary> = {}, of = build): ListedOperation => ({
  module: of,
  operation: operation(key, more),
});

const profiles = listed('GET /profiles', { summary: 'All profiles', id: 'listProfiles' });
const profile = listed('GET /profiles/{profileId}', { summary: 'A profile', id: 'profile' });
const old = listed('POST /old', { id: 'makeProfile', deprecated: true });

describe('API Explorer: going to an operation', () => {
  const editor = useEditor('features/apiExplorer/operations/goToOperation') as EditorWith<typeof GoTo>;
  const { pickOperation, recentKey } = editor.module;

  /** The pick, with these in it, and what comes of it. */
  async function opened(all: ListedOperation[] = [profiles, profile, old], recent: string[] = []) {
    const operations = { loadAll: () => Promise.resolve(all) } as Operations;
    const done = pickOperation('Go', operations, recent);
    await settled();
    return { pick: editor.picks.at(-1) ?? assert.fail('no pick'), done };
  }

  it('shows at once, busy, and then every operation by name, method, path and id', async () => {
    const { promise, release } = gate();
    const operations = { loadAll: () => promise.then(() => [profiles, old]) } as Operations;
    const done = pickOperation('Go', operations, []);
    const [pick = assert.fail('no pick')] = editor.picks;
    assert.deepEqual([pick.visible, pick.busy, pick.items, pick.title], [true, true, [], 'Go']);
    release();
    await settled();
    assert.equal(pick.busy, false);
    assert.equal(pick.matchOnDescription, true);
    assert.equal(pick.placeholder, 'Search 2 operations by name, path, or ID');
    assert.deepEqual(
      pick.items.map(({ label, description }) => [label, description]),
      [
        ['All profiles', 'GET /profiles · listProfiles'],
        ['makeProfile', 'POST /old · makeProfile · deprecated'],
      ],
    );
    pick.hide();
    assert.equal(await done, undefined);
  });

  it('says which module where there are several', async () => {
    const { pick } = await opened([profiles, listed('GET /x', {}, store)]);
    assert.deepEqual(
      pick.items.map(({ description }) => description),
      ['GET /profiles · listProfiles · build', 'GET /x · store'],
    );
  });

  it('has those that were used last first, newest before older, and forgets those that are no more', async () => {
    const gone = recentKey(listed('GET /gone'));
    const elsewhere = recentKey({ ...profiles, module: store });
    const { pick } = await opened(undefined, [
      recentKey(old),
      gone,
      elsewhere,
      'nonsense',
      recentKey(profile),
    ]);
    assert.deepEqual(pick.labels, [
      '[recently used]',
      'makeProfile',
      'A profile',
      '[all operations]',
      'All profiles',
    ]);
  });

  it('what was typed as it stands comes first, and nothing typed is the order of before', async () => {
    const { pick } = await opened(undefined, [recentKey(old)]);
    const before = pick.labels;
    pick.type('profile');
    assert.deepEqual(pick.labels, ['A profile', 'makeProfile', 'All profiles']);
    pick.type('listprofiles');
    assert.equal(pick.labels[0], 'All profiles');
    pick.type(' ');
    assert.deepEqual(pick.labels, before);
  });

  it('finds an operation by its words in any spelling, where the editor would not', async () => {
    const branch = listed('GET /branches', { summary: 'Şube IŞIK' });
    const { pick } = await opened([profiles, branch]);
    for (const text of ['isik sube', 'ŞUBE', 'branches get']) {
      pick.type(text);
      assert.equal(pick.labels[0], 'Şube IŞIK');
      assert.deepEqual(
        pick.items.map(({ alwaysShow = false }) => alwaysShow),
        [true, false],
        text,
      );
    }
    pick.type('branches');
    assert.deepEqual(
      pick.items.map(({ alwaysShow = false }) => alwaysShow),
      [true, false],
    );
  });

  it('R25: finds what is called otherwise; what was used lately is first of its kind, exchanges of credentials last', async () => {
    const me = listed('GET /identity/userinfo', { summary: 'The current user' });
    const token = listed('POST /auth/v1/token', { summary: 'Profile token' });
    const all = [token, profiles, old, profile, me];
    const { pick } = await opened(all, [recentKey(profiles)]);
    assert.equal(pick.labels.at(-1), 'Profile token');
    pick.type('who am i');
    assert.deepEqual([pick.labels[0], pick.items[0]?.alwaysShow], ['The current user', true]);
    pick.type('profile');
    // The id of one is the text; of the others the one that was used lately comes first.
    assert.deepEqual(pick.labels.slice(0, 4), ['A profile', 'All profiles', 'makeProfile', 'Profile token']);
  });

  it('what was typed before the operations were there counts as well', async () => {
    const { promise, release } = gate();
    const operations = { loadAll: () => promise.then(() => [profiles, old, profile]) } as Operations;
    void pickOperation('Go', operations, []);
    editor.picks[0]?.type('profile');
    release();
    await settled();
    assert.equal(editor.picks[0]?.labels[0], 'A profile');
  });

  it('gives the one that was accepted, or whose documentation was asked for', async () => {
    const first = await opened();
    first.pick.accept('A profile');
    assert.deepEqual(await first.done, { ...profile, wanted: 'request' });
    assert.equal(first.pick.disposed, true);
    const sorted = await opened();
    // The editor tells the place that was selected before the rows were sorted anew.
    sorted.pick.selectedItems = sorted.pick.items.slice(0, 1);
    sorted.pick.acceptActive('makeProfile');
    assert.deepEqual(await sorted.done, { ...old, wanted: 'request' });
    const second = await opened();
    second.pick.pressButton('makeProfile');
    assert.deepEqual(await second.done, { ...old, wanted: 'documentation' });
  });

  it('T5: closed at any time is the end, without a word', async () => {
    const never = pickOperation(
      'Go',
      { loadAll: () => new Promise(() => undefined) } as unknown as Operations,
      [],
    );
    editor.picks[0]?.hide();
    assert.equal(await never, undefined);
    const { pick, done } = await opened();
    pick.hide();
    assert.equal(await done, undefined);
    const failing = gate();
    const late = {
      loadAll: () => failing.promise.then(() => Promise.reject(new Error('late'))),
    } as Operations;
    const closed = pickOperation('Go', late, []);
    editor.picks.at(-1)?.hide();
    assert.equal(await closed, undefined);
    failing.release();
    await settled();
    assert.ok(editor.picks.every(({ disposed }) => disposed));
  });

  it('R7: what went wrong is for the command to tell, and the pick goes', async () => {
    const error = new Error('no');
    const operations = { loadAll: () => Promise.reject(error) } as unknown as Operations;
    assert.equal(await failureOf(pickOperation('Go', operations, [])), error);
    assert.equal(editor.picks[0]?.disposed, true);
    const { pick } = await opened([]);
    assert.equal(pick.placeholder, 'No API description could be read');
  });

  it('nothing of a server is an icon, or hides itself', async () => {
    const evil = '$(trash) \u202ex';
    const { pick } = await opened([
      listed(`GET /${evil}`, { summary: evil, id: evil }),
      listed('GET /x', {}, moduleOf(evil)),
    ]);
    for (const { label, description = '' } of pick.items) {
      assert.doesNotMatch(`${label} ${description}`, /(?<!\\)\$\(|\u202e/);
    }
  });
});
