import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { UserFixture, signOutOfAll } from '../support/userFixture';
import { asUsual, forgetRequests, sandbox } from '../support/sandbox';
import { closeAll, send, sentRecords, signInToRows } from './editors';

const list = '/distribution/v2/profiles';

describe('API Explorer: requests to and from elsewhere', () => {
  let user: UserFixture;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'appcircle-transfers-'));
    user = new UserFixture();
    await asUsual();
    await signInToRows(user);
    await forgetRequests();
    user.messages.length = 0;
  });

  after(async () => {
    await closeAll();
    await signOutOfAll(user);
    user.leave();
    await rm(folder, { recursive: true, force: true });
  });

  it('R33: a file is sent after a question that has its size, from the disk, whole', async () => {
    const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? assert.fail('no folder');
    const file = path.join(root, 'transfer.bin');
    await writeFile(file, Buffer.alloc(150_000, 7));
    try {
      const request = `POST {{host}}${list}\nContent-Type: application/octet-stream\n\n< ./transfer.bin\n`;
      await send(request);
      assert.match(user.questions.at(-1)?.detail ?? '', /File: .*transfer\.bin \(150 kB\)/);
      assert.deepEqual(await sentRecords(), [], 'Cancel');
      user.presses = 'Send POST';
      await send(request);
      const [sent, ...more] = await sentRecords();
      assert.deepEqual([sent?.method, sent?.contentLength, more.length], ['POST', '150000', 0]);
    } finally {
      user.presses = undefined;
      await rm(file);
    }
  });

  it('T11: a module is exported for Postman, without host and token', async () => {
    const { showSaveDialog } = vscode.window;
    const file = vscode.Uri.file(path.join(folder, 'export.json'));
    Object.assign(vscode.window, { showSaveDialog: () => Promise.resolve(file) });
    user.chooses = ([first]) => first;
    try {
      await vscode.commands.executeCommand('appcircle.exportApiCollection');
      const text = await readFile(file.fsPath, 'utf8');
      const { item, variable } = JSON.parse(text) as { item: unknown[]; variable: { key: string }[] };
      assert.ok(item.length > 0);
      assert.deepEqual(
        variable.slice(0, 2).map(({ key }) => key),
        ['host', 'token'],
      );
      assert.ok(!text.includes(new URL(sandbox.apiEndpoint).host));
      assert.match(user.messages.at(-1) ?? '', /^Exported \d+ operations? of /);
    } finally {
      user.chooses = undefined;
      Object.assign(vscode.window, { showSaveDialog });
    }
  });
});
