import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import type * as Owned from '../../../../src/ui/documents/accountDocuments';
import { FakeAccountData } from '../../support/fakes/accountData';
import { useEditor, type EditorWith } from '../../support/useEditor';

describe('documents that belong to accounts', () => {
  const editor = useEditor('ui/documents/accountDocuments') as EditorWith<typeof Owned>;
  let accountData: FakeAccountData;
  let documents: Owned.AccountDocuments;
  let told: string[];
  beforeEach(() => {
    accountData = new FakeAccountData();
    documents = editor.own(new editor.module.AccountDocuments(accountData, 'appcircle-x', () => 'gone'));
    told = [];
    documents.onDidChange((uri) => told.push(uri.toString()));
  });
  afterEach(() => {
    assert.equal(accountData.size, 0);
  });

  const text = (uri: vscode.Uri) => documents.provideTextDocumentContent(uri);
  const api = editor.api as typeof vscode;
  const addressed = (path: string, scheme = 'appcircle-x') => api.Uri.from({ scheme, path });

  it('show what was set last, and tell of it', () => {
    const uri = documents.set('owner', ['1', 'Title'], '.json', 'old');
    assert.equal(uri.path, '/owner/1/Title.json');
    assert.equal(text(uri), 'old');
    assert.deepEqual(documents.set('owner', ['1', 'Title'], '.json', 'new'), uri);
    assert.equal(text(uri), 'new');
    assert.deepEqual(told, [uri.toString(), uri.toString()]);
    documents.delete(uri);
    assert.equal(text(uri), 'gone');
    assert.equal(told.length, 3);
  });

  it('are found by what they are of, whatever their titles, and can say something else', () => {
    const page = documents.set('owner', ['a/b', 'Title'], ' ', 'page');
    const other = documents.set('owner', ['a/b', 'version', 'Title'], ' ', 'version');
    documents.set('owner', ['a/bc', 'Title'], ' ', 'another');
    documents.set('other', ['a/b', 'Title'], ' ', 'of another account');
    const found = (...args: Parameters<typeof documents.find>) => documents.find(...args).map(String);
    assert.deepEqual(found('owner', ['a/b']), [String(page)]);
    assert.deepEqual(found('owner', ['a/b'], 2), [String(other)]);
    assert.deepEqual(found('owner', ['c']), []);
    told.length = 0;
    documents.replace(page, 'new');
    assert.deepEqual([text(page), text(other), told], ['new', 'version', [String(page)]]);
  });

  it('say so where they were not kept, as after a restart', () => {
    assert.equal(text(addressed('/owner/1/Title.json')), 'gone');
    documents.set('owner', ['1'], ' ', 'text');
    documents.dispose();
    assert.equal(text(addressed('/owner/1 ')), 'gone');
  });

  it('have names that lead nowhere and hide nothing, whatever a server says', () => {
    const names = [
      '../../etc',
      'a/b\\c',
      '\u202egpj.exe',
      'a\nb',
      '',
      '   ',
      'x'.repeat(500),
      'C:*?"<>|',
      '%2F..',
      '\ud800',
      `${'x'.repeat(79)}🚢`,
    ];
    for (const name of names) {
      const { path } = documents.set('owner', [name], ' ', name);
      assert.match(path, /^\/owner\/[^/\\:*?"<>|\n\u202e]+ $/, name);
      assert.ok(path.length < 100);
      assert.equal(text(addressed(path)), name);
    }
  });

  it('of one account are never those of another', () => {
    const uri = documents.set('one', ['x'], '', 'of one');
    documents.set('two', ['x'], '', 'of two');
    assert.equal(text(uri), 'of one');
  });

  describe('rule 8: when an account goes', () => {
    it('its documents go, in every tab that shows them, and nothing else does', async () => {
      const gone = documents.set('gone', ['1'], '.json', 'text');
      const kept = documents.set('kept', ['1'], '.json', 'text');
      const before = addressed('/gone/from-before.json');
      const foreign = addressed('/gone/1.json', 'file');
      const { TabInputCustom, TabInputText, TabInputTextDiff } = api;
      const staying = [
        new TabInputText(kept),
        new TabInputText(foreign),
        new TabInputTextDiff(kept, foreign),
        new TabInputCustom(kept, 'vscode.markdown.preview.editor'),
        undefined,
        {},
      ];
      const leaving = [
        new TabInputText(gone),
        new TabInputText(before),
        new TabInputTextDiff(kept, gone),
        new TabInputTextDiff(gone, kept),
        new TabInputCustom(gone, 'vscode.markdown.preview.editor'),
      ];
      editor.tabs.push(...[...leaving, ...staying].map((input) => ({ label: '', input })));
      told.length = 0;
      await accountData.retain(['kept', 'another']);
      assert.deepEqual([text(gone), text(kept)], ['gone', 'text']);
      assert.deepEqual(told, [gone.toString()]);
      assert.deepEqual(
        editor.tabs.map(({ input }) => input),
        staying,
      );
    });
  });
});
