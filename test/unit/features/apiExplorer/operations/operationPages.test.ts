import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import type { Account } from '../../../../../src/account/account';
import { startSandbox, type Sandbox } from '../../../../sandbox/sandbox';
import type { FakeUri } from '../../../extension/fakeUri';
import { list, OperationCommandsFixture } from './operationCommandsFixture';

describe('API Explorer: pages of operations', () => {
  let sandbox: Sandbox;
  let fixture: OperationCommandsFixture;
  let other: Account;
  let own: Account;
  before(async () => {
    sandbox = await startSandbox({ profiles: 3 });
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    fixture = new OperationCommandsFixture(sandbox);
    other = await fixture.signIn('northwind-owner');
    own = await fixture.signIn('harbor-owner');
  });
  afterEach(() => {
    fixture.dispose();
  });

  /** The pages that were shown, each with how. */
  const shown = () =>
    fixture.editor.executed
      .filter(([command]) => command === 'vscode.openWith')
      .map(([, uri, , options]) => ({ uri: uri as FakeUri, options }));
  const show = async (key: string) => {
    await fixture.commands.show(fixture.node(key));
    return shown().at(-1)?.uri ?? assert.fail('no page');
  };
  const textOf = (uri: FakeUri) =>
    fixture.editor.contents
      .get(uri.scheme)
      ?.provideTextDocumentContent(uri as unknown as vscode.Uri, undefined as never) as string;

  it('take the place of the last one from a row, and stand beside the request that they are of', async () => {
    await show(`GET ${list}`);
    const { uri } = fixture.open(`GET {{host}}${list}/42\n`);
    await fixture.commands.show({ uri: uri.toString(), offset: 0 });
    const [fromRow, fromRequest] = shown().map(({ options }) => options);
    assert.deepEqual(fromRow, { preview: true });
    assert.deepEqual(fromRequest, { preview: true, viewColumn: -2 });
  });

  it('have their commands in their titles: a request, the path, what is similar', async () => {
    const uri = await show(`GET ${list}/{profileId}`);
    await fixture.commands.newRequest(uri);
    assert.match(fixture.requests[0] ?? '', /^GET /m);
    await fixture.commands.copyPath(uri);
    assert.equal(fixture.editor.clipboard, `${list}/{profileId}`);
    fixture.editor.choose('All profiles');
    await fixture.commands.goToSimilar(uri);
    assert.match(shown().at(-1)?.uri.path ?? '', /All profiles $/);
    assert.deepEqual(fixture.editor.picks, []);
    assert.equal(fixture.recent.of(own).length, 2);
  });

  it('Go to Similar takes the request at the cursor, and shows the page beside it', async () => {
    const { uri } = fixture.open(`GET {{host}}${list}/42\n`);
    fixture.editor.choose('All profiles');
    await fixture.commands.goToSimilar({ uri: uri.toString(), offset: 0 });
    assert.deepEqual(shown()[0]?.options, { preview: true, viewColumn: -2 });
  });

  it('T5: Go to Similar: Esc is the end; R11: so is another account', async () => {
    await fixture.commands.goToSimilar(fixture.node(`GET ${list}`));
    fixture.editor.chooses = (rows) => {
      fixture.window.sessions.setSignedIn(other);
      return rows.find(({ label }) => label === 'A profile');
    };
    await fixture.commands.goToSimilar(fixture.node(`GET ${list}`));
    assert.deepEqual(shown(), []);
  });

  it('say who may call an operation by what is publicly known, where its own description does not', async () => {
    const text = textOf(await show(`GET ${list}`));
    assert.match(text, /\*\*Permissions&#58;\*\* one of the roles Owner&#44; Viewer/);
  });

  it('rule 8: of an account that goes, nothing is known any more', async () => {
    const uri = await show(`GET ${list}`);
    assert.ok(fixture.documents.operationOn(uri));
    await fixture.accountData.retain([other.credentialId]);
    assert.equal(fixture.documents.operationOn(uri), undefined);
  });
});
