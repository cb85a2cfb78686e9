import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { AppVersion } from '../../sandbox/data/versions';
import { until } from '../../vscode/until';
import { write } from '../apiExplorer/editors';
import { UserFixture, signIn, signOutOfAll } from '../support/userFixture';
import { asUsual, control, forgetRequests, requests, sandbox } from '../support/sandbox';

interface Chosen {
  profile: { id: string; name: string };
  version: AppVersion;
}

describe('Edit Release Notes', () => {
  const { showInformationMessage } = vscode.window;
  let user: UserFixture;
  let chosen: Chosen;
  /** What the person does before a message is answered, and the answer. */
  let answers: (() => Promise<string | undefined>) | undefined;

  before(async () => {
    user = new UserFixture();
    await asUsual();
    await signIn(user, sandbox.personalAccessKey);
    vscode.window.showInformationMessage = () => answers?.() ?? Promise.resolve(undefined);
  });

  after(async () => {
    vscode.window.showInformationMessage = showInformationMessage;
    await signOutOfAll(user);
    user.leave();
  });

  beforeEach(async () => {
    await asUsual();
    chosen = await aVersion('one\ntwo');
    await forgetRequests();
  });

  afterEach(async () => {
    await user.escape();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    // The next one gets the name of the last, and would be taken for it.
    await until('the end of the documents', () => !untitled());
  });

  const edit = () =>
    vscode.commands.executeCommand('appcircle.editReleaseNotes', {
      kind: 'below',
      row: chosen.profile,
      node: { id: `version/${chosen.version.id}`, kind: 'version', version: chosen.version },
    });
  const notes = async () => {
    const { versions } = (await control(`versions/${chosen.profile.id}`)) as { versions: AppVersion[] };
    return versions.find(({ id }) => id === chosen.version.id)?.message;
  };
  const untitled = () =>
    vscode.workspace.textDocuments.find(({ isUntitled, isClosed }) => isUntitled && !isClosed);
  /** The same once it is in front, where a command of the editor finds it. */
  const active = () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.isUntitled ? document : undefined;
  };
  const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs).length;

  it('several lines are written in an editor, arrive with every line, and leave no editor that asks to be saved', async () => {
    answers = async () => {
      const document = await until('the editor', untitled);
      assert.equal(document.getText(), 'one\ntwo');
      await write(document, 'one\ntwo\n\n- three');
      return 'Save Release Notes';
    };
    await edit();
    assert.equal(await notes(), 'one\ntwo\n\n- three');
    await until('an editor that is closed', () => tabs() === 0);
    assert.equal((await requests()).filter((line) => line.startsWith('PATCH')).length, 1);
  });

  it('T5: Cancel writes nothing, and asks nothing', async () => {
    answers = async () => {
      await write(await until('the editor', untitled), 'never mind');
      return 'Cancel';
    };
    await edit();
    await until('an editor that is closed', () => tabs() === 0);
    assert.equal(await notes(), 'one\ntwo');
  });

  it('T5: an editor that is closed is no', async () => {
    answers = () =>
      new Promise(() => {
        void until('the editor', active).then(() =>
          vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'),
        );
      });
    await edit();
    assert.equal(await notes(), 'one\ntwo');
  });

  it('a message that was put aside is no answer: what stands above the text goes on', async () => {
    answers = () => Promise.resolve(undefined);
    const done = edit();
    const document = await until('the editor', untitled);
    await write(document, 'one\nthree');
    const lenses = await until('what stands above it', async () => {
      const above = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        10,
      );
      return above.length > 0 && above;
    });
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      ['$(check)\u00a0Save Release Notes', '$(close)\u00a0Cancel'],
    );
    const { command = '', arguments: parameters = [] } = lenses[0]?.command ?? {};
    await vscode.commands.executeCommand(command, ...(parameters as unknown[]));
    await done;
    assert.equal(await notes(), 'one\nthree');
    await until('an editor that is closed', () => tabs() === 0);
  });

  it('a text that is saved as a file is taken, and the file stays', async () => {
    const files = vscode.workspace.getConfiguration('files');
    const { Global } = vscode.ConfigurationTarget;
    await files.update('simpleDialog.enable', true, Global);
    try {
      answers = () => Promise.resolve(undefined);
      let isDone = false;
      const done = edit().then(() => {
        isDone = true;
      });
      await write(await until('the editor', active), 'one\nfour');
      const saving = vscode.commands.executeCommand('workbench.action.files.save');
      await until('the end of it', async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return isDone;
      });
      await Promise.all([saving, done]);
      assert.equal(await notes(), 'one\nfour');
      const { document } = vscode.window.activeTextEditor ?? assert.fail();
      assert.deepEqual(
        [document.uri.scheme, document.getText(), document.isDirty],
        ['file', 'one\nfour', false],
      );
      await vscode.workspace.fs.delete(document.uri);
    } finally {
      await files.update('simpleDialog.enable', undefined, Global);
    }
  });

  it('one line is written in a box, and opens no editor', async () => {
    chosen = await aVersion('one line');
    const done = edit();
    const box = await user.submit('another line');
    await done;
    assert.equal(box.title, 'Appcircle: Edit Release Notes');
    assert.equal(await notes(), 'another line');
    assert.equal(tabs(), 0);
  });

  /** A version with these notes. */
  async function aVersion(message: string): Promise<Chosen> {
    const { accessTokens } = (await control('secrets')) as { accessTokens: string[] };
    const answer = await fetch(`${sandbox.apiEndpoint}/distribution/v2/profiles`, {
      headers: { authorization: `Bearer ${accessTokens.at(-1) ?? ''}` },
    });
    for (const profile of (await answer.json()) as Chosen['profile'][]) {
      const { versions } = (await control(`versions/${profile.id}`)) as { versions: AppVersion[] };
      if (versions[0]) {
        const version = { ...versions[0], message };
        await control(`versions/${profile.id}`, { versions: [version, ...versions.slice(1)] });
        return { profile, version };
      }
    }
    return assert.fail('no version');
  }
});
