/**
 * The requests that Appcircle's own command line, 2.7.3, makes for `testing-distribution upload`, `profile create`,
 * `profile settings auto-send` and the commands of testing groups, sent again in their order. What it reads of each
 * answer is checked, and that the extension and the command line see what the other did.
 */
import { strict as assert } from 'node:assert';
import { randomBytes } from 'node:crypto';
import { listVersions } from '../../../src/api/distribution/appVersions';
import { listProfiles, type DistributionProfile } from '../../../src/api/distribution/profiles';
import { setTestingGroups } from '../../../src/api/distribution/profileWrites';
import { listTestingGroups } from '../../../src/api/testingGroups/testingGroups';
import { addTesters, createGroup } from '../../../src/api/testingGroups/testingGroupWrites';
import { newUpload } from '../../../src/api/upload/runUpload';
import { distributionTarget } from '../../../src/api/upload/uploadTarget';
import { MemoryFile } from '../api/upload/memoryFile';
import { startUploadFixture, type UploadFixture } from '../api/upload/uploadFixture';
import type { Row } from './client';
import { OfficialCli, tokenOf, type CliFile, type CliResponse } from './officialCli';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Of a task, as the command line tells them apart: it waits at the one, is content with the other. */
const begun = 1;
const completed = 3;

describe("sandbox: Appcircle's command line 2.7.3 and the extension", () => {
  let fixture: UploadFixture;
  let cli: OfficialCli;
  let token: string;
  before(async () => {
    fixture = await startUploadFixture();
    cli = new OfficialCli(fixture.sandbox);
    token = tokenOf(await cli.pat(fixture.sandbox.personalAccessKey));
  });
  after(() => fixture.sandbox.close());
  beforeEach(() => {
    fixture.calm();
  });

  const parsed = ({ status, body }: CliResponse): unknown => {
    assert.equal(status, 200, body);
    return JSON.parse(body);
  };
  const json = (reply: CliResponse): Row => parsed(reply) as Row;
  const named = async (path: string, name: string): Promise<Row> => {
    const rows = parsed(await cli.get(path, token)) as Row[];
    const row = rows.find((one) => one['name'] === name);
    assert.ok(row, `${name} is not in ${path}`);
    return row;
  };
  const profiles = 'distribution/v2/profiles';
  const groups = 'distribution/v2/testing-groups';
  const createProfile = async (name: string): Promise<string> => {
    const created = json(await cli.write('POST', 'distribution/v1/profiles', token, { name }));
    assert.match(String(created['id']), guid);
    return String(created['id']);
  };
  const versionsOf = async (id: string): Promise<Row[]> =>
    json(await cli.get(`${profiles}/${id}`, token))['appVersions'] as Row[];
  const ourProfile = async (id: string): Promise<DistributionProfile | undefined> =>
    (await listProfiles(fixture.client)).find((profile) => profile.id === id);

  /** All of `upload --distProfile … --app … --message …`: the state of the task at its end. */
  async function upload(profileName: string, file: CliFile, message: string): Promise<number> {
    const id = String((await named(profiles, profileName))['id']);
    const versions = `distribution/v1/profiles/${id}/app-versions`;
    const information = json(await cli.uploadInformation(id, file, token));
    const stored = await cli.toStorage(information, file);
    assert.ok(stored.status >= 200 && stored.status < 300, stored.body);
    const { fileId } = information;
    const commit = `${versions}?action=commitFileUpload`;
    const { taskId } = json(await cli.write('POST', commit, token, { fileId, fileName: file.name }));
    const state = async (): Promise<number> =>
      Number(json(await cli.get(`task/v1/tasks/${String(taskId)}`, token))['stateValue']);
    let reached = await state();
    while (reached === begun) {
      reached = await state();
    }
    if (reached === completed) {
      const version = String((await versionsOf(id))[0]?.['id']);
      const change = `${versions}/${version}?action=updateMessage`;
      json(await cli.write('PATCH', change, token, { message }));
    }
    return reached;
  }

  for (const mode of ['put', 'post', 'old'] as const) {
    it(`what the command line uploads is seen by the extension, with its notes (${mode})`, async () => {
      const name = `CLI ${mode}`;
      const id = await createProfile(name);
      fixture.calm();
      fixture.sandbox.setMode({ upload: mode });
      const file = { name: 'Dinghy-3.1.4.apk', content: randomBytes(150_000) };
      assert.equal(await upload(name, file, 'Fixes the tiller, “ü” & "more"'), completed);

      const v1 = `/distribution/v1/profiles/${id}/app-versions`;
      const { fileId } = fixture.sandbox.uploads().at(-1)!;
      const requests = fixture.sandbox.requests();
      const task = requests.find(({ path }) => path.startsWith('/task/'))?.path ?? '';
      const [{ id: versionId } = { id: '' }] = fixture.sandbox.versions(id);
      assert.deepEqual(
        requests.map(({ method, path, status }) => `${method} ${path} ${status}`),
        [
          'GET /distribution/v2/profiles 200',
          `GET ${v1} 200`,
          mode === 'post' ? 'POST /incoming 204' : `PUT /incoming/${fileId} 200`,
          `POST ${v1} 200`,
          ...Array<string>(3).fill(`GET ${task} 200`),
          `GET /distribution/v2/profiles/${id} 200`,
          `PATCH ${v1}/${versionId} 200`,
        ],
      );
      assert.equal(requests[1]?.query, 'action=uploadInformation&fileSize=150000&fileName=Dinghy-3.1.4.apk');
      assert.deepEqual(requests[2]?.authorization, null);

      assert.deepEqual((await ourProfile(id))?.versions, { android: '3.1.4' });
      assert.deepEqual(
        (await listVersions(fixture.client, id)).map((version) => [
          version.platform,
          version.fileName,
          version.fileSize,
          version.releaseNotes,
        ]),
        [['android', file.name, file.content.length, 'Fixes the tiller, “ü” & "more"']],
      );
    });
  }

  it('what the extension uploads is seen by the command line', async () => {
    const id = await createProfile('Both');
    await upload('Both', { name: 'Dinghy-4.0.0.ipa', content: randomBytes(900) }, 'By the command line');
    const file = new MemoryFile('Dinghy-4.1.0.ipa', randomBytes(1000));
    const end = await fixture.run(
      newUpload({ target: distributionTarget(id), file, releaseNotes: 'By the extension' }),
    );
    assert.equal(end.kind, 'done');

    const listed = await named(profiles, 'Both');
    assert.equal(listed['iOSVersion'], '4.1.0');
    // It takes the first for the newest: the date that it sorts by is in no answer.
    const versions = await versionsOf(id);
    assert.deepEqual(
      versions.map(({ fileName, message }) => [fileName, message]),
      [
        ['Dinghy-4.1.0.ipa', 'By the extension'],
        ['Dinghy-4.0.0.ipa', 'By the command line'],
      ],
    );
    assert.match(String(versions[0]?.['id']), guid);
  });

  it('a name that ends at its # when it is announced is whole when it is committed', async () => {
    const id = await createProfile('Strange');
    fixture.sandbox.clearRequests();
    const name = 'Dinghy Beta #2 & ü+-4.1.0.ipa';
    assert.equal(await upload('Strange', { name, content: randomBytes(70) }, 'A strange name'), completed);
    assert.equal(
      fixture.sandbox.requests()[1]?.query,
      'action=uploadInformation&fileSize=70&fileName=Dinghy%20Beta%20',
    );
    assert.deepEqual(
      (await listVersions(fixture.client, id)).map(({ fileName }) => fileName),
      [name],
    );
  });

  it('a version that is there already: the task ends in neither of its two states, and there is no version', async () => {
    const id = await createProfile('Twice');
    const state = await upload('Twice', { name: 'dup-1.0.0.apk', content: randomBytes(50) }, 'Never written');
    assert.ok(state !== begun && state !== completed);
    assert.deepEqual(await listVersions(fixture.client, id), []);
  });

  it('groups and auto-send of the command line are seen by the extension', async () => {
    const id = await createProfile('Sent');
    const created = json(await cli.write('POST', groups, token, { name: 'CLI Crew' }));
    assert.equal(created['name'], 'CLI Crew');
    const groupId = String((await named(groups, 'CLI Crew'))['id']);
    const testers = `${groups}/${groupId}/testers`;
    const ours = async () => (await listTestingGroups(fixture.client)).find((group) => group.id === groupId);
    assert.equal((await cli.write('POST', testers, token, ['mate@example.dev'])).status, 204);
    const seen = json(await cli.get(`${groups}/${groupId}`, token));
    assert.deepEqual([seen['name'], seen['testers']], ['CLI Crew', ['mate@example.dev']]);
    assert.ok(seen['createDate']);
    assert.deepEqual((await ours())?.testers, ['mate@example.dev']);

    json(await cli.write('PATCH', `${profiles}/${id}`, token, { testingGroupIds: [groupId] }));
    assert.deepEqual((await ourProfile(id))?.testingGroupIds, [groupId]);

    assert.equal((await cli.write('DELETE', testers, token, ['mate@example.dev'])).status, 204);
    assert.deepEqual((await ours())?.testers, []);
    assert.equal((await cli.write('DELETE', `${groups}/${groupId}`, token)).status, 204);
    assert.equal(await ours(), undefined);
    assert.deepEqual((await ourProfile(id))?.testingGroupIds, []);
  });

  it('groups and auto-send of the extension are seen by the command line', async () => {
    const id = await createProfile('Ours');
    const { id: groupId } = await createGroup(fixture.client, 'Extension Crew');
    await addTesters(fixture.client, groupId, ['bosun@example.dev']);
    await setTestingGroups(fixture.client, id, [groupId]);
    assert.deepEqual((await named(groups, 'Extension Crew'))['id'], groupId);
    const seen = json(await cli.get(`${groups}/${groupId}`, token));
    assert.deepEqual(seen['testers'], ['bosun@example.dev']);
    // "Enabled" in its table.
    assert.deepEqual((await named(profiles, 'Ours'))['testingGroupIds'], [groupId]);
  });
});
