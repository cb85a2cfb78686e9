/** What is listed of builds: profiles, branches, commits, workflows, configurations. */
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { JsonObject } from '../../../../src/api/decode';
import { decodeBranch, listBranches } from '../../../../src/api/builds/branches';
import { decodeCommit, getCommit, listCommits } from '../../../../src/api/builds/commits';
import { listConfigurations } from '../../../../src/api/builds/configurations';
import { decodeBuildProfile, listBuildProfiles } from '../../../../src/api/builds/profiles';
import { listWorkflows } from '../../../../src/api/builds/workflows';
import { startClientFixture, type ClientFixture } from '../clientFixture';
import { clientOf } from '../fakeClient';
import { json, RawServer } from '../transport/rawServer';
import { failing } from '../transport/transportFixture';

const row = (fields: Record<string, unknown>) => {
  const known = JsonObject.of(fields);
  assert.ok(known);
  return known;
};

describe('builds: lists', () => {
  let fixture: ClientFixture;
  let raw: RawServer;
  before(async () => {
    [fixture, raw] = await Promise.all([startClientFixture({ profiles: 0 }), RawServer.start()]);
  });
  after(() => Promise.all([fixture.sandbox.close(), raw.close()]));
  beforeEach(() => {
    fixture.calm();
  });
  const theirs = () => clientOf(raw.origin);

  it('lead from profiles to branches, commits and builds, one request each, without paging', async () => {
    const [profile] = await listBuildProfiles(fixture.client);
    assert.ok(profile);
    assert.equal(profile.pinned, true);
    assert.equal(profile.platform, 'ios');
    assert.match(profile.repositoryName ?? '', /^harbor-labs\//);
    const [branch] = await listBranches(fixture.client, profile.id);
    assert.ok(branch);
    const place = { profileId: profile.id, branchId: branch.id };
    const [commit] = await listCommits(fixture.client, place);
    assert.ok(commit);
    assert.match(commit.hash, /^[0-9a-f]{40}$/);
    assert.doesNotMatch(commit.subject, /\n/);
    assert.ok(commit.message.startsWith(commit.subject));
    const told = await getCommit(fixture.client, commit.id);
    assert.deepEqual(told.commit, commit);
    for (const build of told.builds) {
      assert.deepEqual(
        [build.commitId, build.hash, build.subject, build.author],
        [commit.id, commit.hash, commit.subject, commit.author],
      );
    }
    assert.deepEqual(
      fixture.sandbox.requests().map(({ method, path, query }) => `${method} ${path}${query && '?'}${query}`),
      [
        'GET /build/v2/profiles',
        `GET /build/v1/profiles/${profile.id}`,
        `GET /build/v2/commits?branchId=${branch.id}`,
        `GET /build/v2/commits/${commit.id}`,
      ],
    );
  });

  for (const envelope of ['data', 'items', 'named', 'nested'] as const) {
    it(`R21: profiles come in the envelope ${envelope} as well`, async () => {
      const plain = await listBuildProfiles(fixture.client);
      fixture.sandbox.setMode({ envelope });
      assert.deepEqual(await listBuildProfiles(fixture.client), plain);
    });
  }

  it('have pinned profiles first, then names as a person sorts them', async () => {
    const names = ['app 10', 'App 2', 'Zoo'];
    raw.answer(
      json(200, [
        ...names.map((name, index) => ({ id: `p${index}`, name, pinned: null, os: 9 })),
        { id: 'x', name: 'zz', pinned: true },
      ]),
    );
    assert.deepEqual(
      (await listBuildProfiles(theirs().client)).map(({ name, platform }) => [name, platform]),
      [
        ['zz', undefined],
        ['App 2', 'both'],
        ['app 10', 'both'],
        ['Zoo', 'both'],
      ],
    );
  });

  it('have the branches that were built last first, and those that never were last', async () => {
    raw.answer(
      json(200, {
        branches: [
          { id: 'a', name: 'b-never', lastBuildDate: null, buildStatus: null },
          { id: 'b', name: 'a-never' },
          { id: 'c', name: 'old', lastBuildDate: '2026-01-01T00:00:00Z', buildStatus: 1 },
          { id: 'd', name: 'new', lastBuildDate: '2026-02-01T00:00:00Z', buildStatus: 99 },
          { name: 'no id' },
        ],
      }),
    );
    const { client, log } = theirs();
    assert.deepEqual(
      (await listBranches(client, 'p')).map(({ name, status }) => [name, status]),
      [
        ['new', 'unknown'],
        ['old', 'failed'],
        ['a-never', undefined],
        ['b-never', undefined],
      ],
    );
    assert.match(log.lines.join('\n'), /1 rows of build\/v1\/profiles\/p could not be read/);
    raw.answer(json(200, { branches: null }));
    assert.deepEqual(await listBranches(theirs().client, 'p'), []);
    raw.answer(json(200, []));
    await failing(listBranches(theirs().client, 'p'), 'unreadableAnswer');
  });

  it('have commits in the order of the server, whatever their dates say', async () => {
    raw.answer(
      json(200, [
        { id: 'a', hash: null, message: null, author: null, commitDate: '2020-01-01T00:00:00Z' },
        { id: 'b', hash: 'f00', message: '\r\n Ship it  \r\n\r\nAt last.', commitDate: 'never' },
        { id: 'c', commitDate: '2026-01-01T00:00:00Z' },
      ]),
    );
    assert.deepEqual(await listCommits(theirs().client, { profileId: 'p', branchId: 'b' }), [
      {
        id: 'a',
        hash: '',
        subject: '',
        message: '',
        author: undefined,
        committedAt: Date.UTC(2020, 0, 1),
      },
      {
        id: 'b',
        hash: 'f00',
        subject: 'Ship it',
        message: '\r\n Ship it  \r\n\r\nAt last.',
        author: undefined,
        committedAt: undefined,
      },
      { id: 'c', hash: '', subject: '', message: '', author: undefined, committedAt: Date.UTC(2026, 0, 1) },
    ]);
  });

  it('R21: a commit without builds has none, and one that is none fails', async () => {
    raw.answer(json(200, { id: 'c', builds: null }));
    assert.deepEqual((await getCommit(theirs().client, 'c')).builds, []);
    for (const odd of [[], 'commit', { hash: 'f00' }]) {
      raw.answer(json(200, odd));
      await failing(getCommit(theirs().client, 'c'), 'unreadableAnswer');
    }
  });

  it('have the workflow that was used last first, and configurations as the server orders them', async () => {
    const [profile] = await listBuildProfiles(fixture.client);
    const workflows = await listWorkflows(fixture.client, profile?.id ?? '');
    const used = workflows.map(({ lastUsedAt }) => lastUsedAt ?? 0);
    assert.deepEqual(
      used,
      [...used].sort((a, b) => b - a),
    );
    assert.equal(workflows.length, 3);
    const configurations = await listConfigurations(fixture.client, profile?.id ?? '');
    assert.equal(configurations[0]?.name, 'Default Configuration');
    fixture.calm();
    await listConfigurations(fixture.client, profile?.id ?? '', 'a-branch');
    assert.equal(fixture.sandbox.requests()[0]?.query, 'branchId=a-branch');
    raw.answer(json(200, [{ item1: { id: 'a' } }, { id: 'b', configurationName: 'Bare' }, { item1: null }]));
    assert.deepEqual(
      (await listConfigurations(theirs().client, 'p')).map(({ id, name }) => [id, name]),
      [
        ['a', 'a'],
        ['b', 'Bare'],
      ],
    );
  });

  it('R21: whatever fields a row has, it decodes', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (fields) => {
        for (const decode of [decodeBuildProfile, decodeBranch, decodeCommit]) {
          assert.equal(decode(row({ ...fields, id: 'x' }))?.id, 'x');
        }
      }),
    );
    for (const junk of [null, 7, 'x', {}, [], true]) {
      const names = ['name', 'pinned', 'os', 'lastBuildDate', 'buildStatus', 'hash', 'message', 'commitDate'];
      const fields = { id: 'x', ...Object.fromEntries(names.map((name) => [name, junk])) };
      for (const decode of [decodeBuildProfile, decodeBranch, decodeCommit]) {
        assert.equal(decode(row(fields))?.id, 'x');
      }
    }
  });

  it('T5: are given up at the signal, and an id that leads elsewhere is refused', async () => {
    const aborted = AbortSignal.abort();
    await failing(listBuildProfiles(fixture.client, aborted), 'cancelled');
    await failing(listBranches(fixture.client, 'p', aborted), 'cancelled');
    await failing(listBranches(fixture.client, '..'), 'invalidInput', { code: 'REFUSED_ID' });
    assert.deepEqual(fixture.asked(), []);
  });
});
