import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import type { DistributionProfile } from '../../../../../src/api/distribution/profiles';
import type * as VersionsModule from '../../../../../src/features/distribution/versions/versions';
import type { JsonDocuments } from '../../../../../src/ui/documents/jsonDocuments';
import { buildApk, buildIpa, usualInfo } from '../../../../apps/appBuilder';
import { accountOf, hostsAt, keyOf } from '../../../account/accountFixture';
import { cellsOf, preview, tokensOf } from '../../../ui/documents/markdownPreview';
import { rawVersion, VersionServer } from '../versions/versionFixture';
import { profile as target, useUploads } from './uploadFixture';

const profile: DistributionProfile = { ...target, versions: {}, raw: {} };
const app = buildIpa();

describe('Show Version: what was read of the file that was uploaded in this window', () => {
  const fixture = useUploads();
  const { editor, user } = fixture;
  let server: VersionServer;
  let versions: VersionsModule.Versions;

  beforeEach(() => {
    server = new VersionServer();
    const { Versions } = editor.load('features/distribution/versions/versions') as typeof VersionsModule;
    versions = editor.own(
      new Versions({
        accountData: fixture.accountData,
        sessions: fixture.sessions,
        clientFor: server.clientFor,
        documents: { renew: () => undefined, has: () => false } as unknown as JsonDocuments,
        uploadedFiles: fixture.uploadedFiles,
        pickProfile: () => Promise.resolve(profile),
        extension: (editor.api as typeof vscode).Uri.file('/extension'),
        profiles: () => Promise.resolve([profile]),
      }),
    );
  });

  const upload = async (name = 'app.ipa', content: Uint8Array = app) => {
    user.presses = ['Upload Anyway'];
    user.chooses = ['Upload Without'];
    await fixture.uploads.upload(fixture.write(name, content));
    assert.equal(fixture.server.steps.at(-1), 'task');
  };
  /** What the server tells of the version that became of it. */
  const told = (more: Record<string, unknown> = {}, id = 'v') =>
    rawVersion(id, {
      uniqueName: 'com.harborlabs.notes',
      fileName: 'app.ipa',
      fileSize: app.length,
      createDate: new Date().toISOString(),
      ...more,
    });
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  /** The page of the first of these versions. */
  const pageOf = async (...rows: Record<string, unknown>[]) => {
    server.answers[profile.id] = rows;
    versions.rows.forget();
    const version = (await versions.rows.versionsOf(profile)).find(({ id }) => id === rows[0]?.['id']);
    await versions.showVersion({ profile, version: version ?? assert.fail('no version') });
    const uri = editor.executed.at(-1)?.[1] as vscode.Uri;
    const provider = editor.contents.get('appcircle-version');
    return provider?.provideTextDocumentContent(uri, undefined as never) as string;
  };
  const title = /^## From the uploaded file$/m;
  const factsOf = (page: string) => {
    const at = page.search(title);
    return at < 0 ? undefined : cellsOf(page.slice(at).split(/\n## (?!From)/)[0] ?? '').slice(1);
  };

  it('R52: its page tells what was read, with the name of the file, and asks for nothing more', async () => {
    await upload();
    assert.deepEqual(
      factsOf(await pageOf(told(), told({ version: '2.3.0', createDate: minutesAgo(-1) }, 'old'))),
      [
        ['File', 'app.ipa'],
        ['Name', 'Harbor Notes'],
        ['Bundle ID', 'com.harborlabs.notes'],
        ['Version', '2.4.0 (318)'],
        ['Minimum system', 'iOS 15.0 or later'],
        ['Provisioning', 'Ad hoc'],
        ['Provisioning until', 'Mar 1, 2999'],
        ['Devices', '2'],
        ['Uses encryption', 'No'],
      ],
    );
    assert.equal(server.asked.length, 1);
  });

  it('so it does of an app of Android', async () => {
    const apk = buildApk();
    await upload('app.apk', apk);
    const facts = factsOf(await pageOf(told({ fileName: 'app.apk', fileSize: apk.length })));
    assert.deepEqual(facts, [
      ['File', 'app.apk'],
      ['Name', 'Harbor Notes'],
      ['Package name', 'com.harborlabs.notes'],
      ['Version', '2.4.0 (318)'],
      ['Minimum SDK', 'API 24'],
      ['Target SDK', 'API 35'],
      ['Debuggable', 'No'],
      ['Signed', 'v1, v2'],
    ]);
  });

  it('a page that is open follows when its profile is loaded again', async () => {
    await upload();
    const twin = told({}, 'twin');
    const before = await pageOf(told(), twin);
    const uri = editor.executed.at(-1)?.[1] as vscode.Uri;
    server.answers[profile.id] = [told()];
    versions.rows.forget();
    await versions.renewDocuments({ id: profile.id, profile });
    const provider = editor.contents.get('appcircle-version');
    const after = provider?.provideTextDocumentContent(uri, undefined as never) as string;
    assert.deepEqual([title.test(before), title.test(after)], [false, true]);
  });

  for (const [what, more] of Object.entries({
    'was there before': { createDate: minutesAgo(60) },
    'came later': { createDate: minutesAgo(-60) },
    'has another file': { fileName: 'other.ipa' },
    'has another size': { fileSize: app.length + 1 },
    'has another build': { versionCode: '319' },
    'has another ID': { uniqueName: 'com.harborlabs.other' },
    'tells no build': { versionCode: null },
    'tells neither file nor size': { fileName: null, fileSize: null },
    'tells neither time nor size': { createDate: null, fileSize: null },
  })) {
    it(`another version with the same number that ${what} tells nothing`, async () => {
      await upload();
      assert.doesNotMatch(await pageOf(told(more)), title);
      assert.match(await pageOf(told()), title);
    });
  }

  it('clocks that are a little apart, and a time that is not told, leave no doubt', async () => {
    await upload();
    for (const createDate of [minutesAgo(4), minutesAgo(-4), null]) {
      assert.match(await pageOf(told({ createDate })), title);
    }
  });

  it('where two versions, or two uploads, may be meant nothing is told', async () => {
    await upload();
    assert.doesNotMatch(await pageOf(told(), told({}, 'twin')), title);
    await upload();
    assert.doesNotMatch(await pageOf(told()), title);
  });

  it('a file that changed after it was read tells nothing', async () => {
    let comment = '';
    fixture.server.profile = () => {
      fixture.write('app.ipa', buildIpa({ end: { comment: (comment += 'more') } }));
      return Promise.resolve({});
    };
    await upload();
    assert.deepEqual(fixture.uploadedFiles.of(fixture.account.id, profile.id), []);
  });

  it('who uploaded it is told nothing of it after signing out', async () => {
    await upload();
    assert.match(await pageOf(told()), title);
    const { sessions, account } = fixture;
    sessions.setSignedOut();
    sessions.setSignedIn(account);
    assert.doesNotMatch(await pageOf(told()), title);
  });

  it('another account is told nothing, nor is another profile', async () => {
    await upload();
    const { sessions, account, uploadedFiles } = fixture;
    const file = uploadedFiles.of(account.id, profile.id)[0] ?? assert.fail('not kept');
    sessions.setSignedOut();
    sessions.setSignedIn(account);
    uploadedFiles.add({
      ...file,
      accountId: accountOf(keyOf('k'), hostsAt('https://api.example'), 'else').id,
    });
    uploadedFiles.add({ ...file, profileId: 'other' });
    assert.doesNotMatch(await pageOf(told()), title);
    uploadedFiles.add(file);
    assert.match(await pageOf(told()), title);
  });

  it('the last 50 are kept', async () => {
    await upload();
    const [file] = fixture.uploadedFiles.of(fixture.account.id, profile.id);
    for (let count = 0; file && count < 60; count++) fixture.uploadedFiles.add(file);
    assert.equal(fixture.uploadedFiles.of(fixture.account.id, profile.id).length, 50);
  });

  it('names of file and app are text', async () => {
    const evil = '[a](command:evil)<img src=x>**b** `c` | \u202e';
    const name = `${evil}.ipa`;
    const hostile = buildIpa({ info: { ...usualInfo, CFBundleDisplayName: evil, MinimumOSVersion: evil } });
    await upload(name, hostile);
    const page = await pageOf(told({ fileName: name, fileSize: hostile.length }));
    assert.match(page, title);
    assert.doesNotMatch(preview.render(page), /<img|<a |\u202e/);
    assert.equal(
      tokensOf(page).some(({ type }) => /link|image|code_inline/.test(type)),
      false,
    );
  });
});
