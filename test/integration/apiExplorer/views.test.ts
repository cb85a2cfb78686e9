import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { until } from '../../vscode/until';
import { UserFixture, signOutOfAll } from '../support/userFixture';
import { asUsual, control } from '../support/sandbox';
import { answerHolding, closeAll, lensesOf, openFile, requestInFront, send, signInToRows } from './editors';

const list = '/distribution/v2/profiles';

/** The address of the page in front, of this scheme. */
async function page(scheme: string): Promise<vscode.Uri> {
  return until(`a page of ${scheme}`, () => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return input instanceof vscode.TabInputCustom && input.uri.scheme === scheme && input.uri;
  });
}

describe('API Explorer: how responses are looked at', () => {
  let user: UserFixture;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'appcircle-views-'));
    user = new UserFixture();
    await asUsual();
    await signInToRows(user);
  });

  afterEach(closeAll);

  after(async () => {
    await asUsual();
    await signOutOfAll(user);
    user.leave();
    await rm(folder, { recursive: true, force: true });
  });

  it('R35: a list is filtered, shown whole again, and read as a table and as CSV, masked in each', async () => {
    await send(`GET {{host}}${list}`);
    const answer = await answerHolding('"name"');
    const whole = answer.getText();
    const { uri } = answer;
    const editor = vscode.workspace.getConfiguration('editor', answer);
    assert.deepEqual([editor.get('wordWrap'), editor.get('minimap.enabled')], ['on', false]);
    const filtering = vscode.commands.executeCommand('appcircle.filterResponse', uri);
    await user.submit('$[0:2]["name","testerPassword","id"]');
    await filtering;
    await until('what is left', () => answer.getText().length < whole.length);
    assert.ok(!answer.getText().includes('Sentinel'));
    assert.ok((await lensesOf(uri)).some((title) => title.startsWith('Filtered by $[0:2]')));
    await vscode.commands.executeCommand('appcircle.runAnswerAction', {
      uri: uri.toString(),
      action: 'showAll',
    });
    await until('all of it', () => answer.getText() === whole);

    await vscode.commands.executeCommand('appcircle.showResponseTable', uri);
    const table = await vscode.workspace.openTextDocument(await page('appcircle-table'));
    assert.match(table.getText(), /^# List distribution profiles\n/);
    await vscode.commands.executeCommand('appcircle.copyTableAsCsv', table.uri);
    const csv = await vscode.env.clipboard.readText();
    assert.match(csv, /^name,/);
    assert.equal(csv.trimEnd().split('\r\n').length, (JSON.parse(whole) as unknown[]).length + 1);
    for (const text of [table.getText(), csv]) assert.ok(!text.includes('Sentinel'));

    await vscode.commands.executeCommand('appcircle.showResponseHeaders', uri);
    const headers = await until('the headers', () =>
      vscode.workspace.textDocuments.find((document) => document.uri.scheme === 'appcircle-headers'),
    );
    assert.match(headers.getText(), /^content-type: application\/json/m);
    assert.equal(headers.languageId, 'appcircle-answer-text');
  });

  it('R41: documents, the history and what is known of the API open without a network and without a session', async () => {
    await send(`GET {{host}}${list}?Page=1&Size=1`);
    await answerHolding('"name"');
    await closeAll();
    // What the server says of the API is known from here on.
    user.chooses = () => undefined;
    await vscode.commands.executeCommand('appcircle.goToOperation');
    await control('expire-tokens', {});
    await control('down', {});
    user.messages.length = 0;
    user.chooses = (rows) => rows.find((label) => label === 'List distribution profiles');
    await vscode.commands.executeCommand('appcircle.showRequestHistory');
    await requestInFront((document) => document.getText().includes('?Page=1&Size=1'));
    await vscode.commands.executeCommand('appcircle.goToOperation');
    await vscode.commands.executeCommand('appcircle.showOperation');
    const documentation = await vscode.workspace.openTextDocument(await page('appcircle-operation'));
    assert.match(documentation.getText(), /^# List distribution profiles$/m);
    assert.deepEqual(user.messages, []);
    await closeAll();
    await control('up', {});
    await signOutOfAll(user);
    const file = path.join(folder, 'own.appcircle.http');
    await writeFile(file, `GET {{host}}${list}\n`);
    const { uri } = await openFile(vscode.Uri.file(file));
    await until('the lenses', async () => (await lensesOf(uri)).some((title) => title.endsWith('Send')));
  });
});
