import { strict as assert } from 'node:assert';
import { useSandbox } from '../../../support/useSandbox';
import { AssistFixture } from './assistFixture';

const create = 'POST {{host}}/distribution/v2/profiles';
const json = `${create}\nContent-Type: application/json\n\n`;

/** Markdown without what keeps a text from being any. */
const plain = (markdown: string | undefined) =>
  markdown?.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));

describe('R31: completion and hover in the editor', () => {
  const sandbox = useSandbox({ profiles: 3 });
  let fixture: AssistFixture;

  beforeEach(() => {
    fixture = new AssistFixture(sandbox.current);
  });

  afterEach(() => {
    fixture.dispose();
  });

  it('replaces the word at the cursor, and shows required things first', async () => {
    const [first] = await fixture.complete(`${create}\nCon|te`);
    assert.equal(first?.label.label, 'Content-Type');
    const { inserting, replacing } = first.range as { inserting: object; replacing: object };
    assert.deepEqual(
      JSON.stringify(inserting),
      '{"start":{"line":1,"character":0},"end":{"line":1,"character":3}}',
    );
    assert.deepEqual(
      JSON.stringify(replacing),
      '{"start":{"line":1,"character":0},"end":{"line":1,"character":5}}',
    );
    assert.equal(first.insertText.value, 'Content-Type: ');
    assert.equal(first.command?.command, 'editor.action.triggerSuggest');
  });

  it('adds the line of a variable that a path needs', async () => {
    const items = await fixture.complete('### x\nGET {{host}}/distribution/v2/profiles/|');
    const item = items.find(({ label }) => label.label === '{{profileId}}');
    assert.deepEqual(
      item?.additionalTextEdits?.map(({ newText, range }) => [newText, range.start.line]),
      [['@profileId =\n', 1]],
    );
  });

  it('says of an entry what it is, all of it as text', async () => {
    const [name] = await fixture.complete(`${json}{ | }`);
    assert.ok(name);
    assert.match(name.label.description ?? '', /^string, required$/);
    assert.match(plain(await fixture.explain(name)) ?? '', /name.*Type: string, required/s);
    const operations = await fixture.complete('create dist prof|');
    const operation = operations.find(({ label }) =>
      label.label.startsWith('POST /distribution/v2/profiles'),
    );
    assert.match(
      plain(await fixture.explain(operation ?? assert.fail())) ?? '',
      /Create a distribution profile/,
    );
  });

  it('says what stands at a place: operation, parameter, what a number means', async () => {
    assert.match(
      plain(await fixture.hover(`PO|ST {{host}}/distribution/v2/profiles`)) ?? '',
      /Create a distribution profile/,
    );
    assert.match(
      plain(await fixture.hover('GET {{host}}/distribution/v2/profiles?platform=1|')) ?? '',
      /platform: 1 is iOS/,
    );
    assert.match(plain(await fixture.hover(`${json}{ "na|me": "x" }`)) ?? '', /Type: string/);
    assert.match(plain(await fixture.hover('@a = 5\nGET {{host}}/x/{{|a}}')) ?? '', /5/);
    assert.equal(await fixture.hover('GET {{host}}/nowhere|'), undefined);
  });

  it('proposes ids by the names of a live list, once a minute at most', async () => {
    const account = await fixture.signIn();
    const profiles = 'GET {{host}}/distribution/v2/profiles/|';
    const items = await fixture.complete(profiles);
    const ids = items.filter(({ label }) => /\b[\da-f-]{36}$/.test(label.description ?? ''));
    assert.equal(ids.length, 3);
    assert.equal(items[0], ids[0]);
    assert.match(ids[0]?.insertText.value ?? '', /^[\da-f-]{36}$/);
    await fixture.complete('@profileId = |\n\nGET {{host}}/distribution/v2/profiles/{{profileId}}');
    assert.deepEqual(fixture.sent, [`harbor-owner GET /distribution/v2/profiles 200`]);
    // An id that needs another one first has a list only where that one is written.
    const [id = ''] = ids.map(({ insertText }) => insertText.value);
    await fixture.complete('GET {{host}}/distribution/v2/profiles/{{profileId}}/app-versions/|');
    await fixture.complete(`GET {{host}}/distribution/v2/profiles/${id}/app-versions/|`);
    assert.equal(fixture.sent.length, 2);
    assert.ok(account);
  });

  it('R31: proposes ids in fields of a body by their names, quotes and all', async () => {
    await fixture.signIn();
    const change = 'PATCH {{host}}/distribution/v2/profiles/x\nContent-Type: application/json\n\n';
    const [group] = await fixture.complete(`${change}{ "testingGroupIds": ["|"] }`);
    assert.match(group?.insertText.value ?? '', /^"[\da-f-]{36}"$/);
    assert.ok(group?.filterText?.startsWith('"'));
    assert.deepEqual(fixture.sent, ['harbor-owner GET /distribution/v2/testing-groups 200']);
    await fixture.complete(`${change}{ "name": "|" }`);
    assert.equal(fixture.sent.length, 1);
  });

  it('R32: proposes the fields of the last response of a named request, of this account and document', async () => {
    const { id: accountId } = await fixture.signIn();
    const text = '# @name list\nGET {{host}}/x\n###\nGET {{host}}/y/{{list.response.body.$.|';
    const body = new TextEncoder().encode('{"data":[]}');
    const answer = {
      status: 200,
      statusText: '',
      headers: [],
      body,
      size: body.length,
      durationMs: 1,
      streamed: false,
    };
    const set = (source: string) => {
      fixture.named.set({ accountId, source, handle: 'list' }, { request: {} as never, response: answer });
    };
    set('untitled:Untitled-9');
    assert.deepEqual(await fixture.complete(text, 'untitled:Untitled-1'), []);
    set('untitled:Untitled-2');
    const items = await fixture.complete(text, 'untitled:Untitled-2');
    assert.deepEqual(
      items.map(({ label }) => [label.label, label.description]),
      [['data', 'array (0)']],
    );
  });

  it('asks for no list with what a file says, nor while nobody is signed in, nor again where one fails', async () => {
    const marked = 'GET {{host}}/distribution/v2/profiles/|';
    await fixture.complete(marked);
    await fixture.signIn();
    await fixture.complete(marked, 'file:///code/requests.appcircle.http');
    assert.deepEqual(fixture.sent, []);
    sandbox.current.arm({ kind: 'respond', status: 500, path: '/distribution/v2/profiles' });
    await fixture.complete(marked);
    const once = fixture.sent.length;
    await fixture.complete(marked);
    assert.equal(fixture.sent.length, once);
  });

  it('forgets lists of an account that was signed out of', async () => {
    await fixture.signIn();
    const marked = 'GET {{host}}/distribution/v2/profiles/|';
    await fixture.complete(marked);
    await fixture.accountData.retain([]);
    await fixture.complete(marked);
    assert.equal(fixture.sent.length, 2);
  });

  it('helps with what is publicly known where the server cannot be asked', async () => {
    fixture.fails = true;
    assert.ok(
      (await fixture.complete('create dist prof|')).some(({ label }) =>
        label.label.startsWith('POST /distribution/v2/profiles'),
      ),
    );
  });
});
