import { strict as assert } from 'node:assert';
import { getVersion, listVersions, updateReleaseNotes } from '../../../../src/api/distribution/appVersions';
import { startClientFixture, type ClientFixture } from '../clientFixture';
import { clientOf } from '../fakeClient';
import { json, RawServer } from '../transport/rawServer';
import { failing } from '../transport/transportFixture';

describe('app versions of a profile', () => {
  let fixture: ClientFixture;
  let raw: RawServer;
  before(async () => {
    [fixture, raw] = await Promise.all([startClientFixture(), RawServer.start()]);
  });
  after(() => Promise.all([fixture.sandbox.close(), raw.close()]));
  beforeEach(() => {
    fixture.calm();
  });
  const theirs = () => clientOf(raw.origin);
  const profile = () => `/distribution/v2/profiles/${fixture.profileId}`;

  for (const versionFields of ['createDate', 'createdAt'] as const) {
    it(`R21: come with the profile, newest first, spelled with ${versionFields}`, async () => {
      fixture.sandbox.setMode({ versionFields });
      const versions = await listVersions(fixture.client, fixture.profileId);
      const served = fixture.sandbox.versions(fixture.profileId);
      assert.ok(served.length > 2);
      assert.deepEqual(
        versions.map(({ id, fileSize, createdAt }) => [id, fileSize, createdAt]),
        served.map(({ id, fileSize, createDate }) => [id, fileSize, Date.parse(createDate ?? '')]),
      );
      assert.deepEqual(fixture.asked(), [`GET ${profile()}`]);
      assert.deepEqual(new Set(versions.map(({ platform }) => platform)), new Set(['ios', 'android']));
    });
  }

  it('R21: every version of the sandbox decodes, none is skipped, and all that was shared is told', async () => {
    for (const { id } of fixture.sandbox.profiles()) {
      const versions = await listVersions(fixture.client, id);
      const served = fixture.sandbox.versions(id);
      assert.equal(versions.length, served.length);
      for (const [at, { sharing, raw: kept }] of versions.entries()) {
        assert.equal(sharing.testers.length, served[at]?.appVersionTestings?.length);
        assert.ok(
          sharing.testers.every(({ tester, status }) => tester !== undefined && status !== undefined),
        );
        assert.deepEqual(kept, served[at]);
      }
    }
    assert.deepEqual(
      fixture.log.lines.filter((line) => line.startsWith('warn')),
      [],
    );
  });

  it('are sorted by their date, or left as they are where one of them has none', async () => {
    const old = { id: 'old', createDate: '2020-01-01T00:00:00Z' };
    const young = { id: 'young', createdAt: '2024-01-01T00:00:00Z' };
    const ids = async (appVersions: unknown[]) => {
      raw.answer(json(200, { id: 'p', appVersions }));
      return (await listVersions(theirs().client, 'p')).map(({ id }) => id);
    };
    assert.deepEqual(await ids([old, young]), ['young', 'old']);
    assert.deepEqual(await ids([old, { id: 'undated' }, young]), ['old', 'undated', 'young']);
    assert.deepEqual(await ids([]), []);
    assert.equal(raw.requests.length, 1, 'a profile without versions is believed');
  });

  it('are asked for by themselves where the profile does not have them', async () => {
    for (const list of [[{ id: 'v' }], { appVersions: [{ id: 'v' }] }, { data: { items: [{ id: 'v' }] } }]) {
      raw.answer((response, request, nth) => {
        json(200, nth === 1 ? { id: 'p', appVersions: null } : list)(response, request, nth);
      });
      assert.deepEqual(
        (await listVersions(theirs().client, 'p')).map(({ id }) => id),
        ['v'],
      );
      assert.deepEqual(
        raw.requests.map(({ url }) => url),
        ['/distribution/v2/profiles/p', '/distribution/v2/profiles/p/app-versions'],
      );
    }
    raw.answer(json(200, { data: { id: 'p', appVersions: [{ id: 'v' }] } }));
    assert.equal((await listVersions(theirs().client, 'p')).length, 1);
    assert.equal(raw.requests.length, 1);
  });

  it('R21, R23: odd rows are left out and counted in the log without their content; an id counts once', async () => {
    const rows = [{ id: 'v', version: '1' }, null, 7, { name: 'a private name' }, { id: 'v', version: '2' }];
    raw.answer(json(200, { id: 'p', appVersions: rows }));
    const { client, log } = theirs();
    assert.deepEqual(
      (await listVersions(client, 'p')).map(({ version }) => version),
      ['1'],
    );
    const warnings = log.lines.filter((line) => line.startsWith('warn'));
    assert.match(warnings.join(), /3 versions of distribution\/v2\/profiles\/p could not be read/);
    assert.doesNotMatch(log.lines.join(), /private/);
    raw.answer(json(200, { id: 'p', appVersions: { message: 'no list' } }));
    await failing(listVersions(client, 'p'), 'unreadableAnswer', { host: client.host });
  });

  it('one of them is asked for by its id', async () => {
    const [served] = fixture.sandbox.versions(fixture.profileId);
    const version = await getVersion(fixture.client, fixture.profileId, served?.id ?? '');
    assert.deepEqual(version.raw, served);
    await failing(getVersion(fixture.client, fixture.profileId, fixture.profileId), 'notFound');
    raw.answer(json(200, [{ id: 'v' }]));
    await failing(getVersion(theirs().client, 'p', 'v'), 'unreadableAnswer');
  });

  it('get other release notes, with lines in them', async () => {
    const { id = '' } = fixture.sandbox.versions(fixture.profileId)[1] ?? {};
    await updateReleaseNotes(fixture.client, fixture.profileId, id, 'One\n"two" ü');
    assert.equal((await getVersion(fixture.client, fixture.profileId, id)).releaseNotes, 'One\n"two" ü');
    const [write] = fixture.sandbox.requests();
    assert.deepEqual(
      [write?.method, write?.path, write?.query],
      ['PATCH', `/distribution/v1/profiles/${fixture.profileId}/app-versions/${id}`, 'action=updateMessage'],
    );
  });

  it('stay as they are for a viewer, who may read them all the same', async () => {
    const viewer = await fixture.as('harbor-viewer');
    const { id = '', message } = fixture.sandbox.versions(fixture.profileId)[0] ?? {};
    await failing(updateReleaseNotes(viewer, fixture.profileId, id, 'mine'), 'forbidden', { status: 403 });
    assert.equal((await getVersion(viewer, fixture.profileId, id)).releaseNotes, message ?? undefined);
  });

  it('T9: no id leads to another place', async () => {
    for (const id of ['', '.', '..', '\ud800']) {
      await failing(listVersions(fixture.client, id), 'invalidInput', { code: 'REFUSED_ID' });
      await failing(updateReleaseNotes(fixture.client, 'p', id, ''), 'invalidInput', { code: 'REFUSED_ID' });
    }
    assert.deepEqual(fixture.asked(), []);
    raw.answer(json(200, { id: 'v' }));
    await getVersion(theirs().client, '../a', 'b?c#d/e');
    assert.equal(raw.requests[0]?.url, '/distribution/v2/profiles/..%2Fa/app-versions/b%3Fc%23d%2Fe');
  });

  it('T5: are given up at the signal', async () => {
    const signal = AbortSignal.abort();
    await failing(listVersions(fixture.client, fixture.profileId, signal), 'cancelled');
    await failing(updateReleaseNotes(fixture.client, fixture.profileId, 'v', '', signal), 'cancelled');
    assert.deepEqual(fixture.asked(), []);
  });
});
