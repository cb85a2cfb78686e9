import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../vscode/until';
import { asUsual, forgetRequests, requests, sandbox } from './support/sandbox';
import { UserFixture, signIn, signOutOfAll } from './support/userFixture';

type Facts = Record<string, unknown>;

/** Tools of builds as another extension runs them: no chat asks for it (rule 15). */
describe('Tools of builds', () => {
  let user: UserFixture;

  before(async function () {
    if (!('invokeTool' in vscode.lm)) this.skip();
    user = new UserFixture();
    await asUsual();
    await signIn(user, sandbox.personalAccessKey);
    user.chooses = () => 'Local Tools with Writing';
    user.presses = 'Allow Writing';
    await vscode.commands.executeCommand('appcircle.toggleAiTools');
    user.chooses = undefined;
    user.presses = undefined;
    const input = { profile: 'Tidepool Banking', branch: 'main' };
    await until('the tools', () =>
      run('getBranchBuild', input).then(
        () => true,
        () => false,
      ),
    );
  });

  after(async () => {
    await signOutOfAll(user);
    user.leave();
  });

  const run = async (name: string, input: Facts): Promise<Facts> => {
    const result = await vscode.lm.invokeTool(`appcircle_${name}`, { input, toolInvocationToken: undefined });
    const [part] = result.content as vscode.LanguageModelTextPart[];
    assert.ok(part && Buffer.byteLength(part.value) <= 20_000);
    assert.ok(!part.value.includes('Sentinel'));
    return JSON.parse(part.value) as Facts;
  };
  const starts = async () => (await requests()).filter((line) => line.startsWith('POST /build/'));

  it('R69, R70, R72: a build is started after a yes alone, followed, and its log read', async () => {
    await forgetRequests();
    const input = { profile: 'Tidepool Banking', branch: 'main', workflow: 'Nightly' };
    const wish = { ...input, configuration: 'Default Configuration' };
    await assert.rejects(run('startBuild', wish), /declined/);
    assert.deepEqual(await starts(), []);
    user.presses = 'Start Build';
    const { started, queueItemId, commit } = await run('startBuild', wish);
    assert.equal(started, true);
    assert.equal((await starts()).length, 1);
    const { message, detail } = user.questions.at(-1) ?? assert.fail();
    assert.equal(message, 'Start a build of Tidepool Banking?');
    for (const name of ['main', 'Nightly', 'Default Configuration', 'Harbor Labs']) {
      assert.ok(detail.includes(name), detail);
    }

    const { build, at } = await run('getBranchBuild', { profile: 'Tidepool Banking', branch: 'main' });
    const { queueItemId: followed, isOver } = build as Facts;
    assert.deepEqual([followed, isOver], [queueItemId, false]);
    assert.ok(Math.abs(Date.parse(at as string) - Date.now()) < 60_000);

    const { commitId } = commit as Facts;
    const { found, build: read } = await run('readBuildLog', { queueItemId, commitId });
    assert.equal(typeof found, 'boolean');
    assert.equal((read as Facts)['isOver'], false);
  });
});
