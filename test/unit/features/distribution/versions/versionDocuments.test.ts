import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import { UploadedFiles } from '../../../../../src/features/distribution/versions/uploadedFiles';
import type * as VersionsModule from '../../../../../src/features/distribution/versions/versions';
import type * as Jsons from '../../../../../src/ui/documents/jsonDocuments';
import { FakeAccountData } from '../../../support/fakes/accountData';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { profile, rawVersion, VersionServer } from './versionFixture';

describe('documents of versions, when something was written', () => {
  const editor = useEditor('features/distribution/versions/versions') as EditorWith<typeof VersionsModule>;
  let server: VersionServer;
  let versions: VersionsModule.Versions;

  beforeEach(() => {
    server = new VersionServer();
    server.answers['p'] = [rawVersion('new', { version: '2.4.0' }), rawVersion('old', { version: '2.3.0' })];
    const { JsonDocuments } = editor.load('ui/documents/jsonDocuments') as typeof Jsons;
    const accountData = new FakeAccountData();
    versions = editor.own(
      new editor.module.Versions({
        accountData,
        uploadedFiles: new UploadedFiles(accountData),
        sessions: server.sessions,
        clientFor: server.clientFor,
        documents: editor.own(new JsonDocuments(accountData)),
        pickProfile: () => Promise.resolve(profile),
        extension: (editor.api as typeof vscode).Uri.file('/extension'),
        profiles: () => Promise.resolve([profile]),
      }),
    );
  });

  const chosen = async (id: string) => {
    const found = (await versions.rows.versionsOf(profile)).find((one) => one.id === id) ?? assert.fail(id);
    return { profile, version: found };
  };
  const contentOf = (uri: unknown) => {
    const { scheme } = uri as vscode.Uri;
    return editor.contents
      .get(scheme)
      ?.provideTextDocumentContent(uri as vscode.Uri, undefined as never) as string;
  };
  const page = () => editor.executed.find(([command]) => command === 'vscode.openWith')?.[1];

  it('follow: the page, the JSON; one that was deleted says so', async () => {
    await versions.showVersion(await chosen('new'));
    await versions.showAsJson({
      kind: 'below',
      row: profile,
      node: { id: 'version/new', kind: 'version', version: (await chosen('new')).version },
    });
    const json = editor.shownDocuments[0]?.address ?? assert.fail('no JSON');
    server.answers['p'] = [rawVersion('new', { version: '9.9.9' })];
    versions.rows.forget('p');
    await versions.renewDocuments({ id: 'p', profile });
    const api = editor.api as typeof vscode;
    assert.match(contentOf(page()).replaceAll('&#46;<!---->', '.'), /9\.9\.9/);
    assert.match(contentOf(api.Uri.parse(json)), /9\.9\.9/);
    server.answers['p'] = [];
    versions.rows.forget('p');
    await versions.renewDocuments({ id: 'p', profile });
    assert.equal(contentOf(page()), 'This version was deleted.');
  });

  it('say that they are gone with their profile', async () => {
    await versions.showVersion(await chosen('new'));
    await versions.renewDocuments({ id: 'p', profile: undefined });
    assert.equal(contentOf(page()), 'This version was deleted.');
  });

  it('where there is none, nothing is asked for; what fails leaves them', async () => {
    await versions.renewDocuments({ id: 'p', profile });
    assert.deepEqual(server.asked, []);
    await versions.showVersion(await chosen('new'));
    const before = contentOf(page());
    server.fails = new Error('offline');
    versions.rows.forget('p');
    await versions.renewDocuments({ id: 'p', profile });
    assert.equal(contentOf(page()), before);
  });
});
