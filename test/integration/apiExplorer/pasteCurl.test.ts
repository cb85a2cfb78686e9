import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../../vscode/until';
import { asUsual, forgetRequests, sandbox } from '../support/sandbox';
import { UserFixture, signOutOfAll } from '../support/userFixture';
import { closeAll, noRequestInFront, open, requestInFront, sent, signInToRows } from './editors';

const list = '/distribution/v2/profiles';

describe('API Explorer: New Request from cURL', () => {
  let user: UserFixture;
  const base = () => sandbox.apiEndpoint;

  before(async () => {
    user = new UserFixture();
    await asUsual();
    await signInToRows(user);
  });

  beforeEach(async () => {
    await forgetRequests();
    await vscode.env.clipboard.writeText('');
  });

  afterEach(async () => {
    await closeAll();
    assert.deepEqual(await sent(), []);
  });

  after(async () => {
    await signOutOfAll(user);
    user.leave();
  });

  const run = () => vscode.commands.executeCommand('appcircle.pasteCurl');
  const text = async () => (await requestInFront()).getText();

  it('R36: the command on the clipboard is proposed, and becomes a request without its credentials', async () => {
    const command = `curl '${base()}${list}?Page=1' \\\n  -H 'Authorization: Bearer Sentinel' \\\n  -H 'X-Trace: 1' --compressed`;
    await vscode.env.clipboard.writeText(command);
    const done = run();
    const box = await user.box();
    assert.match(box.value, /^curl .*X-Trace/);
    assert.doesNotMatch(box.value, /Sentinel/);
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await done;
    assert.equal(
      await text(),
      [
        `### GET ${list}`,
        '# Skipped because they may hold credentials: Authorization',
        `GET {{host}}${list}`,
        '    ?Page=1',
        'X-Trace: 1',
        '',
      ].join('\n'),
    );
  });

  it('R36: Esc opens nothing, and what is no command stays on the clipboard', async () => {
    await vscode.env.clipboard.writeText('Sentinel');
    const done = run();
    assert.equal((await user.box()).value, '');
    await user.escape();
    await done;
    await noRequestInFront();
  });

  it('R36: a wrong text and another host are refused in words, and the right one is taken', async () => {
    const done = run();
    const box = await user.submit('hello');
    const said = async (sentence: RegExp) =>
      until(String(sentence), () => {
        const { validationMessage } = box;
        return typeof validationMessage === 'object' && sentence.test(validationMessage.message);
      });
    await said(/not a cURL command/);
    await user.submit('curl https://evil.example/a');
    await said(/for evil\.example\. Requests only go to/);
    await user.submit(`curl -X DELETE "${base()}${list}/$ID"`);
    await done;
    assert.match(await text(), /^@ID =\n\n### DELETE .*\nDELETE \{\{host\}\}.*\/\{\{ID\}\}\n$/);
  });

  it('R36: the selected command is taken without asking', async () => {
    const selected = await open(
      `curl -d '{"name": "x"}' -H 'content-type: application/json' ${base()}${list}`,
    );
    await vscode.commands.executeCommand('editor.action.selectAll');
    await until('a selection', () => vscode.window.activeTextEditor?.selection.isEmpty === false);
    await run();
    const made = await requestInFront((document) => document !== selected);
    assert.match(
      made.getText(),
      /^### POST .*\nPOST .*\ncontent-type: application\/json\n\n\{"name": "x"\}\n$/,
    );
  });
});
