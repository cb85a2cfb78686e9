import { strict as assert } from 'node:assert';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as vscode from 'vscode';
import type * as Addresses from '../../../../../src/features/apiExplorer/scratch/scratchAddress';
import type * as Scratches from '../../../../../src/features/apiExplorer/scratch/scratchFiles';
import type * as Requests from '../../../../../src/features/apiExplorer/requests/newRequest';
import type * as Scheme from '../../../../../src/features/apiExplorer/scratch/scratchScheme';
import { ScratchStore } from '../../../../../src/features/apiExplorer/scratch/scratchStore';
import { Emitter } from '../../../../../src/support/emitter';
import { RecordingLog } from '../../../support/fakes/log';
import { until } from '../../../../vscode/until';
import { useEditor, type EditorWith } from '../../../support/useEditor';

const text = '### One\nGET {{host}}/one\n';

describe('API Explorer: scratch requests', () => {
  const editor = useEditor('features/apiExplorer/scratch/scratchFiles') as EditorWith<typeof Scratches>;
  const { scratchUri } = editor.load('features/apiExplorer/scratch/scratchAddress') as typeof Addresses;
  const { openRequest } = editor.load('features/apiExplorer/requests/newRequest') as typeof Requests;
  const { registerScratchFiles } = editor.load('features/apiExplorer/scratch/scratchScheme') as typeof Scheme;
  let storage: string;
  let files: Scratches.ScratchFiles;
  let now: number;
  let told: vscode.FileChangeEvent[];

  /** A window: what was on the disk is there, and nothing else. */
  const begin = () => {
    const changes = new Emitter<vscode.FileChangeEvent[]>();
    changes.event((events) => told.push(...events));
    const clock = () => ++now;
    files = editor.own(
      new editor.module.ScratchFiles(
        { fsPath: storage },
        changes as unknown as Scheme.ScratchFileChanges,
        new RecordingLog(),
        clock,
      ),
    );
    editor.own(
      registerScratchFiles(() => Promise.resolve(files), changes as unknown as Scheme.ScratchFileChanges),
    );
  };

  beforeEach(() => {
    storage = mkdtempSync(path.join(tmpdir(), 'appcircle-scratch-'));
    now = 1000;
    told = [];
    begin();
  });

  afterEach(() => {
    rmSync(storage, { recursive: true, force: true });
  });

  const names = async () => (await files.list()).map(({ name }) => name);
  const textOf = async (name: string) => Buffer.from(await files.readFile(scratchUri(name))).toString();
  const open = async (content = text) => {
    await openRequest(content);
    return editor.documents.open.at(-1) ?? assert.fail();
  };
  const onDisk = () => new ScratchStore(path.join(storage, 'scratch-requests'));

  it('a new request is one, named by what it does, and nothing is unsaved', async () => {
    const one = await open();
    const other = await open();
    assert.deepEqual(
      [one, other].map(({ uri, languageId, isUntitled }) => [
        uri.path.split('/').at(-1),
        languageId,
        isUntitled,
      ]),
      [
        ['GET One', 'appcircle-http', false],
        ['GET One 2', 'appcircle-http', false],
      ],
    );
    assert.equal(one.text, text);
    assert.deepEqual(await names(), ['GET One 2', 'GET One']);
    assert.equal(editor.shownDocuments[0]?.options.preview, false);
  });

  it('what is typed is on the disk at once, and the time of the last save stands still', async () => {
    const document = await open();
    const { mtime } = await files.stat(scratchUri('GET One'));
    editor.documents.type(document, `${text}# a`);
    editor.documents.type(document, `${text}# ab`);
    assert.equal(await textOf('GET One'), `${text}# ab`);
    await until('the disk', async () => (await onDisk().read('GET One'))?.text === `${text}# ab`);
    const { mtime: after, size } = await files.stat(scratchUri('GET One'));
    assert.deepEqual([after, size], [mtime, text.length + 4]);
    assert.deepEqual(told, []);
    await files.writeFile(scratchUri('GET One'), Buffer.from(`${text}# ab`));
    assert.ok((await files.stat(scratchUri('GET One'))).mtime > mtime);
  });

  it('a window that ends in the middle of a word loses nothing of it', async () => {
    const document = await open();
    editor.documents.type(document, `${text}# word`);
    files.dispose();
    assert.equal((await onDisk().read('GET One'))?.text, `${text}# word`);
    begin();
    assert.equal(await textOf('GET One'), `${text}# word`);
  });

  it('one that nobody typed in goes with its tab, and comes back when the editor opens it again', async () => {
    await open();
    editor.closeTab();
    await until('the end of it', async () => (await names()).length === 0);
    assert.deepEqual(readdirSync(path.join(storage, 'scratch-requests')), []);
    assert.equal(await textOf('GET One'), text);
    assert.deepEqual(await names(), ['GET One']);
  });

  it('one that was typed in stays when its tab is closed', async () => {
    const document = await open();
    editor.documents.type(document, `${text}# mine`);
    editor.closeTab();
    begin();
    await open('### Two\nGET {{host}}/two\n');
    assert.deepEqual(await names(), ['GET Two', 'GET One']);
  });

  it('a name is not given again while the editor holds another text of it', async () => {
    const document = await open();
    editor.documents.type(document, `${text}# mine`);
    await files.delete(scratchUri('GET One'));
    await open();
    assert.deepEqual(await names(), ['GET One 2']);
  });

  it('at most 50 are kept: the ones go that were not changed for longest, and are not open', async () => {
    for (let nth = 0; nth < 53; nth++) {
      await files.writeFile(scratchUri(`GET ${nth}`), Buffer.from(text));
      if (nth === 0) editor.showFile(await documentOf('GET 0'));
    }
    const kept = await names();
    assert.equal(kept.length, 50);
    assert.deepEqual([kept[0], kept.at(-1), kept.at(-2)], ['GET 52', 'GET 0', 'GET 4']);
  });

  const documentOf = async (name: string) => {
    const { workspace } = editor.api as typeof vscode;
    await workspace.openTextDocument(scratchUri(name));
    return editor.documents.open.at(-1) ?? assert.fail();
  };

  it('nobody else of the machine can read them', async () => {
    await open();
    const folder = path.join(storage, 'scratch-requests');
    const [file = ''] = readdirSync(folder);
    assert.deepEqual([statSync(folder).mode & 0o77, statSync(path.join(folder, file)).mode & 0o77], [0, 0]);
  });

  it('what is damaged on the disk is left out, and no path leads out of the folder', async () => {
    await open();
    const folder = path.join(storage, 'scratch-requests');
    writeFileSync(path.join(folder, 'x.json'), '{"name":"GET Evil","text":"x","savedAt":1,"changedAt":1}');
    writeFileSync(path.join(folder, 'y.json'), '{');
    assert.deepEqual(await names(), ['GET One']);
    const away = scratchUri('../../GET One');
    await assert.rejects(files.readFile(away));
    await assert.rejects(files.writeFile(away, Buffer.from('x')));
    await assert.rejects(files.stat(scratchUri('GET Two')));
    assert.equal(readdirSync(storage).length, 1);
  });

  it('what another window changed or deleted is told when this one gets the focus', async () => {
    const document = await open();
    await open('### Two\nGET {{host}}/two\n');
    editor.documents.type(document, `${text}# a`);
    await until('the disk', async () => (await onDisk().read('GET One'))?.text !== text);
    editor.windowState.fire({ focused: true });
    const other = onDisk();
    const one = (await other.read('GET One')) ?? assert.fail();
    await other.put({ ...one, text: `${text}# other`, savedAt: 5000 });
    await other.delete('GET Two');
    editor.windowState.fire({ focused: true });
    await until('what is told', () => told.length === 2);
    assert.deepEqual(
      told.map(({ type, uri }) => [type, uri.path.split('/').at(-1)]),
      [
        [1, 'GET One'],
        [3, 'GET Two'],
      ],
    );
  });

  it('Remove All Data closes their tabs and leaves none', async () => {
    const document = await open();
    editor.documents.type(document, `${text}# mine`);
    await files.deleteAll();
    assert.deepEqual(editor.tabs, []);
    assert.deepEqual(readdirSync(storage), []);
    assert.deepEqual(await names(), []);
  });

  it('a disk that takes nothing leaves an untitled document', async () => {
    rmSync(storage, { recursive: true });
    writeFileSync(storage, '');
    const document = await open();
    assert.ok(document.isUntitled);
    assert.equal(document.text, text);
  });
});
