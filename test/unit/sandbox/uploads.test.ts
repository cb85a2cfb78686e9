/** The way of a file into a profile: where it goes, storage, commit, task. */
import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { Client, type TestResponse, type Row } from './client';
import { sendFile } from './sendFile';

const versions = '/distribution/v1/profiles/{profileId}/app-versions';
const file = Buffer.from('the bytes of an app\r\n--\r\n\0\xff', 'latin1');

describe('sandbox: uploads', () => {
  let sandbox: Sandbox;
  let client: Client;
  let token: string;
  let profileId: string;
  beforeEach(async () => {
    sandbox = await startSandbox({ profiles: 6 });
    client = new Client(sandbox);
    token = await client.token();
    profileId = sandbox.profiles().find(({ name }) => name === 'Harbor Notes Beta')?.id ?? '';
  });
  afterEach(() => sandbox.close());

  const ask = async (query: string, as = token): Promise<TestResponse> =>
    client.get(`/distribution/v1/profiles/${profileId}/app-versions?${query}`, as, versions);
  const inform = async (fileName = 'Harbor-7.1.0.ipa', fileSize = file.length): Promise<Row> =>
    (
      await ask(`action=uploadInformation&fileSize=${fileSize}&fileName=${encodeURIComponent(fileName)}`)
    ).json();
  const commit = async (body: unknown, as = token): Promise<TestResponse> =>
    client.send(
      'POST',
      `/distribution/v1/profiles/${profileId}/app-versions?action=commitFileUpload`,
      as,
      body,
      versions,
    );
  const poll = async (taskId: unknown): Promise<unknown> =>
    (await client.get(`/task/v1/tasks/${String(taskId)}`, token, '/task/v1/tasks/{taskId}')).json()[
      'stateValue'
    ];
  /** Commits, and polls until the task is over: its last state. */
  const outcome = async (body: Row): Promise<unknown> => {
    const { taskId } = (await commit(body)).json();
    let state = await poll(taskId);
    for (let left = 5; state === 1 && left > 0; left -= 1) {
      state = await poll(taskId);
    }
    return state;
  };

  it('say where the file goes: by PUT, by a form, or as older servers do', async () => {
    const put = await inform();
    assert.deepEqual(put['configuration'], { httpMethod: 'PUT', signParameters: null });
    assert.ok(String(put['uploadUrl']).startsWith(`${sandbox.storageEndpoint}/`));
    sandbox.setMode({ upload: 'post' });
    const { httpMethod, signParameters } = (await inform())['configuration'] as Row;
    assert.equal(httpMethod, 'POST');
    assert.deepEqual(Object.keys(signParameters as Row), [
      'key',
      'policy',
      'x-amz-algorithm',
      'x-amz-signature',
    ]);
    sandbox.setMode({ upload: 'old' });
    assert.deepEqual(Object.keys(await inform()).sort(), ['fileId', 'uploadUrl']);
  });

  it('are refused before the first byte: too large, no name, no size, unknown action, a viewer', async () => {
    const limit = 3 * 1024 ** 3;
    const tooLarge = await ask(`action=uploadInformation&fileSize=${limit + 1}&fileName=a.ipa`);
    assert.equal(tooLarge.status, 400);
    assert.match(String(tooLarge.json()['message']), /too large/);
    assert.equal((await ask(`action=uploadInformation&fileSize=${limit}&fileName=a.ipa`)).status, 200);
    for (const query of [
      'action=uploadInformation&fileSize=1',
      'action=uploadInformation&fileName=a',
      'action=x',
      '',
    ]) {
      assert.equal((await ask(query)).status, 400);
    }
    const viewer = await client.token(sandbox.account('harbor-viewer'));
    assert.equal((await ask('action=uploadInformation&fileSize=1&fileName=a.ipa', viewer)).status, 403);
    assert.equal((await commit({ fileId: 'x', fileName: 'a.ipa' }, viewer)).status, 403);
  });

  for (const upload of ['put', 'post', 'old'] as const) {
    it(`make a new version of the profile when the task is over (${upload})`, async () => {
      sandbox.setMode({ upload });
      const before = sandbox.versions(profileId);
      const information = await inform();
      assert.ok((await sendFile(information, file)) < 300);
      const [sent] = sandbox.uploads();
      assert.deepEqual(sent?.attempts, [
        {
          method: upload === 'post' ? 'POST' : 'PUT',
          bytes: file.length,
          state: 'stored',
          sha256: createHash('sha256').update(file).digest('hex'),
        },
      ]);
      const { fileId } = information;
      const body = { fileId, fileName: 'Harbor-7.1.0.ipa', message: 'Line one\nLine two', customTag: 'rc' };
      const { taskId } = (await commit(body)).json();
      assert.deepEqual([await poll(taskId), await poll(taskId)], [1, 1]);
      assert.deepEqual(sandbox.versions(profileId), before);
      assert.deepEqual([await poll(taskId), await poll(taskId)], [3, 3]);
      const [added, ...others] = sandbox.versions(profileId);
      assert.deepEqual(others, before);
      assert.deepEqual(
        [
          added?.version,
          added?.platformType,
          added?.fileSize,
          added?.message,
          added?.customTag,
          added?.fileName,
        ],
        ['7.1.0', 1, file.length, 'Line one\nLine two', 'rc', 'Harbor-7.1.0.ipa'],
      );
      const profile = sandbox.profiles().find(({ id }) => id === profileId);
      assert.deepEqual([profile?.iOSVersion, profile?.lastAppVersionId], ['7.1.0', added?.id]);
    });
  }

  it('are newer than what is there even when the clock is behind, and have a number of their own', async () => {
    sandbox.clock.offsetSeconds = -300 * 86_400;
    const [before] = sandbox.versions(profileId);
    const { fileId, ...information } = await inform('app.aab');
    await sendFile({ fileId, ...information }, file);
    assert.equal(await outcome({ fileId, fileName: 'app.aab' }), 3);
    const [added] = sandbox.versions(profileId);
    assert.ok(String(added?.createDate) > String(before?.createDate));
    assert.deepEqual([added?.platformType, added?.fileType], [2, 3]);
    assert.match(String(added?.version), /^\d+\.\d+\.\d+$/);
  });

  it('fail as a task: a version that is there, nothing stored, half of it stored, no app', async () => {
    const rows = sandbox.versions(profileId);
    const nothing = await inform();
    assert.equal(await outcome({ fileId: nothing['fileId'], fileName: 'a.ipa' }), 2);
    const half = await inform('a.ipa', file.length * 2);
    await sendFile(half, file);
    assert.equal(await outcome({ fileId: half['fileId'], fileName: 'a.ipa' }), 2);
    const whole = await inform();
    await sendFile(whole, file);
    for (const fileName of ['a.zip', 'a', 'App-Dup.ipa']) {
      assert.equal(await outcome({ fileId: whole['fileId'], fileName }), 2);
    }
    assert.deepEqual(sandbox.versions(profileId), rows);
    assert.equal(await outcome({ fileId: whole['fileId'], fileName: 'a.ipa' }), 3);
    assert.equal(await outcome({ fileId: whole['fileId'], fileName: 'a.ipa' }), 2);
    assert.equal(sandbox.versions(profileId).length, rows.length + 1);
  });

  it('are committed to the profile that they were announced for, and to no other', async () => {
    const { fileId } = await inform();
    const other = sandbox.profiles().find(({ id }) => id !== profileId)?.id ?? '';
    profileId = other;
    assert.equal((await commit({ fileId, fileName: 'a.ipa' })).status, 400);
    assert.equal((await commit({ fileName: 'a.ipa' })).status, 400);
  });

  it('have tasks that only their organization sees', async () => {
    const { fileId } = await inform();
    const { taskId } = (await commit({ fileId, fileName: 'a.ipa' })).json();
    const foreign = await client.token(sandbox.account('northwind-owner'));
    const template = '/task/v1/tasks/{taskId}';
    assert.equal((await client.get(`/task/v1/tasks/${String(taskId)}`, foreign, template)).status, 404);
    assert.equal((await client.get('/task/v1/tasks/nope', token, template)).status, 400);
    sandbox.setMode({ taskPolls: 0 });
    const { taskId: quick } = (await commit({ fileId, fileName: 'a.ipa' })).json();
    assert.equal(await poll(quick), 2);
  });

  it('are taken in one form as well, as older clients send it', async () => {
    const path = `${sandbox.apiEndpoint}/distribution/v2/profiles/${profileId}/app-versions`;
    const post = async (fields: readonly (readonly [string, string | Blob, string?])[], as = token) => {
      const body = new FormData();
      for (const [name, value, fileName] of fields) {
        if (typeof value === 'string') {
          body.append(name, value);
        } else {
          body.append(name, value, fileName);
        }
      }
      return fetch(path, { method: 'POST', body, headers: { authorization: `Bearer ${as}` } });
    };
    const whole = ['File', new Blob([file]), 'Harbor-7.2.0.apk'] as const;
    for (const fields of [[['Message', 'Notes'], whole], [whole]] as const) {
      const answer = await post(fields);
      assert.equal(answer.status, 200);
      const { taskId } = (await answer.json()) as Row;
      assert.deepEqual([await poll(taskId), await poll(taskId), await poll(taskId)], [1, 1, 3]);
    }
    assert.deepEqual(
      sandbox
        .versions(profileId)
        .slice(0, 2)
        .map((row) => [row.fileName, row.fileSize, row.message]),
      [
        ['Harbor-7.2.0.apk', file.length, null],
        ['Harbor-7.2.0.apk', file.length, 'Notes'],
      ],
    );
    assert.equal(
      sandbox.uploads().at(-1)?.attempts[0]?.sha256,
      createHash('sha256').update(file).digest('hex'),
    );
    assert.equal((await post([['Message', 'Notes']])).status, 400);
    assert.equal((await post([['File', new Blob([]), 'a.apk']])).status, 400);
    assert.equal((await post([whole], await client.token(sandbox.account('harbor-viewer')))).status, 403);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'multipart/form-data; boundary=x' };
    for (const body of [
      'no form',
      '--x\r\nContent-Disposition: form-data; name="File"\r\n\r\nends too early',
    ]) {
      assert.equal((await fetch(path, { method: 'POST', headers, body })).status, 400);
    }
  });

  it('can be asked for by control: what was taken, with its hash', async () => {
    const information = await inform();
    await sendFile(information, file);
    const { json } = await client.control('GET', 'uploads');
    assert.deepEqual(json, { uploads: JSON.parse(JSON.stringify(sandbox.uploads())) as unknown });
  });
});
