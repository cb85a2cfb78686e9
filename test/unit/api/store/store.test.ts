import { strict as assert } from 'node:assert';
import { listStoreProfiles } from '../../../../src/api/store/storeProfiles';
import { listStoreVersions } from '../../../../src/api/store/storeVersions';
import { suggestedAppFileName } from '../../../../src/api/files/appFileName';
import { storeDownloadLink } from '../../../../src/api/store/storeDownload';
import {
  deleteStoreVersion,
  publishStoreVersion,
  unpublishStoreVersion,
} from '../../../../src/api/store/storeWrites';
import { startClientFixture, type ClientFixture } from '../clientFixture';
import { clientOf } from '../fakeClient';
import { quickTasks } from '../quickTasks';
import { json, RawServer } from '../transport/rawServer';
import { failing } from '../transport/transportFixture';

describe('the Enterprise App Store', () => {
  let fixture: ClientFixture;
  let raw: RawServer;
  before(async () => {
    [fixture, raw] = await Promise.all([startClientFixture(), RawServer.start()]);
  });
  after(() => Promise.all([fixture.sandbox.close(), raw.close()]));
  beforeEach(() => {
    fixture.calm();
    fixture.sandbox.store.reset();
  });
  const theirs = () => clientOf(raw.origin).client;
  const crew = async () => {
    const profiles = await listStoreProfiles(fixture.client);
    const profile = profiles.find(({ name }) => name === 'Harbor Crew') ?? assert.fail();
    return { profileId: profile.id, versions: await listStoreVersions(fixture.client, profile.id) };
  };
  /** `3.1.0 live`, as the server has them now. */
  const channels = async () =>
    (await crew()).versions.map(({ version, channel }) => `${version ?? ''} ${channel ?? '-'}`);

  it('has profiles by name, and their versions of every channel, newest first', async () => {
    const profiles = await listStoreProfiles(fixture.client);
    assert.deepEqual(
      profiles.map(({ name, version }) => [name.slice(0, 14), version]),
      [
        ['Empty $(packag', undefined],
        ['Harbor Crew', '3.2.0'],
        ['Harbor Scanner', '1.8.0'],
        ['Vardiya Çizelg', '0.9.1'],
      ],
    );
    assert.deepEqual(await channels(), ['3.2.0 -', '3.1.4 beta', '3.1.3 -', '3.1.0 live', '3.0.9 -']);
    const [newest] = (await crew()).versions;
    assert.equal(newest?.platform, 'ios');
    assert.equal(typeof newest.createdAt, 'number');
    assert.equal(fixture.asked()[0], 'GET /store/v2/profiles');
  });

  for (const envelope of ['data', 'items', 'named', 'nested'] as const) {
    it(`R21: come in the envelope ${envelope} as well`, async () => {
      fixture.sandbox.setMode({ envelope });
      assert.equal((await crew()).versions.length, 5);
    });
  }

  it('R21: of odd rows as much is read as can be', async () => {
    raw.answer(
      json(200, [
        { id: 'a', publishType: '2', platformType: 0, fileName: 'X.APK', versionCode: 7 },
        { id: 'b', publishType: 'Beta', createDate: 'x' },
        { id: 'c', publishType: 9, version: null, fileSize: '1' },
        { name: 'no id' },
      ]),
    );
    const rows = await listStoreVersions(theirs(), 'p');
    assert.deepEqual(
      rows.map(({ id, channel, platform, code }) => [id, channel, platform, code]),
      [
        ['a', 'live', 'android', '7'],
        ['b', 'beta', 'unknown', undefined],
        ['c', undefined, 'unknown', undefined],
      ],
    );
    raw.answer(json(200, [{ id: 'p' }, { name: 'no id' }]));
    const [profile] = await listStoreProfiles(theirs());
    assert.deepEqual([profile?.name, profile?.downloads, profile?.publishedAt], ['p', undefined, undefined]);
  });

  it('a version that is published takes the place of the one in its channel, with its texts', async () => {
    const { profileId, versions } = await crew();
    const [first] = versions;
    const id = { profileId, versionId: first?.id ?? '' };
    const texts = { summary: 'Faster', releaseNotes: 'One\nTwo' };
    await publishStoreVersion(fixture.client, id, { channel: 'live', ...texts });
    assert.deepEqual(await channels(), ['3.2.0 live', '3.1.4 beta', '3.1.3 -', '3.1.0 -', '3.0.9 -']);
    const published = (await crew()).versions[0];
    assert.deepEqual([published?.summary, published?.releaseNotes], ['Faster', 'One\nTwo']);
    const sent = fixture.sandbox.requests().find(({ method }) => method === 'PATCH');
    assert.match(sent?.query ?? '', /action=publish$/);
    assert.deepEqual(sent?.bodyFields, ['summary', 'releaseNotes', 'publishType']);
    await unpublishStoreVersion(fixture.client, id);
    assert.equal((await channels())[0], '3.2.0 -');
  });

  it('one that is not published is deleted in a task, one that is not at all', async () => {
    const { profileId, versions } = await crew();
    const [first, beta] = versions;
    await deleteStoreVersion(
      fixture.client,
      { profileId, versionId: first?.id ?? '' },
      undefined,
      quickTasks,
    );
    assert.equal((await crew()).versions.length, 4);
    await failing(
      deleteStoreVersion(fixture.client, { profileId, versionId: beta?.id ?? '' }, undefined, quickTasks),
      'invalidInput',
      { status: 400 },
    );
  });

  it('a link to the file is asked for as clients do, and the file has a name', async () => {
    const { profileId, versions } = await crew();
    const [version = assert.fail()] = versions;
    const link = await storeDownloadLink(fixture.client, { profileId, versionId: version.id });
    assert.ok(fixture.sandbox.secrets().storageSignatures.some((signature) => link.includes(signature)));
    assert.equal(suggestedAppFileName(version), 'HarborCrew-3.2.0.ipa');
    assert.equal(suggestedAppFileName({ ...version, fileName: '../../a\u202E.apk' }).includes('/'), false);
  });

  it('viewers read, operators write too, and external ones add and delete (api/README 17.1)', async () => {
    const { profileId, versions } = await crew();
    const id = { profileId, versionId: versions[0]?.id ?? '' };
    const viewer = await fixture.as('harbor-viewer');
    const publication = { channel: 'beta', summary: '', releaseNotes: '' } as const;
    assert.equal((await listStoreVersions(viewer, profileId)).length, 5);
    await failing(publishStoreVersion(viewer, id, publication), 'forbidden');
    await failing(storeDownloadLink(viewer, id), 'forbidden');
    await failing(deleteStoreVersion(viewer, id), 'forbidden');
    await publishStoreVersion(await fixture.as('harbor-ci'), id, publication);
    assert.equal((await channels())[0], '3.2.0 beta');
    const external = await fixture.as('harbor-external');
    const unpublished = { profileId, versionId: versions[2]?.id ?? '' };
    await failing(publishStoreVersion(external, unpublished, publication), 'forbidden');
    assert.match(await storeDownloadLink(external, unpublished), /^http/);
    await deleteStoreVersion(external, unpublished, undefined, quickTasks);
  });
});
