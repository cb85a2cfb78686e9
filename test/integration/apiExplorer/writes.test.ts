import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../../vscode/until';
import { UserFixture, signOutOfAll } from '../support/userFixture';
import { asUsual, control, forgetRequests, requests } from '../support/sandbox';
import { closeAll, send, signInToRows } from './editors';

const profiles = '/distribution/v2/profiles';
const groups = '/distribution/v2/testing-groups';

describe('API Explorer: the views follow what was sent', () => {
  let user: UserFixture;

  before(async () => {
    user = new UserFixture();
    await asUsual();
    await signInToRows(user);
  });

  beforeEach(async () => {
    await asUsual();
    user.presses = ['Send POST', 'Send DELETE'];
  });

  afterEach(closeAll);

  after(async () => {
    await control('profiles', { count: 40 });
    await signOutOfAll(user);
    user.leave();
  });

  /** What a command offers to choose from now. */
  async function offered(command: string): Promise<string[]> {
    user.chooses = () => undefined;
    await vscode.commands.executeCommand(`appcircle.${command}`);
    return user.offered;
  }

  const post = (path: string, name: string) =>
    send(`POST {{host}}${path}\nContent-Type: application/json\n\n${JSON.stringify({ name })}\n`);
  const idOf = async (command: string, name: string) => {
    user.chooses = (labels) => labels.find((label) => label === name);
    await vscode.commands.executeCommand(`appcircle.${command}`);
    return vscode.env.clipboard.readText();
  };

  for (const [what, path, goTo, copyId] of [
    ['profile', profiles, 'goToProfile', 'copyProfileId'],
    ['testing group', groups, 'goToTestingGroup', 'copyTestingGroupId'],
  ] as const) {
    it(`a ${what} that was made is found, and one that was deleted is gone`, async () => {
      assert.ok(!(await offered(goTo)).includes('Sent from a document'));
      await forgetRequests();
      await post(path, 'Sent from a document');
      await until('the look at it', async () =>
        (await requests()).some((line) => line === `GET ${path} 200`),
      );
      await until('the row', async () => (await offered(goTo)).includes('Sent from a document'));
      const id = await idOf(copyId, 'Sent from a document');
      await closeAll();
      await send(`DELETE {{host}}${path}/${id}\n`);
      await until('its end', async () => !(await offered(goTo)).includes('Sent from a document'));
    });
  }

  it('what is not shown is not asked for', async () => {
    await forgetRequests();
    await post('/build/v1/variable-groups', 'Variables');
    assert.deepEqual(
      (await requests()).filter((line) => line.includes('/distribution/')),
      [],
    );
  });
});
