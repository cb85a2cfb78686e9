import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import type * as Origins from '../../../../../src/features/apiExplorer/requests/documentOrigins';
import type { FakeDocument } from '../../../extension/fakeDocuments';
import { useEditor, type EditorWith } from '../../../support/useEditor';

const text = 'GET {{host}}/x\n';

describe('API Explorer: where request documents come from', () => {
  const editor = useEditor('features/apiExplorer/requests/documentOrigins') as EditorWith<typeof Origins>;
  let origins: Origins.DocumentOrigins;
  beforeEach(() => {
    origins = editor.own(new editor.module.DocumentOrigins());
  });

  const open = (address: string, content = text, language?: string) =>
    editor.documents.add(address, content, language);
  const isForeign = (document: FakeDocument) => origins.isForeign(document as unknown as vscode.TextDocument);
  const isUntrusted = (document: FakeDocument) =>
    origins.isUntrusted(document as unknown as vscode.TextDocument);

  it('what was written here is not foreign, what is a file is, until it was approved', () => {
    const [own, file, other] = [open('untitled:Untitled-1'), open('file:///w/a'), open('file:///w/b')];
    assert.deepEqual([own, file, other].map(isForeign), [false, true, true]);
    origins.approve(file as unknown as vscode.TextDocument);
    assert.deepEqual([own, file, other].map(isForeign), [false, false, true]);
  });

  it('needs a trusted workspace for what is foreign, and for nothing else', () => {
    const [own, file] = [open('untitled:Untitled-1'), open('file:///w/a')];
    assert.equal(isUntrusted(file), false);
    editor.trusted = false;
    assert.deepEqual([own, file].map(isUntrusted), [false, true]);
    origins.approve(file as unknown as vscode.TextDocument);
    assert.equal(isUntrusted(file), false);
  });

  it('a scratch request was written here, and so was the file that it is saved as', () => {
    const own = open('appcircle-request:/Appcircle%20Scratch%20Requests/GET%20One');
    const file = open('file:///w/a');
    editor.trusted = false;
    assert.deepEqual([own, file].map(isForeign), [false, true]);
    assert.equal(isUntrusted(own), false);
    editor.documents.saved.fire(file);
    assert.equal(isForeign(file), false);
  });

  it('what was written here stays so as a file: the editor saves that, then empties and closes the other', () => {
    const own = open('untitled:Untitled-1');
    const file = open('file:///w/a');
    editor.documents.saved.fire(file);
    own.text = '';
    editor.documents.close(own);
    assert.equal(isForeign(file), false);
  });

  it('a file that merely is saved stays foreign, whatever else is open or was closed', () => {
    const file = open('file:///w/a');
    editor.documents.saved.fire(file);
    editor.documents.close(open('untitled:Untitled-1'));
    open('untitled:Untitled-2', `${text}# more`);
    open('untitled:Untitled-3', text, 'plaintext');
    open('file:///w/b');
    editor.documents.saved.fire(file);
    assert.equal(isForeign(file), true);
  });

  it('other languages are none of its business', () => {
    open('untitled:Untitled-1');
    const file = open('file:///w/a', text, 'plaintext');
    editor.documents.saved.fire(file);
    assert.equal(isForeign(file), true);
  });
});
