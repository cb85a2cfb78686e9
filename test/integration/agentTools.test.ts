import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { appOf } from '../sandbox/data/apps';
import { until } from '../vscode/until';
import { aProfile } from './distribution/aProfile';
import { UserFixture, signInAndSettle, signOutOfAll } from './support/userFixture';
import { asUsual, control, forgetRequests, requests, sandbox } from './support/sandbox';

type Json = Record<string, unknown>;

describe('tools that an agent reads the API with, and uploads', () => {
  let user: UserFixture;
  let app: string;
  const answers: string[] = [];

  /** As any extension may run it: without a chat. */
  const run = async (name: string, input: object): Promise<Json> => {
    const { content } = await vscode.lm.invokeTool(`appcircle_${name}`, {
      input,
      toolInvocationToken: undefined,
    });
    const [{ value }] = content as [vscode.LanguageModelTextPart];
    answers.push(value);
    return JSON.parse(value) as Json;
  };
  before(async function () {
    const lm = vscode.lm as Partial<typeof vscode.lm> | undefined;
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    if (!lm?.invokeTool || !folder) {
      this.skip();
    }
    app = path.join(folder.uri.fsPath, 'Agent 1.0.ipa');
    await writeFile(app, appOf('of an agent'));
    user = new UserFixture();
    await asUsual();
    await control('mode', { upload: 'put', taskPolls: 0, storageBytesPerSecond: 0 });
    await signInAndSettle(user, sandbox.personalAccessKey);
    user.chooses = (labels) => labels.find((label) => label === 'Local Tools with Writing');
    user.presses = 'Allow Writing';
    await vscode.commands.executeCommand('appcircle.toggleAiTools');
    user.chooses = user.presses = undefined;
    // The editor shows a tool a moment before what runs it is loaded.
    await until('the tools', () =>
      run('findOperation', { query: 'x' }).then(
        () => true,
        () => false,
      ),
    );
  });

  after(async () => {
    await control('mode', { upload: 'put', taskPolls: 2, storageBytesPerSecond: 0 });
    await signOutOfAll(user);
    user.leave();
    await rm(app, { force: true });
  });

  const items = (value: unknown) => (value as { items: Json[] }).items;

  it('R69, R72, R73: find an operation, call it, upload once a person said yes, and tell who got the version', async () => {
    const { id: profile, name } = await aProfile();
    const [found] = items(
      (await run('findOperation', { query: 'get a distribution profile' }))['operations'],
    );
    assert.equal(found?.['canRead'], true);
    const [parameter] = items(found['parameters']);
    const values = { [String(parameter?.['name'])]: profile };
    await forgetRequests();
    const read = await run('callReadOperation', { operation: found['operation'], values, filter: '$.id' });
    assert.deepEqual([read['status'], read['response']], [200, { text: JSON.stringify(profile) }]);
    assert.deepEqual(await requests(), [`GET /distribution/v2/profiles/${profile} 200`]);
    await assert.rejects(
      run('callReadOperation', { operation: found['operation'], values: { x: '../..' } }),
      /x/,
    );

    const upload = { file: 'Agent 1.0.ipa', profile, releaseNotes: 'By an agent' };
    await forgetRequests();
    user.questions.length = 0;
    await assert.rejects(run('uploadVersion', upload), /declined/);
    assert.ok((await requests()).every((line) => line.startsWith('GET ')));
    user.presses = 'Upload';
    assert.equal((await run('uploadVersion', upload))['uploaded'], true);
    user.presses = undefined;
    for (const { message, detail } of user.questions) {
      assert.equal(message, `Upload Agent 1.0.ipa to ${name}?`);
      assert.match(detail, /Organization: Harbor Labs[^]*notified[^]*By an agent/);
    }
    assert.equal(user.questions.length, 2);

    const version = (await run('getVersion', { profile: name }))['version'] as Json;
    assert.deepEqual(
      [version['file'], version['releaseNotes'], version['shared']],
      [{ text: 'Agent 1.0.ipa' }, { text: 'By an agent' }, false],
    );
    const secrets = Object.values((await control('secrets')) as Record<string, string[]>).flat();
    for (const answer of answers) {
      assert.ok(Buffer.byteLength(answer) <= 20_000);
      assert.ok(!secrets.some((secret) => answer.includes(secret)));
    }
  });
});
