import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../../vscode/until';
import { UserFixture, signOutOfAll } from '../support/userFixture';
import { asUsual, forgetRequests, recorded } from '../support/sandbox';
import {
  answerHolding,
  closeAll,
  open,
  requestInFront,
  send,
  sendActive,
  sent,
  signInToRows,
} from './editors';

const list = '/distribution/v2/profiles';

const commands = [
  'goToOperation',
  'filterOperations',
  'clearOperationFilter',
  'groupOperationsByPath',
  'groupOperationsByTag',
  'openApiDescription',
  'closeApiDescription',
  'showOperation',
  'newRequest',
  'pasteCurl',
  'copyOperationPath',
  'sendRequest',
  'pickRequestValue',
  'copyRequestAs',
  'copyRequestAsCurl',
  'copyRequestAsPowerShell',
  'copyRequestAsFetch',
  'runAnswerAction',
  'showIdActions',
  'compareAnswers',
  'saveResponse',
  'showResponseHeaders',
  'filterResponse',
  'showResponseTable',
  'chooseTableColumns',
  'sortTable',
  'copyTableAsCsv',
  'showRequestHistory',
  'saveRequestToFile',
  'deleteScratch',
  'clearRequestHistory',
];

describe('API Explorer: commands', () => {
  let user: UserFixture;

  beforeEach(async () => {
    user = new UserFixture();
    await asUsual();
    await signInToRows(user);
    await forgetRequests();
    user.messages.length = 0;
  });

  afterEach(async () => {
    await closeAll();
    await signOutOfAll(user);
    user.leave();
  });

  const sentNothing = async (): Promise<void> => {
    assert.deepEqual(await sent(), []);
  };
  const whatever = [[], [{ unlike: 'a node' }]];
  const history = async (): Promise<string[]> => {
    user.chooses = () => undefined;
    await vscode.commands.executeCommand('appcircle.showRequestHistory');
    return user.offered;
  };

  it('T13: each of them run with anything or nothing does no harm', async () => {
    for (const command of commands) {
      for (const parameters of [...whatever, [undefined]])
        await user.decline(`appcircle.${command}`, ...parameters);
    }
    assert.deepEqual(defects(user), []);
    await sentNothing();
  });

  it('T13: each of them with a request open does no harm either', async () => {
    await open(`@profileId =\n\nDELETE {{host}}${list}/{{profileId}}`);
    for (const command of commands) {
      for (const parameters of whatever) await user.decline(`appcircle.${command}`, ...parameters);
    }
    assert.deepEqual(defects(user), []);
    await sentNothing();
  });

  it('T13: each of them signed out asks at most to sign in', async () => {
    await signOutOfAll(user);
    await forgetRequests();
    await open(`GET {{host}}${list}`);
    user.messages.length = 0;
    for (const command of commands) {
      for (const parameters of whatever) await user.decline(`appcircle.${command}`, ...parameters);
    }
    assert.deepEqual(defects(user), []);
    assert.deepEqual(await sent(), []);
  });

  it('R27: the history is newest first, opens what was sent in this window, and can be cleared', async () => {
    await vscode.commands.executeCommand('appcircle.clearRequestHistory');
    assert.deepEqual(await history(), []);
    await send(`GET {{host}}${list}?search=Sentinel`);
    await send('GET {{host}}/distribution/v2/testing-groups');
    assert.deepEqual(await history(), ['List testing groups', 'List distribution profiles']);
    assert.ok(!JSON.stringify(user.offeredRows.map(({ description }) => description)).includes('Sentinel'));
    await closeAll();
    user.chooses = ([, second]) => second;
    await vscode.commands.executeCommand('appcircle.showRequestHistory');
    assert.equal((await requestInFront()).getText(), `GET {{host}}${list}?search=Sentinel`);
    await vscode.commands.executeCommand('appcircle.clearRequestHistory');
    assert.deepEqual(await history(), []);
  });

  it('R5: nothing that the history keeps has a query, a header or a body', async () => {
    await vscode.commands.executeCommand('appcircle.clearRequestHistory');
    user.presses = 'Send POST';
    const secret = 'Sentinel-in-a-request';
    await send(
      `POST {{host}}/distribution/v9/profiles?a=${secret}\nX-Test: ${secret}\nContent-Type: application/json\n\n{"b":"${secret}"}`,
    );
    await history();
    const [{ entry } = { entry: undefined }] = user.offeredRows as { entry?: object }[];
    assert.deepEqual(Object.keys(entry ?? {}).sort(), ['at', 'method', 'path', 'status']);
    assert.ok(!JSON.stringify(entry).includes(secret));
  });

  it('an answer goes with the account that it was for, and so do the descriptions that were kept', async () => {
    const everything = vscode.commands.executeCommand('appcircle.goToOperation');
    await user.list();
    await user.escape();
    await everything;
    await open(`GET {{host}}${list}?Page=1&Size=1`);
    await sendActive();
    const { uri } = await answerHolding('"name"');
    await signOutOfAll(user);
    await until('no tab of it', () =>
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .every(({ input }) => !(input instanceof vscode.TabInputText && input.uri.scheme === uri.scheme)),
    );
    await forgetRequests();
    await signInToRows(user);
    const again = await vscode.workspace.openTextDocument(uri);
    await until('what stands there instead', () =>
      again.getText().startsWith('This response is no longer available'),
    );
    const done = vscode.commands.executeCommand('appcircle.goToOperation');
    await user.list();
    await user.escape();
    await done;
    const asked = (await recorded()).filter(({ path }) => path.startsWith('/openapi/'));
    assert.ok(asked.length > 5);
    assert.deepEqual(
      asked.filter(({ headerNames }) => headerNames.includes('if-none-match')),
      [],
    );
  });
});

function defects({ messages }: UserFixture): string[] {
  return messages.filter((message) => message.startsWith('Something went wrong'));
}
