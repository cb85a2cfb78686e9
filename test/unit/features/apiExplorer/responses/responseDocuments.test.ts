import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import type { Account } from '../../../../../src/account/account';
import type { HttpRequest } from '../../../../../src/api/request/request';
import type { HttpResponse } from '../../../../../src/api/transport/transport';
import type * as AnswersModule from '../../../../../src/features/apiExplorer/responses/responseDocuments';
import { Redactor } from '../../../../../src/support/redact';
import { accountOf, hostsAt, keyOf } from '../../../account/accountFixture';
import { FakeAccountData } from '../../../support/fakes/accountData';
import { useEditor, type EditorWith } from '../../../support/useEditor';

const none = {} as vscode.CancellationToken;

const account = accountOf(keyOf('key'), hostsAt('https://api.example'), 'one');
const other = accountOf(keyOf('key'), hostsAt('https://api.example'), 'two');

const request: HttpRequest = {
  method: 'GET',
  path: '/distribution/v2/profiles',
  query: [],
  headers: [],
  body: undefined,
};

const answer = (
  body: string | Uint8Array,
  type = 'application/json',
  more: Partial<HttpResponse> = {},
): HttpResponse => {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  return {
    status: 200,
    statusText: 'OK',
    headers: [['content-type', type]],
    body: bytes,
    size: bytes.length,
    durationMs: 1,
    streamed: false,
    ...more,
  };
};

