import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { JsonObject } from '../../../../src/api/decode';
import { decodeProfile, listProfiles } from '../../../../src/api/distribution/profiles';
import { organizationName } from '../../../../src/api/identity';
import { listTestingGroups } from '../../../../src/api/testingGroups/testingGroups';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox';
import { Client } from '../../sandbox/client';
import { clientOf, FakeTokens } from '../fakeClient';
import { json, RawServer } from '../transport/rawServer';
import { failing } from '../transport/transportFixture';

const profile = (row: Record<string, unknown>) => {
  const known = JsonObject.of(row);
  return known && decodeProfile(known);
};

describe('distribution: a profile', () => {
  it('R21: of a row that is nothing but an id', () => {
    const raw = { id: 'p' };
    assert.deepEqual(profile(raw), {
      id: 'p',
      name: 'p',
      pinned: false,
      versions: {},
      createdAt: undefined,
      lastUploadedAt: undefined,
      lastSharedAt: undefined,
      authentication: undefined,
      hasInstallPage: false,
      testingGroupIds: [],
      raw,
    });
  });

  it('R21: of a row full of nulls, and of one full of wrong types', () => {
    const names = [
      'name',
      'pinned',
      'iOSVersion',
      'androidVersion',
      'createDate',
      'settings',
      'testingGroupIds',
    ];
    for (const junk of [null, 7, 'x', {}, [], true]) {
      const row = { id: 'p', ...Object.fromEntries(names.map((name) => [name, junk])) };
      assert.equal(profile(row)?.id, 'p');
    }
    assert.equal(profile({ name: 'no id' }), undefined);
  });

  it('R21: of a full row', () => {
    const decoded = profile({
      id: 'p',
      name: 'Harbor',
      pinned: true,
      iOSVersion: '1.2.0',
      androidVersion: '3.4',
      createDate: '2025-01-01T00:00:00Z',
      lastAppVersionCreateDate: '2026-01-01T00:00:00Z',
      lastAppVersionSharedDate: '2026-02-01T00:00:00Z',
      settings: { authenticationType: 3, password: 'kept in raw alone' },
      testingGroupIds: ['g', null, 'h'],
    });
    assert.deepEqual(decoded?.versions, { ios: '1.2.0', android: '3.4' });
    assert.deepEqual(
      [decoded.createdAt, decoded.lastUploadedAt, decoded.lastSharedAt].map((at) =>
        new Date(at ?? 0).getUTCMonth(),
      ),
      [0, 0, 1],
    );
    assert.deepEqual([decoded.authentication, decoded.testingGroupIds], ['static', ['g', 'h']]);
    const { raw: _raw, ...shown } = decoded;
    assert.doesNotMatch(JSON.stringify(shown), /kept in raw/);
  });

  it('tells every kind of authentication, and a number that nobody documented', () => {
    const of = (authenticationType: unknown) =>
      profile({ id: 'p', settings: { authenticationType } })?.authentication;
    assert.deepEqual([0, 1, 2, 3, 4, 5, 99, '1', null].map(of), [
      undefined,
      'none',
      'individualEnrollment',
      'static',
      'ldap',
      'sso',
      'other',
      undefined,
      undefined,
    ]);
  });

  it('R21: whatever fields a row has, it decodes', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (fields) => {
        assert.equal(profile({ ...fields, id: 'p' })?.id, 'p');
      }),
    );
  });
});

describe('distribution: the list', () => {
  let sandbox: Sandbox;
  let raw: RawServer;
  let token: string;
  before(async () => {
    [sandbox, raw] = await Promise.all([startSandbox({ profiles: 60 }), RawServer.start()]);
    token = await new Client(sandbox).token();
  });
  after(() => Promise.all([sandbox.close(), raw.close()]));
  beforeEach(() => {
    sandbox.clearRequests();
    sandbox.setMode({ envelope: 'none' });
  });
  const ours = () => clientOf(sandbox.apiEndpoint, new FakeTokens(token));
  const theirs = () => clientOf(raw.origin);

  it('is asked for once, without paging parameters', async () => {
    await listProfiles(ours().client);
    const [request, ...more] = sandbox.requests();
    assert.deepEqual(
      [request?.method, request?.path, request?.query],
      ['GET', '/distribution/v2/profiles', ''],
    );
    assert.deepEqual(more, []);
  });

  it('R21: every profile of the sandbox decodes, none is skipped', async () => {
    const { client, log } = ours();
    const profiles = await listProfiles(client);
    const served = sandbox.profiles();
    assert.deepEqual(new Set(profiles.map(({ id }) => id)), new Set(served.map(({ id }) => id)));
    for (const { id, raw: kept, name } of profiles) {
      assert.deepEqual(
        kept,
        served.find((one) => one.id === id),
      );
      assert.equal(name, served.find((one) => one.id === id)?.name);
    }
    assert.deepEqual(
      log.lines.filter((line) => line.startsWith('warn')),
      [],
    );
  });

  for (const envelope of ['data', 'items', 'named', 'nested'] as const) {
    it(`R21: comes in the envelope ${envelope} as well`, async () => {
      sandbox.setMode({ envelope });
      assert.equal((await listProfiles(ours().client)).length, 60);
    });
  }

  it('has the pinned ones first, then names as a person sorts them', async () => {
    const names = ['app 10', 'App 2', 'äpfel', 'Zoo', 'app 1', 'Berg'];
    raw.answer(
      json(200, [
        ...names.map((name, index) => ({ id: `p${index}`, name, pinned: null })),
        { id: 'x', name: 'zz pinned', pinned: true },
        { id: 'y', name: 'a pinned', pinned: true },
      ]),
    );
    const sorted = await listProfiles(theirs().client);
    assert.deepEqual(
      sorted.map(({ name }) => name),
      ['a pinned', 'zz pinned', 'äpfel', 'app 1', 'App 2', 'app 10', 'Berg', 'Zoo'],
    );
  });

  it('R21: rows that cannot be read are counted in the log, without their content', async () => {
    raw.answer(json(200, [{ id: 'a' }, { name: 'a private name' }, null]));
    const { client, log } = theirs();
    assert.equal((await listProfiles(client)).length, 1);
    const warnings = log.lines.filter((line) => line.startsWith('warn'));
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? '', /2 rows of distribution\/v2\/profiles/);
    assert.doesNotMatch(log.lines.join(), /private/);
  });

  it('R21: an answer that is no list fails with its host', async () => {
    raw.answer(json(200, { message: 'hello' }));
    await failing(listProfiles(theirs().client), 'unreadableAnswer', { host: new URL(raw.origin).host });
  });

  it('T5: is given up at the signal', async () => {
    await failing(listProfiles(ours().client, AbortSignal.abort()), 'cancelled');
    assert.equal(sandbox.requests().length, 0);
  });

  it('R21: testing groups that cannot be read are left out and counted in the log', async () => {
    raw.answer(json(200, [{ id: 'g', name: 'G' }, null, { name: 'no id' }]));
    const { client, log } = theirs();
    assert.equal((await listTestingGroups(client)).length, 1);
    const warnings = log.lines.filter((line) => line.startsWith('warn'));
    assert.match(warnings.join(), /2 rows of distribution\/v2\/testing-groups/);
  });

  it('the name of an organization is told, also one whose id must be encoded', async () => {
    const { id, name } = sandbox.organization();
    assert.equal(await organizationName(ours().client, id), name);
    raw.answer(json(200, { name: null }));
    assert.equal(await organizationName(theirs().client, '../a?b'), undefined);
    assert.equal(raw.requests[0]?.url, '/identity/v1/organizations/..%2Fa%3Fb');
  });
});
