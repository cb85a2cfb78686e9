/**
 * The requests that Appcircle's own command line, 2.7.3, makes for `publish profile version upload` (with a mark as
 * release candidate), `enterprise-app-store version upload-for-profile`, `upload-without-profile`, `publish`, `unpublish`,
 * `download-link` and `remove`, and `signing-identity certificate`, `keystore` and `provisioning-profile`, sent again in
 * their order. What it reads of each answer is checked, and that the extension sees what it did.
 */
import { strict as assert } from 'node:assert';
import { listPublishVersions } from '../../../src/api/publish/versions';
import { listIdentities } from '../../../src/api/signing/identities';
import { listStoreProfiles } from '../../../src/api/store/storeProfiles';
import { listStoreVersions } from '../../../src/api/store/storeVersions';
import { startClientFixture, type ClientFixture } from '../api/clientFixture';
import type { Row } from './client';
import { OfficialCli, tokenOf, type CliFile, type CliResponse } from './officialCli';

/** Of a task, as the command line tells them apart. */
const begun = 1;
const completed = 3;

describe("sandbox: releases, by Appcircle's command line 2.7.3", () => {
  let fixture: ClientFixture;
  let cli: OfficialCli;
  let token: string;
  before(async () => {
    fixture = await startClientFixture({ profiles: 0, names: 'friendly' });
    cli = new OfficialCli(fixture.sandbox);
    token = tokenOf(await cli.pat(fixture.sandbox.personalAccessKey));
  });
  after(() => fixture.sandbox.close());
  beforeEach(() => {
    fixture.calm();
    fixture.sandbox.store.reset();
    fixture.sandbox.lists.signing.reset();
  });

  const parsed = ({ status, body }: CliResponse): unknown => {
    assert.equal(status, 200, body);
    return JSON.parse(body);
  };
  const row = (response: CliResponse): Row => parsed(response) as Row;
  const rows = async (path: string): Promise<Row[]> => parsed(await cli.get(path, token)) as Row[];
  const file = (name: string): CliFile => ({ name, content: Buffer.from(`the content of ${name}`) });
  /** What was asked, without ids. */
  const asked = () =>
    fixture.sandbox
      .requests()
      .map(({ method, path, query, status }) =>
        `${method} ${path}${query === '' ? '' : `?${query}`} ${status}`.replaceAll(
          /[\da-f]{8}-[\da-f-]{27}/g,
          '…',
        ),
      );

  /** All but what follows the end of its task. */
  async function upload(versions: string, app: CliFile, commitQuery = ''): Promise<void> {
    const information = row(await cli.uploadAddress(versions, app, token));
    const stored = await cli.toStorage(information, app);
    assert.ok(stored.status >= 200 && stored.status < 300, stored.body);
    const commit = `${versions}?action=commitFileUpload${commitQuery}`;
    const body = { fileId: information['fileId'], fileName: app.name };
    const { taskId } = row(await cli.write('POST', commit, token, body));
    let state = begun;
    while (state === begun) {
      state = Number(row(await cli.get(`task/v1/tasks/${String(taskId)}`, token))['stateValue']);
    }
    assert.equal(state, completed);
  }

  it('publish profile version upload --markAsRc --summary: what it uploads is a candidate with notes', async () => {
    const profileId = String((await rows('publish/v2/profiles/ios'))[0]?.['id']);
    fixture.sandbox.clearRequests();
    await upload(`publish/v1/profiles/ios/${profileId}/app-versions`, file('HarborNotes-2.6.0.ipa'));
    const versions = `publish/v2/profiles/ios/${profileId}/app-versions`;
    const [newest] = await rows(versions);
    const version = `${versions}/${String(newest?.['id'])}`;
    await cli.write('PATCH', `${version}?action=releaseCandidate`, token, { ReleaseCandidate: true });
    row(await cli.write('PATCH', `${version}?action=releaseNotes`, token, { summary: 'Faster “start”' }));
    assert.deepEqual(
      asked().filter((line) => !line.startsWith('GET /task/')),
      [
        'GET /publish/v1/profiles/ios/…/app-versions?action=uploadInformation&fileSize=36&fileName=HarborNotes-2.6.0.ipa 200',
        'PUT /incoming/…?signature=*** 200',
        'POST /publish/v1/profiles/ios/…/app-versions?action=commitFileUpload 200',
        'GET /publish/v2/profiles/ios/…/app-versions 200',
        'PATCH /publish/v2/profiles/ios/…/app-versions/…?action=releaseCandidate 200',
        'PATCH /publish/v2/profiles/ios/…/app-versions/…?action=releaseNotes 200',
      ],
    );
    const [seen] = await listPublishVersions(fixture.client, { platform: 'ios', profileId });
    assert.deepEqual([seen?.version, seen?.isCandidate, seen?.notes], ['2.6.0', true, 'Faster “start”']);
    const link = parsed(await cli.get(`${version}?action=download`, token));
    assert.match(String(link), /^http/);
    assert.ok(row(await cli.write('DELETE', version, token))['taskId']);
  });

  it('enterprise-app-store version: uploaded with a profile and without, published, unpublished and removed', async () => {
    const store = 'store/v1/profiles/app-versions';
    const profile = (await rows('store/v2/profiles')).find(({ name }) => name === 'Harbor Crew');
    const profileId = String(profile?.['id']);
    await upload(store, file('HarborCrew-3.3.0.ipa'), `&createNewProfile=false&profileId=${profileId}`);
    await upload(store, file('HarborPilot-1.0.0.apk'), '&createNewProfile=true');
    const names = (await listStoreProfiles(fixture.client)).map(({ name }) => name);
    assert.ok(
      names.some((name) => name.startsWith('HarborPilot')),
      names.join(),
    );

    const versions = `store/v2/profiles/${profileId}/app-versions`;
    const version = `${versions}/${String((await rows(versions))[0]?.['id'])}`;
    const texts = { summary: 'Faster', releaseNotes: 'One', publishType: '2' };
    row(await cli.write('PATCH', `${version}?action=publish`, token, texts));
    const newest = async () => (await listStoreVersions(fixture.client, profileId))[0];
    assert.deepEqual([(await newest())?.version, (await newest())?.channel], ['3.3.0', 'live']);
    assert.equal((await rows(`${versions}?publishtype=Live`)).length, 1);
    assert.match(String(parsed(await cli.get(`${version}?action=download`, token))), /^http/);
    row(await cli.write('PATCH', `${version}?action=unpublish`, token, {}));
    assert.equal((await newest())?.channel, undefined);
    assert.ok(row(await cli.write('DELETE', version, token))['taskId']);
  });

  it('signing-identity: certificates, keystores and profiles are uploaded, listed and removed', async () => {
    const root = 'signing-identity';
    const p12 = { ...file('Harbor.p12'), type: 'application/x-pkcs12' };
    row(
      await cli.form(
        `${root}/v2/certificates`,
        [
          ['binary', p12],
          ['password', 'right'],
        ],
        token,
      ),
    );
    const jks = { ...file('upload.jks'), type: 'application/octet-stream' };
    const passwords = [
      ['KeystorePassword', 'right'],
      ['AliasPassword', 'other'],
    ] as const;
    row(await cli.form(`${root}/v2/keystores/binary`, [['Binary', jks], ...passwords], token));
    const profile = { ...file('Harbor.mobileprovision'), type: 'application/octet-stream' };
    row(await cli.form(`${root}/v2/provisioning-profiles`, [['Binary', profile]], token));

    for (const [path, kind, name, fileField] of [
      ['v2/certificates', 'certificate', 'Harbor', 'filename'],
      ['v2/keystores', 'keystore', 'upload', 'fileName'],
      ['v2/provisioning-profiles', 'provisioningProfile', 'Harbor', 'filename'],
    ] as const) {
      const added = (await rows(`${root}/${path}`)).find((one) => one['name'] === name);
      assert.ok(added?.['expireDate'] && added[fileField], path);
      assert.ok((await listIdentities(fixture.client, kind)).some((one) => one.id === added['id']));
      const removal = path.startsWith('v2/prov') ? 'v1/provisioning-profiles' : path;
      const removed = await cli.write('DELETE', `${root}/${removal}/${String(added['id'])}`, token);
      assert.ok(removed.status < 300, removed.body);
      assert.ok(!(await listIdentities(fixture.client, kind)).some((one) => one.id === added['id']));
    }
    assert.ok((await rows(`${root}/v1/csr`)).length > 0);
    const refused = await cli.form(
      `${root}/v2/keystores/binary`,
      [
        ['Binary', jks],
        ['KeystorePassword', 'wrong'],
      ],
      token,
    );
    assert.equal(refused.status, 400);
  });
});
