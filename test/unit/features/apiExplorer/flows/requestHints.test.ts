import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import type * as Hints from '../../../../../src/features/apiExplorer/flows/requestHints';
import { MASK } from '../../../../../src/support/redact';
import { FakePosition, FakeRange, type FakeDocument } from '../../../extension/fakeDocuments';
import { useSandbox } from '../../../support/useSandbox';
import { SenderFixture } from '../requests/senderFixture';

const list = '/distribution/v2/profiles';

describe('API Explorer: the values that a request takes from beside its document', () => {
  const sandbox = useSandbox();
  let fixture: SenderFixture;
  let told: number;
  beforeEach(async () => {
    fixture = new SenderFixture(sandbox.current);
    await fixture.signIn();
    const { registerRequestHints } = fixture.load('flows/requestHints') as typeof Hints;
    const { values, named } = fixture;
    const { redactor } = fixture.responses;
    fixture.editor.own(registerRequestHints({ sessions: fixture.window.sessions, values, named, redactor }));
    told = 0;
    provider().onDidChangeInlayHints?.(() => told++);
  });
  afterEach(() => {
    fixture.dispose();
  });

  const provider = () => fixture.editor.languages.providers.get('InlayHints') as vscode.InlayHintsProvider;

  /** What stands behind which text. */
  async function hints(document: FakeDocument, lines = document.lineCount): Promise<[string, string][]> {
    const range = new FakeRange(new FakePosition(0, 0), new FakePosition(lines, 0));
    const found = await provider().provideInlayHints(
      document as unknown as vscode.TextDocument,
      range as unknown as vscode.Range,
      {} as vscode.CancellationToken,
    );
    return (found ?? []).map(({ label, position }) => [
      document.text
        .slice(0, document.offsetAt(position as unknown as FakePosition))
        .split('{{')
        .at(-1) ?? '',
      label as string,
    ]);
  }

  it('R32: shows the value of a response that is there, each time that it comes', async () => {
    const document = fixture.open(
      `# @name list\nGET {{host}}${list}?Page=1&Size=2\n###\nGET {{host}}${list}/{{list.response.body.$.[0].id}}\n`,
    );
    assert.deepEqual(await hints(document), []);
    await fixture.sendFirst(document);
    const [first] = sandbox.current.profiles();
    assert.deepEqual(await hints(document), [['list.response.body.$.[0].id}}', first?.id]]);
    assert.ok(told > 0);
    document.text = document.text.replace('Size=2', 'Size=1');
    assert.deepEqual(await hints(document), [], 'of another request it says nothing');
  });

  it('R37: shows what was picked where the document is blank, in the lines that are seen', async () => {
    await fixture.values.pick(fixture.window.account, [['profileId', 'p1']]);
    const document = fixture.open(`@profileId =\n@own = 2\n\nGET {{host}}/a/{{profileId}}/{{own}}\n`);
    assert.deepEqual(await hints(document), [['profileId}}', 'p1']]);
    assert.deepEqual(await hints(document, 2), []);
  });

  it('T1: a secret is masked, by its name and by its value', async () => {
    const held = fixture.responses.redactor.protect('sentinel-of-the-hints');
    await fixture.values.pick(fixture.window.account, [
      ['password', 'x'],
      ['note', 'sentinel-of-the-hints'],
    ]);
    const document = fixture.open(`GET {{host}}/a?a={{password}}&b={{note}}\n`);
    assert.deepEqual(await hints(document), [
      ['password}}', MASK],
      ['note}}', MASK],
    ]);
    held.dispose();
  });

  it('R11: another account has other values, and nobody has none', async () => {
    await fixture.values.pick(fixture.window.account, [['profileId', 'p1']]);
    const document = fixture.open(`GET {{host}}/a/{{profileId}}\n`);
    await fixture.signIn('northwind-owner');
    assert.deepEqual(await hints(document), []);
    await fixture.signOut();
    await fixture.signOut();
    assert.deepEqual(await hints(document), []);
  });
});
