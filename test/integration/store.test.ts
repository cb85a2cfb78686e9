import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../vscode/until';
import { asUsual, forgetRequests, requests, sandbox } from './support/sandbox';
import { signIn, signOutOfAll, UserFixture } from './support/userFixture';

const run = (command: string) => vscode.commands.executeCommand(`appcircle.${command}`);

describe('Enterprise App Store', () => {
  let user: UserFixture;

  before(async () => {
    user = new UserFixture();
    await asUsual();
    await forgetRequests();
    await signIn(user, sandbox.personalAccessKey);
  });

  after(async () => {
    // Shown, it would ask at each sign-in of the suites that follow.
    await vscode.commands.executeCommand('appcircle.store.removeView');
    await signOutOfAll(user);
    user.leave();
  });

  /** What was asked of the store since it was forgotten, without ids. */
  const asked = async () =>
    (await requests())
      .filter((line) => line.includes(' /store/'))
      .map((line) => line.replaceAll(/[0-9a-f-]{36}/g, '…'));

  it('R30: costs nothing until it is shown, and then one request', async () => {
    assert.deepEqual(await asked(), []);
    await vscode.commands.executeCommand('appcircle.store.focus');
    await until('the profiles', async () => (await asked()).some((line) => line.endsWith(' 200')));
    assert.deepEqual(await asked(), ['GET /store/v2/profiles 200']);
  });

  it('a version is published and unpublished after questions that name what changes, by keyboard alone', async () => {
    await forgetRequests();
    user.presses = ['Publish', 'Unpublish'];
    user.chooses = (labels) =>
      labels.find((label) => ['Vardiya Çizelgesi', '0.9.1 (300)', 'Beta'].includes(label));
    const publishing = run('publishStoreVersion');
    await user.submit('Shifts at a glance');
    await until('the release notes', async () => (await user.box()).prompt?.startsWith('Release notes'));
    await user.submit('');
    await publishing;
    await run('unpublishStoreVersion');
    assert.deepEqual(
      user.questions.map(({ message, detail }) => `${message} ${detail.split('\n')[0] ?? ''}`),
      [
        'Publish 0.9.1 (300) of Vardiya Çizelgesi to Beta? No version is published there now.',
        'Unpublish 0.9.1 (300) of Vardiya Çizelgesi from Beta? Users can no longer download it. No other version takes its place.',
      ],
    );
    const writes = (await asked()).filter((line) => !line.startsWith('GET'));
    assert.deepEqual(writes, [
      'PATCH /store/v2/profiles/…/app-versions/… 200',
      'PATCH /store/v2/profiles/…/app-versions/… 200',
    ]);
  });

  it('Organization… leads to the roles of a member, in the words of the server', async () => {
    await forgetRequests();
    user.chooses = (labels) => (labels.includes('Ada Novak') ? 'Ada Novak' : undefined);
    await run('showOrganization');
    assert.deepEqual(user.offered, ['Change Roles…', 'Manager', 'Viewer', 'secret-module-keeper']);
    const roles = (await requests()).filter((line) => /\/users\/.*\/roles 200$/.test(line));
    assert.equal(roles.length, 1);
  });
});
