import { strict as assert } from 'node:assert';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as Dialogs from '../../../../../src/features/apiExplorer/responses/fileDialogs';
import type { ShownResponse } from '../../../../../src/features/apiExplorer/responses/responseDocuments';
import { FakeUri } from '../../../extension/fakeUri';
import { useEditor, type EditorWith } from '../../../support/useEditor';

const responseAt = (path: string, more: Partial<ShownResponse> = {}, packed?: object) =>
  ({
    kind: 'json',
    request: { path },
    response: {
      headers: [['content-type', 'application/json']],
      body: Buffer.from('{"password":"hunter22"}'),
      ...(packed && { packed }),
    },
    ...more,
  }) as unknown as ShownResponse;

describe('API Explorer: answers in files', () => {
  const editor = useEditor('features/apiExplorer/responses/fileDialogs') as EditorWith<typeof Dialogs>;
  const { askForFile, saveResponse } = editor.module;
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'appcircle-files-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const saveTo = (name: string) => (editor.savesTo = FakeUri.file(path.join(folder, name)));

  it('R26: one that is too large is asked about with its size, and goes to its file when all of it is there', async () => {
    const { fsPath } = saveTo('x.json');
    await writeFile(fsPath, 'replaced, as the dialog has asked');
    const sink = await askForFile(
      { status: 200, statusText: 'OK', headers: [], contentLength: 12_300_000 },
      '/a/things',
    );
    assert.match(editor.saveDialogs[0]?.title ?? '', /too large to show \(12\.3 MB\)/);
    assert.equal(path.basename(editor.saveDialogs[0]?.defaultUri.path ?? ''), 'things.bin');
    await sink?.write(Buffer.from('a'));
    await sink?.write(Buffer.from('b'));
    assert.match(await readFile(fsPath, 'utf8'), /^replaced/);
    await sink?.close();
    assert.equal(await readFile(fsPath, 'utf8'), 'ab');
    assert.deepEqual(await readdir(folder), ['x.json']);
  });

  it('R26: given up, nothing is left, and what was there stays', async () => {
    const { fsPath } = saveTo('x.json');
    await writeFile(fsPath, 'of before');
    const sink = await askForFile({ status: 200, statusText: 'OK', headers: [] }, '/x');
    assert.doesNotMatch(editor.saveDialogs[0]?.title ?? '', /\(/);
    await sink?.write(Buffer.from('a'));
    await sink?.abort();
    assert.deepEqual([await readdir(folder), await readFile(fsPath, 'utf8')], [['x.json'], 'of before']);
  });

  it('T5: no file is no file', async () => {
    assert.equal(await askForFile({ status: 200, statusText: 'OK', headers: [] }, '/x'), undefined);
    await saveResponse(responseAt('/x'));
    assert.deepEqual([await readdir(folder), editor.messages], [[], []]);
  });

  it('one is saved as it came, after it was said what that means', async () => {
    saveTo('x.json');
    await saveResponse(responseAt('/a/things'));
    assert.match(editor.saveDialogs[0]?.title ?? '', /as received, including secrets/);
    assert.equal(path.basename(editor.saveDialogs[0]?.defaultUri.path ?? ''), 'things.json');
    assert.equal(await readFile(path.join(folder, 'x.json'), 'utf8'), '{"password":"hunter22"}');
  });

  it('one that is still packed says so in its name', async () => {
    for (const [coding, name] of [
      ['zstd', 'things.json.zst'],
      ['martian', 'things.json'],
    ]) {
      saveTo('x');
      await saveResponse(responseAt('/a/things', { kind: 'binary' }, { coding, known: false }));
      assert.equal(path.basename(editor.saveDialogs.at(-1)?.defaultUri.path ?? ''), name);
    }
  });

  it('R7: what the disk has against it is said', async () => {
    saveTo('not/there/x.json');
    await saveResponse(responseAt('/x'));
    assert.match(editor.messages[0] ?? '', /Could not write .*x\.json \(ENOENT\)/);
  });
});
