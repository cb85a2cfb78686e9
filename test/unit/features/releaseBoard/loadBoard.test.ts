import { strict as assert } from 'node:assert';
import { Failure } from '../../../../src/api/failure';
import { foundIn, type Board } from '../../../../src/features/releaseBoard/board';
import { loadBoard } from '../../../../src/features/releaseBoard/loadBoard';
import { failing } from '../../api/transport/transportFixture';
import { BoardServer, daysAgo, distributed, harbor, published } from './boardServer';

describe('what a release board has', () => {
  let server: BoardServer;
  beforeEach(() => {
    server = new BoardServer();
  });

  const load = (before?: Board) => loadBoard(server.client, harbor, new AbortController().signal, before);
  const kinds = ({ build, distribution, publish, store }: Board) => [
    build.kind,
    distribution.kind,
    publish.kind,
    store.kind,
  ];
  const list = {
    build: '/build/v2/profiles',
    distribution: '/distribution/v2/profiles',
    publish: '/publish/v2/profiles/ios',
    store: '/store/v2/profiles',
  };

  it('is of the app by its id and platform alone', async () => {
    const board = await load();
    assert.equal(foundIn(board.build)?.newest?.build.id, 'q1');
    assert.deepEqual(
      foundIn(board.distribution)?.versions.map(({ id }) => id),
      ['v2', 'v1'],
    );
    assert.equal(foundIn(board.store)?.versions[0].id, 'x2');
    // Never a version of an app whose id only begins alike, or of the other platform; never a profile of another.
    assert.ok(!server.asked.some((path) => path.includes('/p2/')));
    // Nobody asks for the versions of a profile that never had one.
    assert.ok(!server.asked.includes('/distribution/v2/profiles/d0'));
  });

  it('a run that waits or runs comes before a version without one', async () => {
    const { publish } = await load();
    assert.equal(foundIn(publish)?.version?.id, 'r1');
    assert.equal(foundIn(publish)?.run?.status, 'awaitingApproval');
    server.change('/publish/v2/profiles/ios/p1/app-versions', () => [
      published({ id: 'r2' }),
      published({ id: 'r1', latestFlowStatus: 0 }),
    ]);
    assert.equal(foundIn((await load()).publish)?.version?.id, 'r2');
  });

  it('a publish profile without an id is of the app whose versions it has', async () => {
    server.change(list.publish, () => [{ id: 'p1', name: 'No id' }]);
    assert.equal(foundIn((await load()).publish)?.profile.name, 'No id');
    server.change('/publish/v2/profiles/ios/p1/app-versions', () => [
      published({ id: 'r', uniqueName: null }),
    ]);
    assert.equal((await load()).publish.kind, 'none');
  });

  it('a publish profile of the app without versions is shown as that', async () => {
    server.change('/publish/v2/profiles/ios/p1/app-versions', () => []);
    const { publish } = await load();
    assert.deepEqual(publish.kind === 'found' && [publish.found.profile.id, publish.found.version], [
      'p1',
      undefined,
    ]);
  });

  it('a build is that of the build profile that a version names, and is not guessed otherwise', async () => {
    server.change('/distribution/v2/profiles/d1', () => ({ appVersions: [distributed({ id: 'v' })] }));
    assert.equal((await load()).build.kind, 'untold');
    assert.ok(!server.asked.some((path) => path.startsWith('/build/')));
    const zero = '00000000-0000-0000-0000-000000000000';
    server.change('/distribution/v2/profiles/d1', () => ({
      appVersions: [distributed({ id: 'v', buildProfileId: zero })],
    }));
    assert.equal((await load()).build.kind, 'untold');
    server.change('/distribution/v2/profiles/d1', () => ({
      appVersions: [distributed({ id: 'v', buildProfileId: 'gone' })],
    }));
    assert.equal((await load()).build.kind, 'none');
  });

  it('a profile that was never built has no build, and nobody is asked for one', async () => {
    server.routes.set('/build/v1/profiles/b1', { branches: [{ id: 'main', name: 'main' }] });
    const { build } = await load();
    assert.deepEqual(build.kind === 'found' && [build.found.profile.id, build.found.newest], [
      'b1',
      undefined,
    ]);
    assert.ok(!server.asked.includes('/build/v1/builds'));
  });

  for (const [column, path] of Object.entries(list)) {
    it(`what ${column} fails with is told there, and hides nothing that does not need it`, async () => {
      server.routes.set(path, new Failure('forbidden', { host: 'api.example.com', status: 403 }));
      const board = await load();
      const expected = ['build', 'distribution', 'publish', 'store'].map((name) =>
        name === column ? 'failed' : name === 'build' && column === 'distribution' ? 'untold' : 'found',
      );
      assert.deepEqual(kinds(board), expected);
    });
  }

  it('what failed since keeps what it had, and since when that is old; what came back is new', async () => {
    const before = await load();
    server.routes.set(list.store, new Failure('offline'));
    const stale = await load(before);
    assert.equal(stale.store.kind, 'failed');
    assert.equal(foundIn(stale.store)?.versions[0].id, 'x2');
    const again = await load({ ...stale, at: stale.at + 1000 });
    assert.deepEqual(again.store.kind === 'failed' && again.store.last?.at, before.at);
    server.routes.set(list.store, []);
    assert.deepEqual((await load(again)).store, { kind: 'none', unseen: 0 });
  });

  it('T5: nothing comes of one that is canceled', async () => {
    const abort = new AbortController();
    abort.abort();
    await failing(loadBoard(server.client, harbor, abort.signal), 'cancelled');
  });

  it('the newest version wins, in whichever profile', async () => {
    server.change('/distribution/v2/profiles/d2', () => ({
      appVersions: [distributed({ id: 'newer', createDate: daysAgo(1) })],
    }));
    assert.equal(foundIn((await load()).distribution)?.profile.id, 'd2');
    assert.ok(!server.asked.includes('/distribution/v2/profiles/d0'));
  });
});
