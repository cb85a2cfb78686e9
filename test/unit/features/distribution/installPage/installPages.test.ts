import { strict as assert } from 'node:assert';
import type * as Pages from '../../../../../src/features/distribution/installPage/installPages';
import type { FakeUri } from '../../../extension/fakeUri';
import { tokensOf } from '../../../ui/documents/markdownPreview';
import { linesOf, useProfiles } from '../profiles/profileFixture';

const ROUTE = 'distribution/v2/profiles/qr-code';

describe('Open Install Page and Show QR Code', () => {
  const fixture = useProfiles(
    'installPage/installPages',
    (module, { deps, editor }) => editor.own(new (module as typeof Pages).InstallPages(deps)),
    5,
  );
  const { editor } = fixture;
  const client = () => fixture.window.clientFor(fixture.window.account);
  const address = () => `https://install.example/profile/${fixture.row().row.id}`;

  /** The server has the profile so. */
  const serve = (enableStaticPage: boolean, authenticationType: number) => {
    const { id } = fixture.row().row;
    const rows = fixture.sandbox.profiles();
    fixture.sandbox.replaceProfiles(
      rows.map((row) =>
        row.id === id && row.settings
          ? { ...row, settings: { ...row.settings, enableStaticPage, authenticationType } }
          : row,
      ),
    );
    fixture.sandbox.clearRequests();
  };

  beforeEach(() => {
    // What a server says that describes the route.
    client().describedRoutes.add(ROUTE);
    serve(true, 1);
  });

  it('R55: who may open the page is said before it is opened or copied', async () => {
    await fixture.commands.open(fixture.row());
    assert.equal(editor.messages[0], 'Open the install page of Atlas Field Service?');
    assert.match(editor.details[0] ?? '', /^This page is public\. Anyone .* without a login\.\n\nhttps:/);
    assert.deepEqual([editor.browsed, editor.clipboard], [[], '']);
    editor.presses = 'Copy Address';
    await fixture.commands.open(fixture.row());
    assert.deepEqual([editor.clipboard, editor.statusBar], [address(), ['Address copied.']]);
    serve(true, 5);
    editor.presses = 'Open';
    await fixture.commands.open(fixture.row());
    assert.match(editor.details.at(-1) ?? '', /^This page needs a login \(Single sign-on\)\./);
    assert.deepEqual(editor.browsed, [address()]);
    serve(true, 77);
    await fixture.commands.open(fixture.row());
    assert.match(editor.details.at(-1) ?? '', /^Whether this page needs a login is unknown\./);
  });

  it('R55: the code is a picture of ours with words for who does not see it, on a page with the address', async () => {
    await fixture.commands.showQrCode(fixture.row());
    const [, uri] = editor.executed.find(([command]) => command === 'vscode.openWith') ?? [];
    const { path } = uri as FakeUri;
    assert.ok(path.endsWith('/QR code of Atlas Field Service '), path);
    const text = editor.contents
      .get('appcircle-qr')
      ?.provideTextDocumentContent(uri as never, {} as never) as string;
    // The editor's preview allows these pictures, markdown-it by itself does not.
    const allowed = text.replace('data:image/svg+xml', 'data:image/png');
    const picture = tokensOf(allowed).find(({ type }) => type === 'image');
    assert.equal(
      picture?.children?.map(({ type, content }) => (type === 'text' ? content : '')).join(''),
      'QR code that opens the install page of Atlas Field Service',
    );
    const lines = linesOf(allowed).join('\n');
    assert.match(lines, /This page is public\. Anyone who has/);
    assert.ok(lines.includes(address()));
  });

  it('asks for nothing more where the profile has no public page, and says so', async () => {
    serve(false, 1);
    editor.presses = 'Open in Dashboard';
    await fixture.commands.showQrCode(fixture.row());
    assert.match(editor.messages[0] ?? '', /^Atlas Field Service has no public page\./);
    assert.deepEqual(
      editor.executed.map(([command]) => command),
      ['appcircle.openProfileInDashboard'],
    );
    assert.deepEqual(fixture.asked, ['GET /distribution/v2/profiles/{Atlas Field Service} 200']);
  });

  it('says where the server does not have it, and where its answer cannot be read', async () => {
    fixture.sandbox.arm({ kind: 'respond', status: 400, path: '/**/qr-code' });
    await fixture.commands.open(fixture.row());
    assert.match(
      editor.messages[0] ?? '',
      /^Appcircle sent the QR code in a form that cannot be read here\./,
    );
    client().describedRoutes.clear();
    fixture.sandbox.setMode({ descriptions: 'absent' });
    await fixture.commands.open(fixture.row());
    fixture.sandbox.setMode({ descriptions: 'script' });
    assert.match(
      editor.messages[1] ?? '',
      /^This server's API description does not say where install pages are/,
    );
    assert.deepEqual([editor.browsed, editor.clipboard], [[], '']);
  });

  it('does nothing for an account that is not there any more', async () => {
    // It is looked at once the profile is chosen.
    client().describedRoutes.has = () => {
      fixture.switchAccount();
      return true;
    };
    await fixture.commands.open(fixture.row());
    assert.deepEqual(editor.messages, []);
  });
});
