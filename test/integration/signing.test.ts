import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { p12File } from '../unit/api/signing/identityFiles';
import { until } from '../vscode/until';
import { asUsual, control, forgetRequests, requests, sandbox } from './support/sandbox';
import { signIn, signOutOfAll, UserFixture } from './support/userFixture';

const password = 'Sentinel+Integration/password==';
const root = '/signing-identity';
const run = (command: string, argument?: unknown) =>
  vscode.commands.executeCommand(`appcircle.${command}`, ...(argument === undefined ? [] : [argument]));

describe('Signing Identities', () => {
  let user: UserFixture;
  let folder: string;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'appcircle-signing-'));
    user = new UserFixture();
    await asUsual();
    await control('signing/reset', {});
    await signIn(user, sandbox.personalAccessKey);
    await forgetRequests();
  });

  after(async () => {
    await control('signing/reset', {});
    await signOutOfAll(user);
    user.leave();
    rmSync(folder, { recursive: true, force: true });
    await vscode.env.clipboard.writeText('');
  });

  /** What this person was shown, what was copied and opened, and the logs and the state of this run's editor. */
  async function sinks(): Promise<{ told: string; written: string }> {
    const data = path.join(path.dirname(process.env['APPCIRCLE_TEST_OUTPUT'] ?? ''), 'vscode');
    const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && /\.(log|vscdb|json)$/.test(entry.name),
    );
    return {
      told: JSON.stringify([
        user.messages,
        user.questions,
        await vscode.env.clipboard.readText(),
        await control('requests'),
        vscode.workspace.textDocuments.map((document) => document.getText()),
      ]),
      written: files
        .map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'latin1'))
        .join('\n'),
    };
  }

  it('R52: are asked for when they are first looked at, as lists without files', async () => {
    const asked = async () => (await requests()).filter((one) => one.includes(` ${root}/`)).sort();
    assert.deepEqual(await asked(), []);
    await run('signing.focus');
    const expected = ['v1/csr', 'v2/certificates', 'v2/keystores', 'v2/provisioning-profiles'];
    const isAnswered = (line: string) => line.endsWith(' 200');
    await until('the lists', async () => (await asked()).filter(isAnswered).length === expected.length);
    assert.deepEqual(
      await asked(),
      expected.map((list) => `GET ${root}/${list} 200`),
    );
  });

  it('R52, T1: a certificate is uploaded with a password that is found nowhere afterwards', async () => {
    const file = path.join(folder, 'release.p12');
    writeFileSync(file, p12File(password));
    user.opens = vscode.Uri.file(file);
    const done = run('uploadSigningIdentity');
    const box = await user.box();
    assert.equal(box.password, true);
    await user.submit('another one');
    await until('the refusal', () => messageOf(box)?.startsWith('This is not the password of release.p12.'));
    await user.submit(password);
    await done;
    user.chooses = () => 'release';
    await run('showSigningIdentityAsJson');
    const editor = await until('the document', () => vscode.window.activeTextEditor);
    assert.equal((JSON.parse(editor.document.getText()) as { name: string }).name, 'release');
    await run('copySigningIdentityId');
    // The log is among what is searched, and is written in its own time.
    const { told, written } = await until('the log', async () => {
      const found = await sinks();
      return /POST \S*\/signing-identity\/v2\/certificates/.test(found.written) && found;
    });
    for (const secret of [password, 'Sentinel+P12']) {
      assert.ok(!told.includes(secret) && !written.includes(secret), secret);
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('R52: a deletion names what may break, and takes the role for signing and for builds', async () => {
    const name = 'Apple Distribution: Harbor Labs';
    user.chooses = () => name;
    user.presses = ['Delete'];
    await control('mode', { signingManagesBuilds: false });
    await run('deleteSigningIdentity');
    assert.match(user.questions.at(-1)?.detail ?? '', /can no longer sign: Harbor Notes App Store/);
    assert.match(
      user.messages.at(-1) ?? '',
      /^This needs the Manager role for both signing identities and builds/,
    );
    await control('mode', { signingManagesBuilds: true });
    await forgetRequests();
    await run('deleteSigningIdentity');
    assert.equal((await requests()).filter((one) => /^DELETE .* 204$/.test(one)).length, 1);
    user.presses = undefined;
    user.chooses = () => undefined;
    await run('goToSigningIdentity');
    assert.ok(!user.offered.includes(name) && user.offered.includes('Harbor Notes App Store'));
  });

  it('a server that is down is told, and nothing is half done', async () => {
    user.chooses = () => 'upload-keystore.jks';
    user.presses = ['Delete'];
    user.messages.length = 0;
    await control('down', { host: 'api' });
    await run('deleteSigningIdentity');
    await control('up', {});
    assert.match(user.messages.at(-1) ?? '', /cannot be reached/);
    user.presses = undefined;
    await run('refresh');
    user.chooses = () => undefined;
    await run('goToSigningIdentity');
    assert.ok(user.offered.includes('upload-keystore.jks'));
  });

  function messageOf({ validationMessage }: vscode.InputBox): string | undefined {
    return typeof validationMessage === 'string' ? validationMessage : validationMessage?.message;
  }
});