describe('API Explorer: answers', () => {
  const editor = useEditor('features/apiExplorer/responses/responseDocuments') as EditorWith<
    typeof AnswersModule
  >;
  let accountData: FakeAccountData;
  let redactor: Redactor;
  let responses: AnswersModule.ResponseDocuments;
  beforeEach(() => {
    accountData = new FakeAccountData();
    redactor = new Redactor();
    responses = editor.own(new editor.module.ResponseDocuments(accountData, redactor));
  });

  const add = (given: HttpResponse, more: { account?: Account; request?: HttpRequest; file?: string } = {}) =>
    responses.add({ account, request, source: undefined, file: undefined, ...more, response: given });
  const text = ({ uri }: { uri: vscode.Uri }) => {
    const content = editor.contents.get('appcircle-answer')?.provideTextDocumentContent(uri, none);
    assert.ok(typeof content === 'string');
    return content;
  };
  const name = ({ uri }: { uri: vscode.Uri }) => uri.path.split('/').slice(2).join('/');
  const showing = (...shown: { uri: vscode.Uri }[]) => {
    editor.documents.visible.fire(shown.map(({ uri }) => ({ document: { uri: uri } })));
  };

  it('are documents of their account, called by what was asked, newest first', () => {
    const [first, second] = [add(answer('{"b":[1]}')), add(answer('[]'))];
    assert.equal(text(first), '{\n  "b": [\n    1\n  ]\n}');
    assert.deepEqual([first, second].map(name), [
      '1/GET profiles 200.appcircle-json',
      '2/GET profiles 200.appcircle-json',
    ]);
    assert.equal(first.uri.path.split('/')[1], account.credentialId);
    assert.deepEqual(responses.all, [second, first]);
    assert.equal(responses.of(first.uri), first);
    assert.equal(responses.of(first.uri.toString()), first);
    assert.equal(responses.of('appcircle-answer:/x/y'), undefined);
  });

  it('are called by the last word of the path, whatever a path is', () => {
    const titles = {
      '/build/v1/queue/0c2f': 'GET queue 200',
      '/identity/v1/organizations/0c2f/users': 'GET users 200',
      '/': 'GET 200',
      '/%2e%2e/..%2f': 'GET 200',
      '/a/..': 'GET a 200',
    };
    for (const [path, title] of Object.entries(titles)) {
      const shown = add(answer('[]'), { request: { ...request, path } });
      assert.equal(name(shown).split('/')[1], `${title}.appcircle-json`);
    }
  });

  it('have the language of what they are, in a language of ours, so that nothing that they name is fetched', () => {
    const cases: [HttpResponse, kind: string, extension: string, text: RegExp][] = [
      [answer('{"$schema":"https://evil.example"}'), 'json', '.appcircle-json', /schema/],
      [answer('<b>', 'text/html; charset=utf-8'), 'text', '.appcircle-html', /<b>/],
      [answer('<b/>', 'application/xml'), 'text', '.appcircle-xml', /<b\/>/],
      [answer('a,b', 'text/csv'), 'text', '.appcircle-text', /a,b/],
      [answer(''), 'empty', '.appcircle-text', /^The response has no body\.\n$/],
      [
        answer(Buffer.from([0, 255, 1]), 'application/zip'),
        'binary',
        '.appcircle-text',
        /application\/zip, 3 bytes/,
      ],
      [answer(Buffer.from([0, 255, 1]), ''), 'binary', '.appcircle-text', /\(unknown type, /],
    ];
    for (const [given, kind, extension, says] of cases) {
      const shown = add(given);
      assert.equal(shown.kind, kind);
      assert.ok(name(shown).endsWith(`200${extension}`), name(shown));
      assert.match(text(shown), says);
    }
  });

  it('what cannot be unpacked is told with how it is packed, and text that only says so is shown', () => {
    const packed = (body: string | Uint8Array, known: boolean) =>
      add(answer(body, 'text/plain', { packed: { coding: 'zs\u202etd', known } }));
    const bytes = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd);
    assert.equal(
      text(packed(bytes, false)),
      'The response is compressed with zs‹U+202E›td, which is not supported. Select "Save to File…" above to save its 4 bytes.\n',
    );
    assert.match(text(packed(bytes, true)), /^The response could not be decompressed \(zs‹U\+202E›td\)\./);
    assert.equal(packed(bytes, false).kind, 'binary');
    assert.equal(text(packed('plain', false)), 'plain');
  });

  it('what ends early says so below what there is, and why', () => {
    const ends: [given: HttpResponse, text: RegExp][] = [
      [
        answer('{"a":[1', 'application/json', { earlyEnd: 'lost' }),
        /^\{"a":\[1\nIncomplete\. The connection ended/,
      ],
      [
        answer('a\n', 'text/plain', { earlyEnd: 'stalled' }),
        /^a\nIncomplete\. No data arrived for two minutes\.\n$/,
      ],
      [answer('a', 'text/plain', { earlyEnd: 'damaged' }), /^a\nIncomplete\. The rest is damaged/],
      [answer('a', 'text/plain', { earlyEnd: 'full' }), /^a\nIncomplete\. The response is too long/],
      [answer('', 'text/plain', { earlyEnd: 'cancelled' }), /^Incomplete\. Canceled\.\n$/],
      [
        answer('data: 1\r\n\r\ndata: 2', 'text/event-stream', { earlyEnd: 'lost' }),
        /^data: 1\n\ndata: 2\nIncomplete after 1 event\. The connection ended/,
      ],
      [
        answer('{}\n{}\n', 'application/x-ndjson', { earlyEnd: 'full' }),
        /^\{\}\n\{\}\nIncomplete after 2 events\. The response is too long/,
      ],
    ];
    for (const [given, says] of ends) assert.match(text(add(given)), says);
  });

  it('what is in another charset is read in that, and it is known where that is a guess', () => {
    const latin = add(answer(Buffer.from('Grüße', 'latin1'), 'text/plain'));
    assert.deepEqual([text(latin), latin.charset?.doubt], ['Grüße', { kind: 'undeclared' }]);
    const declared = add(answer(Buffer.from('Grüße', 'latin1'), 'text/plain; charset=iso-8859-1'));
    assert.deepEqual([text(declared), declared.charset?.doubt], ['Grüße', undefined]);
    const wide = add(answer(Buffer.from('\ufeff{"a":1}', 'utf16le')));
    assert.equal(text(wide), '{\n  "a": 1\n}');
  });

  it('R26: what went to a file is told of by its place', () => {
    const shown = add(answer('', 'application/json', { size: 12_000_000, streamed: true }), {
      file: '/tmp/x.json',
    });
    assert.equal(shown.kind, 'binary');
    assert.equal(text(shown), 'The response is too large to show. Saved 12 MB to /tmp/x.json\n');
  });

  describe('R5: secrets', () => {
    const secret = answer('{"password":"hunter22","name":"x"}');

    it('are masked, and counted', () => {
      const shown = add(secret);
      assert.equal(shown.masked, 1);
      assert.doesNotMatch(text(shown), /hunter22/);
      assert.equal(responses.isRevealed(shown), false);
    });

    it('are shown when asked for, in the same document, and hidden again when that is left', () => {
      const [shown, beside] = [add(secret), add(secret)];
      let changes = 0;
      responses.onDidChange(() => changes++);
      const told: string[] = [];
      editor.contents.get('appcircle-answer')?.onDidChange((uri) => told.push(uri.toString()));
      showing(shown);
      responses.reveal(shown);
      assert.match(text(shown), /hunter22/);
      assert.doesNotMatch(text(beside), /hunter22/);
      assert.equal(responses.isRevealed(shown), true);
      showing(shown, beside);
      assert.match(text(shown), /hunter22/);
      showing(beside);
      assert.doesNotMatch(text(shown), /hunter22/);
      assert.deepEqual([responses.isRevealed(shown), changes], [false, 2]);
      assert.deepEqual(told, [shown.uri.toString(), shown.uri.toString()]);
    });

    it('are hidden when asked for', () => {
      const shown = add(secret);
      responses.reveal(shown);
      responses.hide(shown.uri.toString());
      assert.doesNotMatch(text(shown), /hunter22/);
    });
  });

  it('R26: older ones are forgotten, by number and by size, and the newest never', () => {
    // A failure would tell of every byte.
    const kept = () => responses.all.map(name);
    const shown = Array.from({ length: 25 }, (_, nth) => add(answer(`[${nth}]`)));
    assert.deepEqual(kept(), shown.slice(5).reverse().map(name));
    assert.match(text(shown[4]!), /is no longer available/);
    assert.match(text(shown[5]!), /5/);
    const large = answer(new Uint8Array(40 * 1024 * 1024), 'application/zip');
    const [one, two] = [add(large), add(large)];
    assert.deepEqual(kept(), [name(two)]);
    assert.match(text(one), /is no longer available/);
    const largest = add(answer(new Uint8Array(70 * 1024 * 1024), 'application/zip'));
    assert.deepEqual(kept(), [name(largest)]);
  });

  it('rule 8: go with their account, with their tabs and what was revealed', async () => {
    const [gone, kept] = [add(answer('{"token":"abcdefgh"}'), { account: other }), add(answer('[1]'))];
    responses.reveal(gone);
    const { TabInputText } = editor.api as typeof vscode;
    editor.tabs.push(...[gone, kept].map(({ uri }) => ({ label: '', input: new TabInputText(uri) })));
    await accountData.retain([account.credentialId]);
    assert.deepEqual(responses.all, [kept]);
    assert.match(text(gone), /is no longer available/);
    assert.match(text(kept), /1/);
    assert.deepEqual(
      editor.tabs.map(({ input }) => (input as vscode.TabInputText).uri),
      [kept.uri],
    );
    showing();
    assert.match(text(gone), /is no longer available/);
  });
});
