import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import type * as Jsons from '../../../../src/ui/documents/jsonDocuments';
import { FakeAccountData } from '../../support/fakes/accountData';
import { useEditor, type EditorWith } from '../../support/useEditor';

describe('JSON documents', () => {
  const editor = useEditor('ui/documents/jsonDocuments') as EditorWith<typeof Jsons>;
  let documents: Jsons.JsonDocuments;
  let accountData: FakeAccountData;
  beforeEach(() => {
    accountData = new FakeAccountData();
    documents = editor.own(new editor.module.JsonDocuments(accountData));
  });

  const api = editor.api as typeof vscode;
  const textOf = async (address: string): Promise<string> => {
    const uri = api.Uri.parse(address);
    const provider = editor.contents.get(uri.scheme) ?? assert.fail('nobody has them');
    return (await provider.provideTextDocumentContent(uri, undefined as never)) ?? '';
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
    assert.match(await textOf(address), /"new"/);
    assert.doesNotMatch(await textOf(address), /abc/);
    documents.renew('owner', ['distribution', 'p'], undefined);
    assert.equal(await textOf(address), '// This item was deleted.\n');
  });

  it('say that they are gone where the editor brought back a tab, and there is nothing to renew before', async () => {
    documents.renew('owner', ['distribution', 'p'], { name: 'new' });
    assert.equal(documents.has('owner', ['distribution', 'p'], 1), false);
    const address = 'appcircle-json:/owner/distribution/p/Title.appcircle-json';
    assert.match(await textOf(address), /^\/\/ This page is no longer available/);
  });

  it('rule 8: a tab that the editor brought back goes where its account is no longer there', async () => {
    const tab = (owner: string, scheme = 'appcircle-json') =>
      new api.TabInputText(api.Uri.from({ scheme, path: `/${owner}/1/Title.appcircle-json` }));
    const [foreign, kept] = [tab('gone', 'file'), tab('kept')];
    const show = (...inputs: unknown[]) => {
      editor.tabs.splice(0, Infinity, ...inputs.map((input) => ({ label: '', input })));
    };
    show(foreign, undefined, {});
    const { size } = accountData;
    await accountData.retain(['kept']);
    assert.equal(accountData.size, size, 'what they are made of was loaded for no tab of theirs');
    show(foreign, kept, tab('gone'), new api.TabInputTextDiff(tab('gone').uri, kept.uri));
    await accountData.retain(['kept']);
    assert.deepEqual(
      editor.tabs.map(({ input }) => input),
      [foreign, kept],
    );
  });
});
