import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import type * as Jsons from '../../../../src/ui/documents/jsonDocuments';
import { FakeAccountData } from '../../support/fakes/accountData';
import { useEditor, type EditorWith } from '../../support/useEditor';

describe('JSON documents', () => {
  const editor = useEditor('ui/documents/jsonDocuments') as EditorWith<typeof Jsons>;
  let documents: Jsons.JsonDocuments;
  beforeEach(() => {
    documents = editor.own(new editor.module.JsonDocuments(new FakeAccountData()));
  });

  const textOf = (address: string): string => {
    const uri = (editor.api as typeof vscode).Uri.parse(address);
    return editor.contents.get(uri.scheme)?.provideTextDocumentContent(uri, undefined as never) as string;
  };
  const shown = () => editor.shownDocuments.map(({ address }) => decodeURIComponent(address));

  it('rule 13: are in a language of ours, whatever they are called, secrets masked', async () => {
    await documents.show('owner', ['distribution', 'p', 'package.json'], {
      $schema: 'https://x.example',
      token: 'abc',
    });
    assert.match(shown()[0] ?? '', /\/owner\/distribution\/p\/package\.json\.appcircle-json$/);
    assert.doesNotMatch(editor.shownDocuments[0]?.text ?? '', /abc/);
  });

  it('follow what is learned later, and say that it is gone', async () => {
    await documents.show('owner', ['distribution', 'p', 'Title'], { name: 'old' });
    const { address } = editor.shownDocuments[0] ?? assert.fail('nothing was shown');
    assert.equal(documents.has('owner', ['distribution', 'p'], 1), true);
    assert.equal(documents.has('owner', ['distribution', 'p'], 2), false);
    documents.renew('owner', ['distribution', 'other'], { name: 'other' });
    documents.renew('other', ['distribution', 'p'], { name: 'other' });
    documents.renew('owner', ['distribution', 'p'], { name: 'new', password: 'abc' });
    assert.match(textOf(address), /"new"/);
    assert.doesNotMatch(textOf(address), /abc/);
    documents.renew('owner', ['distribution', 'p'], undefined);
    assert.equal(textOf(address), '// This item was deleted.\n');
  });
});
