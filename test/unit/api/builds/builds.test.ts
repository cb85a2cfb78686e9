/** The builds of a branch, and how one of them is. */
import { strict as assert } from 'node:assert';
import { getBuildStatus, listBuilds } from '../../../../src/api/builds/builds';
import { clientOf } from '../fakeClient';
import { json, RawServer, type Handler } from '../transport/rawServer';
import { failing } from '../transport/transportFixture';

const place = { profileId: 'p', branchId: 'b' };

describe('builds: of a branch', () => {
  let raw: RawServer;
  before(async () => {
    raw = await RawServer.start();
  });
  after(() => raw.close());
  const ours = () => clientOf(raw.origin).client;
  const asked = () => raw.requests.map(({ method, url }) => `${method} ${url}`);
  /** A branch of commits, of which each has a build that began later than that of the one before. */
  const branch = (rows: object[], commits: number): Handler => {
    const ids = Array.from({ length: commits }, (_, at) => `c${at}`);
    return (response, request, nth) => {
      const { pathname } = new URL(request.url, raw.origin);
      const id = pathname.split('/').at(-1) ?? '';
      const built = { id: `of-${id}`, status: 1, startDate: '2026-01-01T00:00:00Z' };
      const body =
        id === 'builds'
          ? rows
          : id === 'commits'
            ? ids.map((one) => ({ id: one }))
            : { id, message: `Message of ${id}`, hash: `${id}f00`, builds: [built] };
      json(200, body)(response, request, nth);
    };
  };

  it('are asked for once where the rows tell enough, and stand newest first', async () => {
    raw.answer(
      json(200, [
        { id: 'x', commitId: 'c', status: 0, startDate: '2026-01-01T00:00:00Z' },
        { id: 'y', commitId: 'c', status: 91, startDate: '2026-03-01T00:00:00Z' },
        { id: 'z', commitId: 'c', status: 1, startDate: '2026-02-01T00:00:00Z' },
        { id: 'y', commitId: 'twice', status: 0 },
      ]),
    );
    const builds = await listBuilds(ours(), place);
    assert.deepEqual(
      builds.map(({ id, status }) => [id, status]),
      [
        ['y', 'running'],
        ['z', 'failed'],
        ['x', 'succeeded'],
      ],
    );
    assert.deepEqual(asked(), ['GET /build/v1/builds?branchId=b&profileId=p']);
  });

  it('R21: are completed by their commits, newest first, as far as that is needed', async () => {
    raw.answer(branch([{ id: 'of-c0' }, { id: 'of-c5', startDate: '2026-01-01T00:00:00Z' }], 30));
    const builds = await listBuilds(ours(), place);
    assert.deepEqual(
      builds.map(({ id, commitId, status, subject, hash }) => [id, commitId, status, subject, hash]),
      [
        ['of-c0', 'c0', 'failed', 'Message of c0', 'c0f00'],
        ['of-c5', 'c5', 'failed', 'Message of c5', 'c5f00'],
      ],
    );
    // Four at a time, and no more once both are found.
    assert.equal(asked().filter((one) => one.includes('/commits/')).length, 8);
  });

  it('that nobody can complete are given as they are, after 40 commits at most', async () => {
    raw.answer(branch([{ id: 'lost' }, { id: 'of-c1', commitId: 'c1', status: 0 }], 100));
    const [lost, found] = await listBuilds(ours(), place);
    assert.deepEqual([lost?.commitId, lost?.status], [undefined, 'unknown']);
    assert.equal(found?.id, 'of-c1');
    assert.equal(asked().filter((one) => one.includes('/commits/')).length, 40);
  });

  it('are not looked for again where they are known and over', async () => {
    raw.answer(branch([{ id: 'of-c0' }, { id: 'of-c1' }], 2));
    const first = await listBuilds(ours(), place);
    const known = new Map(first.map((build) => [build.id, build]));
    raw.answer(branch([{ id: 'of-c0' }, { id: 'of-c1' }], 2));
    assert.deepEqual(await listBuilds(ours(), { ...place, known }), first);
    assert.equal(asked().length, 1);
    // One that is not over is.
    known.set('of-c1', { ...first[1]!, status: 'running' });
    raw.answer(branch([{ id: 'of-c0' }, { id: 'of-c1' }], 2));
    assert.equal((await listBuilds(ours(), { ...place, known }))[1]?.status, 'failed');
  });

  it('R47: of a known build a newer start counts', async () => {
    raw.answer(json(200, [{ id: 'x', commitId: 'c', status: 91 }]));
    const over = (await listBuilds(ours(), place)).map((build) => ({ ...build, status: 'failed' as const }));
    const known = new Map(over.map((build) => [build.id, build]));
    // An end is an end: a late answer of a loaded server does not make it run again.
    assert.equal((await listBuilds(ours(), { ...place, known }))[0]?.status, 'failed');
  });

  it('R21: have a status as a number, as an object, and an unknown one', async () => {
    const answers: [unknown, string][] = [
      [0, 'succeeded'],
      [{ status: 0, hasWarning: true }, 'succeededWithWarnings'],
      [{ status: 92 }, 'running'],
      ['soon', 'unknown'],
      [null, 'unknown'],
    ];
    for (const [answer, expected] of answers) {
      raw.answer(json(200, answer));
      assert.equal(await getBuildStatus(ours(), 'c', 'b'), expected, JSON.stringify(answer));
    }
    assert.deepEqual(asked(), ['GET /build/v2/commits/c/builds/b/status']);
    raw.answer(json(404, {}));
    await failing(getBuildStatus(ours(), 'c', 'b'), 'notFound');
  });

  it('R21: an answer that is no list fails', async () => {
    raw.answer(json(200, { message: 'hello' }));
    await failing(listBuilds(ours(), place), 'unreadableAnswer');
  });
});
