import { strict as assert } from 'node:assert';
import type * as PasteCurl from '../../../../../src/features/apiExplorer/requests/pasteCurl';
import { currentScope } from '../../../../../src/account/commandScope';
import type { FakeInputBox } from '../../../extension/fakeInputBox';
import { useSandbox } from '../../../support/useSandbox';
import { ExplorerFixture } from '../explorerFixture';

describe('New Request from cURL', () => {
  const sandbox = useSandbox();
  let fixture: ExplorerFixture<typeof PasteCurl>;
  let base: string;

  beforeEach(async () => {
    fixture = new ExplorerFixture(sandbox.current, 'requests/pasteCurl');
    await fixture.signIn();
    base = fixture.window.account.hosts.api;
  });
  afterEach(() => {
    assert.deepEqual(fixture.sent, [], 'nothing is sent');
    fixture.dispose();
  });

  /** Runs the command until its box is open. */
  async function paste(): Promise<{ box: FakeInputBox; done: Promise<void> }> {
    const { sessions, clientFor } = fixture.window;
    const scope = currentScope({ sessions, clientFor });
    const done = fixture.module.pasteCurl(scope ?? assert.fail('nobody is signed in'));
    return { box: await fixture.editor.box(), done };
  }

  const texts = () => fixture.editor.documents.open.map(({ text }) => text);
  const select = (text: string, isEmpty = false) => {
    const document = fixture.open(text);
    fixture.editor.documents.active = { document, selection: { isEmpty } } as never;
  };

  it('R36: a command on the clipboard is proposed, without its secrets, and taken as it was copied', async () => {
    fixture.editor.clipboard = `curl '${base}/a?token=Sentinel' \\\n  -H 'Authorization: Bearer Sentinel.Sentinel' \\\n -d 'x\ny'`;
    const { box, done } = await paste();
    assert.match(box.value, /^curl '\S+' \\ -H 'Authorization/);
    assert.doesNotMatch(box.value, /Sentinel|\n/);
    box.enter();
    await done;
    assert.deepEqual(texts(), [
      [
        '### POST /a',
        '# Skipped because they may hold credentials: Authorization, token',
        'POST {{host}}/a',
        'Content-Type: application/x-www-form-urlencoded',
        '',
        'x',
        'y',
        '',
      ].join('\n'),
    ]);
    assert.deepEqual(fixture.editor.statusBar, [
      'Skipped because they may hold credentials: Authorization, token',
    ]);
  });

  it('R36: anything else on the clipboard stays there', async () => {
    for (const text of ['', 'Sentinel', 'eyJ.curl.x', 'the curl command']) {
      fixture.editor.clipboard = text;
      fixture.editor.boxes.length = 0;
      const { box, done } = await paste();
      assert.equal(box.value, '', text);
      box.hide();
      await done;
    }
    assert.deepEqual(texts(), []);
  });

  it('R36: what is no command, or is for another host, is refused in words, and the text stays', async () => {
    const { box, done } = await paste();
    const refusals: [text: string, sentence: RegExp][] = [
      ['hello', /not a cURL command/],
      ['curl https://evil.example/a', /for evil\.example\. Requests only go to 127/],
      ["curl 'x", /quotation mark or parenthesis is missing/],
      ['curl "$BASE/a"', /begins with \$BASE\. Replace it with "\{\{host\}\}"/],
      ['curl -v', /no address/],
      ['curl ftp://x/a', /no valid address/],
      [`curl -X BREW ${base}/a`, /BREW is not a method/],
      [`curl ${'x'.repeat(1_100_000)}`, /too long/],
    ];
    for (const [text, sentence] of refusals) {
      assert.match(await fixture.editor.refusal(box, text), sentence);
      box.validationMessage = undefined;
    }
    box.submit(`curl ${base}/a`);
    await done;
    assert.deepEqual(texts(), ['### GET /a\nGET {{host}}/a\n']);
    assert.deepEqual(fixture.editor.statusBar, []);
  });

  it('R36: the selected command is taken without asking; one that is refused is shown with why', async () => {
    fixture.editor.clipboard = `curl ${base}/clipboard`;
    select(`curl ${base}/selected`);
    const { sessions, clientFor } = fixture.window;
    const scope = currentScope({ sessions, clientFor }) ?? assert.fail();
    await fixture.module.pasteCurl(scope);
    assert.deepEqual(fixture.editor.boxes, []);
    assert.deepEqual(texts().slice(1), ['### GET /selected\nGET {{host}}/selected\n']);
    select('curl https://evil.example/a');
    const refused = await paste();
    assert.equal(refused.box.value, 'curl https://evil.example/a');
    assert.match(refused.box.validationMessage?.message ?? '', /evil\.example/);
    refused.box.hide();
    await refused.done;
    for (const isEmpty of [true, false]) {
      fixture.editor.boxes.length = 0;
      select(isEmpty ? `curl ${base}/cursor` : 'text', isEmpty);
      const { box, done } = await paste();
      assert.equal(box.value, `curl ${base}/clipboard`);
      box.hide();
      await done;
    }
  });

  it('a command for an account that is no longer the active one becomes nothing', async () => {
    const { box, done } = await paste();
    await fixture.signOut();
    box.submit(`curl ${base}/a`);
    await done;
    assert.deepEqual(texts(), []);
  });
});
