import { strict as assert } from 'node:assert';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FileProblem } from '../../../../src/api/files/fileProblem';
import { isThere } from '../../../../src/api/files/fileSink';
import type * as Dialog from '../../../../src/ui/dialogs/saveDialog';
import { FakeUri } from '../../extension/fakeUri';
import { failureOf } from '../../support/until';
import { useEditor, type EditorWith } from '../../support/useEditor';

describe('Save dialog', () => {
  const editor = useEditor('ui/dialogs/saveDialog') as EditorWith<typeof Dialog>;
  const { HOME, USERPROFILE } = process.env;
  let home: string;

  before(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'appcircle-home-'));
    process.env['HOME'] = process.env['USERPROFILE'] = home;
  });
  after(async () => {
    for (const [name, value] of Object.entries({ HOME, USERPROFILE })) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
    await rm(home, { recursive: true });
  });

  const proposed = () => editor.saveDialogs.at(-1)?.defaultUri.fsPath;

  it('T5: proposes the home folder, and nothing comes of Esc', async () => {
    assert.equal(await editor.module.askForPath('Where to', 'a.ipa'), undefined);
    assert.equal(editor.saveDialogs[0]?.title, 'Where to');
    assert.equal(proposed(), path.join(home, 'a.ipa'));
    assert.deepEqual(editor.messages, []);
  });

  it('proposes the downloads where there is such a folder, and the workspace before all', async () => {
    await mkdir(path.join(home, 'Downloads'));
    editor.savesTo = FakeUri.file('/elsewhere/b.ipa');
    assert.equal(await editor.module.askForPath('Where to', 'a.ipa'), '/elsewhere/b.ipa');
    assert.equal(proposed(), path.join(home, 'Downloads', 'a.ipa'));
    editor.folders = [
      { uri: FakeUri.from({ scheme: 'vscode-vfs', path: '/web' }) },
      { uri: FakeUri.file('/projects') },
    ];
    await editor.module.askForPath('Where to', 'a.ipa');
    assert.equal(proposed(), '/projects/a.ipa');
  });

  it('what is no disk is refused, in words', async () => {
    editor.savesTo = FakeUri.from({ scheme: 'vscode-vfs', authority: 'github', path: '/x.json' });
    assert.equal(await editor.module.askForPath('Where to', 'x.json'), undefined);
    assert.match(editor.messages[0] ?? '', /only be saved to disk/);
  });

  const sentences = {
    EEXIST: /\/x‹U\+202E› already exists and was not changed \(EEXIST\)/,
    ENOSPC: /not enough space for .* \(ENOSPC\)/,
    EACCES: /not have permission to write .* \(EACCES\)/,
    EIO: /^Could not write .*\(EIO\)/,
  };
  for (const [code, sentence] of Object.entries(sentences)) {
    it(`R7: says what the disk has against it: ${code}`, async () => {
      await editor.module.reportFileProblems(() => Promise.reject(new FileProblem(code, '/x\u202e')));
      assert.match(editor.messages[0] ?? '', sentence);
    });
  }

  it('anything else is thrown on, and what comes of it is given', async () => {
    const error = new Error('other');
    assert.equal(await failureOf(editor.module.reportFileProblems(() => Promise.reject(error))), error);
    assert.equal(await editor.module.reportFileProblems(() => Promise.resolve(7)), 7);
    assert.deepEqual(editor.messages, []);
  });

  it('tells whether there is a file, and fails where the disk does not say', async () => {
    const file = path.join(home, 'file');
    assert.equal(await isThere(file), false);
    await writeFile(file, '');
    assert.equal(await isThere(file), true);
    assert.deepEqual(
      await failureOf(isThere(path.join(file, 'below'))),
      new FileProblem('ENOTDIR', path.join(file, 'below')),
    );
  });
});
