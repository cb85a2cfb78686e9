import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { until } from '../../vscode/until';
import { UserFixture, signOutOfAll } from '../support/userFixture';
import { asUsual, control, forgetRequests } from '../support/sandbox';
import {
  answerHolding,
  closeAll,
  lensesOf,
  open,
  openFile,
  send,
  sent,
  sendActive,
  sentRecords,
  signInToRows,
} from './editors';
import { hintsOf } from './lenses';

const list = '/distribution/v2/profiles';

describe('API Explorer: answers', () => {
  let user: UserFixture;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'appcircle-answers-'));
    user = new UserFixture();
    await asUsual();
    await signInToRows(user);
  });

  beforeEach(async () => {
    await asUsual();
    await forgetRequests();
    user.messages.length = 0;
    user.presses = undefined;
  });

  afterEach(closeAll);

  after(async () => {
    await signOutOfAll(user);
    user.leave();
    await rm(folder, { recursive: true, force: true });
  });

  it('R5: secrets are masked, shown once when asked for, and masked again when the answer was left', async () => {
    await send(`GET {{host}}${list}`);
    const answer = await answerHolding('•••');
    assert.ok(!answer.getText().includes('Sentinel+Profile/'));
    const act = (action: string) =>
      vscode.commands.executeCommand('appcircle.runAnswerAction', { uri: answer.uri.toString(), action });
    await act('reveal');
    await until('the secrets', () => answer.getText().includes('Sentinel+Profile'));
    assert.ok((await lensesOf(answer.uri)).some((title) => title.includes('Hide Secrets')));
    await closeAll();
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(answer.uri));
    const again = await answerHolding('•••');
    assert.ok(!again.getText().includes('Sentinel+Profile'));
  });

  it('R37: ids are links, and one that is used is shown in the open request that takes it, beside its text', async () => {
    const request = await open(`@profileId =\n\nGET {{host}}${list}/{{profileId}}`);
    await send(`GET {{host}}${list}?Page=1&Size=2`);
    const answer = await answerHolding('"id"');
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      answer.uri,
    );
    const link = links.find(({ tooltip }) => tooltip?.startsWith('Use as profileId'));
    assert.ok(link?.target);
    const id = answer.getText(link.range);
    const [argument] = JSON.parse(link.target.query) as [unknown];
    user.chooses = (labels) => labels.find((label) => label === 'Use as profileId');
    await vscode.commands.executeCommand('appcircle.showIdActions', argument);
    user.chooses = undefined;
    assert.ok(request.getText().startsWith('@profileId =\n'), 'R37');
    const hints = await hintsOf(request);
    assert.deepEqual(hints, [id]);
  });

  it('Next Page asks for the next one, as long as there is one', async () => {
    await send(`GET {{host}}${list}?Page=1&Size=25`);
    const first = await answerHolding('"name"');
    assert.ok((await lensesOf(first.uri)).some((title) => title.includes('Next Page')));
    await vscode.commands.executeCommand('appcircle.runAnswerAction', {
      uri: first.uri.toString(),
      action: 'next',
    });
    await until('two requests', async () => (await sent()).length === 2);
    assert.match((await sentRecords()).at(-1)?.query ?? '', /Page/);
  });

  it('R26: what is too large to be shown goes to a file that is chosen, whole, or nowhere', async () => {
    await control('profiles', { count: 9000 });
    try {
      const file = path.join(folder, 'all.json');
      await choosing(undefined, () => send(`GET {{host}}${list}`));
      assert.deepEqual(await readdir(folder), []);
      await choosing(vscode.Uri.file(file), sendActive);
      await answerHolding('too large to show');
      assert.equal((JSON.parse(await readFile(file, 'utf8')) as unknown[]).length, 9000);
      assert.deepEqual(await readdir(folder), ['all.json']);
      assert.ok(!user.messages.some((message) => message.startsWith('Something went wrong')));
    } finally {
      await control('profiles', { count: 40 });
    }
  });

  it('a document that came from a file asks at its first Send, and not again', async () => {
    const file = vscode.Uri.file(path.join(folder, 'came.appcircle.http'));
    await writeFile(file.fsPath, `GET {{host}}${list}?Size=1\n`);
    await openFile(file);
    await sendActive();
    assert.deepEqual(await sent(), []);
    assert.match(user.messages.join(), /^Send GET \/distribution\/v2\/profiles\?Size=1 to Harbor Labs\?$/);
    user.presses = 'Send GET';
    await sendActive();
    await answerHolding('"name"');
    user.messages.length = 0;
    await openFile(file);
    await sendActive();
    await until('the second request', async () => (await sent()).length === 2);
    assert.deepEqual(user.messages, []);
  });

  it('a document that was written here does not ask when it has become a file', async () => {
    const file = vscode.Uri.file(path.join(folder, 'own.appcircle.http'));
    const document = await vscode.workspace.openTextDocument(file.with({ scheme: 'untitled' }));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), `GET {{host}}${list}?Size=1\n`);
    });
    await document.save();
    await openFile(file);
    await sendActive();
    await answerHolding('"name"');
    assert.deepEqual(user.messages, []);
  });
});

/** Does work in which the save dialog is answered like this. */
async function choosing(file: vscode.Uri | undefined, work: () => Promise<unknown>): Promise<void> {
  const { showSaveDialog } = vscode.window;
  Object.assign(vscode.window, { showSaveDialog: () => Promise.resolve(file) });
  try {
    await work();
  } finally {
    Object.assign(vscode.window, { showSaveDialog });
  }
}
