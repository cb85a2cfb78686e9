import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import type * as Place from '../../../../../src/features/apiExplorer/requests/requestPlace';
import { useEditor, type EditorWith } from '../../../support/useEditor';

const text = ['@id = 1', '', '### One', 'GET {{host}}/one', '', '### Two', 'GET {{host}}/two', ''].join('\n');

describe('API Explorer: the request that is meant', () => {
  const editor = useEditor('features/apiExplorer/requests/requestPlace') as EditorWith<typeof Place>;

  const named = (argument?: unknown) => editor.module.requestPlace(argument)?.request.name;
  const uri = 'file:///w/a.appcircle.http';

  it('is the one at the cursor, and the first one for the variables above it', () => {
    const document = editor.documents.add(uri, text);
    assert.equal(named(), undefined);
    for (const [before, name] of [
      ['GET {{host}}/one', 'One'],
      ['### Two', 'Two'],
      ['/two', 'Two'],
      ['@id', 'One'],
    ] as const) {
      editor.documents.activate(document, before);
      assert.equal(named(), name, before);
    }
  });

  it('is the one that a lens names, whatever is active', () => {
    editor.documents.add(uri, text);
    editor.documents.activate(editor.documents.add('file:///other', 'GET {{host}}/other'), 'GET');
    for (const [before, name] of [
      ['GET {{host}}/one', 'One'],
      ['GET {{host}}/two', 'Two'],
    ] as const) {
      assert.equal(named({ uri, offset: text.indexOf(before) }), name);
    }
    assert.equal(
      editor.module.requestPlace({ uri, offset: text.indexOf('/two') })?.document.uri.path,
      '/w/a.appcircle.http',
    );
  });

  it('T13: is none where there is none', () => {
    assert.equal(named({ uri, offset: 0 }), undefined);
    editor.documents.add(uri, text);
    assert.equal(named({ uri: 'file:///gone', offset: 0 }), undefined);
    assert.equal(named({ uri, offset: text.length + 100 }), undefined);
    for (const argument of [null, 7, 'x', [], {}, { uri }, { uri: 7, offset: 1 }, { uri, offset: '1' }]) {
      assert.equal(named(argument), undefined, JSON.stringify(argument));
    }
    editor.documents.activate(editor.documents.add('file:///empty', ''), '');
    assert.equal(named(), undefined);
    editor.documents.activate(editor.documents.add('file:///a.http', text, 'http'), 'GET');
    assert.equal(named(), undefined);
  });

  it('is read anew each time: what was typed since counts', () => {
    const document = editor.documents.add(uri, text);
    editor.documents.activate(document, '/two');
    document.text = text.replace('### Two', '### Three');
    editor.documents.activate(document, '/two');
    assert.equal(named(), 'Three');
  });

  it('an edit changes what it says and nothing else', async () => {
    const document = editor.documents.add(uri, text);
    const start = text.indexOf('two');
    const edit = { start, end: start + 3, text: 'three\nfour' };
    await editor.module.applyEdit(document as unknown as vscode.TextDocument, edit);
    assert.equal(document.text, text.replace('/two', '/three\nfour'));
  });
});
