import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import { Failure } from '../../../../src/api/failure';
import type * as PageRows from '../../../../src/features/distribution/pageRows';
import { useEditor, type EditorWith } from '../../support/useEditor';
import { profile, version, VersionServer } from './versions/versionFixture';

describe('what a command of a page is run on', () => {
  const editor = useEditor('features/distribution/pageRows') as EditorWith<typeof PageRows>;
  const { Uri } = editor.api as typeof vscode;
  let server: VersionServer;
  let fails: Error | undefined;

  beforeEach(() => {
    [server, fails] = [new VersionServer(), undefined];
  });

  const newest = version({}, 'new');
  const page = (scheme: string, ...parts: string[]) =>
    Uri.from({ scheme, path: `/${[server.account.credentialId, ...parts].join('/')} ` });
  const meant = (argument: unknown) =>
    editor.module.rowOfPage(argument, {
      sessions: server.sessions,
      profiles: () => (fails ? Promise.reject(fails) : Promise.resolve([profile])),
      versionsOf: () => Promise.resolve([newest]),
    });

  it('is the row as it is now', async () => {
    assert.deepEqual(await meant(page('appcircle-overview', 'p', 'Old Name')), {
      argument: { kind: 'row', row: profile },
    });
    assert.deepEqual(await meant(page('appcircle-version', 'p', 'new', 'Field Reports 2.4.0')), {
      argument: {
        kind: 'below',
        row: profile,
        node: { id: 'new', kind: 'version', version: newest },
        parent: { kind: 'row', row: profile },
      },
    });
  });

  it('T13: is the argument itself where there is no page', async () => {
    for (const argument of [undefined, null, 7, { kind: 'row' }, Uri.file('/x/app.ipa')]) {
      assert.deepEqual(await meant(argument), { argument });
    }
  });

  it('is nothing, after a sentence, where page and account do not belong together, or it is gone', async () => {
    for (const [uri, said] of [
      [page('appcircle-overview', 'other', 'Name'), /profile no longer exists/],
      [page('appcircle-version', 'p', 'old', 'Name'), /version no longer exists/],
      [Uri.from({ scheme: 'appcircle-overview', path: '/somebody/p/Name ' }), /belongs to another account/],
    ] as const) {
      assert.equal(await meant(uri), undefined);
      assert.match(editor.messages.pop() ?? '', said);
    }
    server.sessions.setSignedOut();
    assert.equal(await meant(page('appcircle-overview', 'p', 'Name')), undefined);
  });

  it('fails as the request for the rows does', async () => {
    fails = new Failure('offline', { host: 'api.example' });
    await assert.rejects(meant(page('appcircle-overview', 'p', 'Name')), fails);
  });
});
