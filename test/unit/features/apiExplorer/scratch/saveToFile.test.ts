import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as vscode from 'vscode';
import type * as Requests from '../../../../../src/features/apiExplorer/requests/newRequest';
import type * as Origins from '../../../../../src/features/apiExplorer/requests/documentOrigins';
import type * as Deletion from '../../../../../src/features/apiExplorer/scratch/deleteScratch';
import type * as Saving from '../../../../../src/features/apiExplorer/scratch/saveToFile';
import { FakeUri } from '../../../extension/fakeUri';
import { FakeMemento } from '../../../support/fakes/memento';
import { useEditor, type EditorWith } from '../../../support/useEditor';

const text = '### Versions of a profile\nGET {{host}}/one\n';
const name = 'versions-of-a-profile.appcircle.http';

describe('API Explorer: Save to File', () => {
  const editor = useEditor('features/apiExplorer/scratch/saveToFile') as EditorWith<typeof Saving>;
  const { openRequest } = editor.load('features/apiExplorer/requests/newRequest') as typeof Requests;
  const { deleteScratch } = editor.load('features/apiExplorer/scratch/deleteScratch') as typeof Deletion;
  const { DocumentOrigins } = editor.load('features/apiExplorer/requests/documentOrigins') as typeof Origins;
  let folder: string;
  let memento: FakeMemento;
  let origins: Origins.DocumentOrigins;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'appcircle-save-'));
    memento = new FakeMemento();
    origins = editor.own(new DocumentOrigins());
    editor.folders = [{ uri: FakeUri.file(folder) }];
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const scratch = async () => {
    await openRequest(text);
    const document = editor.documents.shown ?? assert.fail();
    editor.tabs.push({
      label: '',
      input: new (editor.api as typeof vscode).TabInputText(document.uri as never),
    });
    return document;
  };
  const save = (argument: unknown) => editor.module.saveToFile({ memento, origins }, argument);
  const proposed = () => editor.saveDialogs.at(-1)?.defaultUri.path;
  const kept = () => editor.fileSystem.texts.size;

  it('proposes a name for what it does, opens the file in the place of the scratch request, and asks nothing', async () => {
    const { uri } = await scratch();
    const file = path.join(folder, name);
    editor.savesTo = FakeUri.file(file);
    await save({ uri: uri.toString(), offset: 0 });
    assert.equal(proposed(), file);
    assert.equal(readFileSync(file, 'utf8'), text);
    assert.equal(editor.shownDocuments.at(-1)?.address, FakeUri.file(file).toString());
    assert.deepEqual([editor.tabs.filter(isTabOf(uri)).length, kept(), editor.messages], [0, 0, []]);
  });

  it('what was written here is not foreign as a file', async () => {
    await scratch();
    editor.savesTo = FakeUri.file(path.join(folder, name));
    await save(editor.documents.open.at(-1)?.uri);
    const file = editor.documents.open.find(({ uri }) => uri.scheme === 'file') ?? assert.fail();
    assert.equal(origins.isForeign(file as unknown as vscode.TextDocument), false);
  });

  it('remembers the folder, for as long as it is there', async () => {
    const { uri } = await scratch();
    const requests = path.join(folder, 'requests');
    mkdirSync(requests);
    editor.savesTo = FakeUri.file(path.join(requests, name));
    await save(uri);
    const next = await scratch();
    editor.savesTo = undefined;
    await save(next.uri);
    assert.equal(proposed(), path.join(requests, name));
    rmSync(requests, { recursive: true });
    await save(next.uri);
    assert.equal(proposed(), path.join(folder, name));
  });

  it('a name without the ending gets it, and replaces nothing that nobody was asked about', async () => {
    const { uri } = await scratch();
    const file = path.join(folder, `mine${name.slice(name.indexOf('.'))}`);
    writeFileSync(file, 'before');
    editor.savesTo = FakeUri.file(path.join(folder, 'mine'));
    await save(uri);
    assert.equal(readFileSync(file, 'utf8'), 'before');
    assert.match(editor.messages[0] ?? '', /already exists and was not changed/);
    assert.equal(kept(), 1);
    rmSync(file);
    await save(uri);
    assert.equal(readFileSync(file, 'utf8'), text);
  });

  it('T5: Esc changes nothing, and what the disk refuses is said', async () => {
    const { uri } = await scratch();
    await save(uri);
    editor.savesTo = FakeUri.file(path.join(folder, 'no', 'folder', name));
    await save(uri);
    assert.equal(editor.messages.length, 1);
    assert.deepEqual([kept(), editor.tabs.filter(isTabOf(uri)).length > 0], [1, true]);
    assert.equal(existsSync(path.join(folder, name)), false);
  });

  it('T13: on what is no scratch request it says what to do', async () => {
    for (const argument of [undefined, {}, FakeUri.file('/w/a.appcircle.http'), { uri: 'file:///w/a' }]) {
      await save(argument);
      await deleteScratch(argument);
    }
    assert.equal(editor.messages.length, 8);
    assert.deepEqual(editor.saveDialogs, []);
  });

  it('Delete Scratch Request asks once, and closes its tab', async () => {
    const { uri } = await scratch();
    await deleteScratch({ kind: 'scratch', uri });
    assert.deepEqual(editor.messages, ['Delete the scratch request "GET Versions of a profile"?']);
    assert.equal(kept(), 1);
    editor.presses = 'Delete';
    await deleteScratch({ kind: 'scratch', uri });
    assert.deepEqual([kept(), editor.tabs.filter(isTabOf(uri)).length], [0, 0]);
  });

  const isTabOf = (uri: FakeUri) => (tab: { input: unknown }) =>
    (tab.input as { uri: FakeUri }).uri.toString() === uri.toString();
});
