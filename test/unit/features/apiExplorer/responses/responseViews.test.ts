import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import { startSandbox, type Sandbox } from '../../../../sandbox/sandbox';
import { until } from '../../../support/until';
import { harbor, list, notes, profiles, ResponsesFixture } from './responsesFixture';

describe('API Explorer: what a response is looked at by', () => {
  let sandbox: Sandbox;
  let fixture: ResponsesFixture;
  before(async () => {
    sandbox = await startSandbox({ profiles: 1 });
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    fixture = await ResponsesFixture.start(sandbox);
  });
  afterEach(() => {
    fixture.dispose();
  });

  const openBox = async (argument: unknown, nth = 1) => {
    const done = fixture.commands.filter(argument);
    return { box: await fixture.editor.box(nth), done };
  };
  const filterBy = async (argument: unknown, path: string, nth = 1) => {
    const { box, done } = await openBox(argument, nth);
    box.submit(path);
    await done;
  };

  describe('R35: a filter', () => {
    it('shows what a path finds, changes nothing of what is kept, and says so with a way back', async () => {
      const shown = await fixture.add(profiles);
      const whole = fixture.text(shown);
      await filterBy({ uri: shown.uri.toString() }, '$[*].name');
      assert.equal(fixture.text(shown), '[\n  "Harbor",\n  "=Notes"\n]');
      assert.ok(fixture.above(shown).some((title) => title.endsWith('Clear Filter')));
      assert.ok(fixture.above(shown).includes('Filtered by $[*].name: 2 values'));
      assert.deepEqual(fixture.responses.of(shown.uri)?.response.body, shown.response.body);
      await fixture.commands.act({ uri: shown.uri.toString(), action: 'showAll' });
      assert.equal(fixture.text(shown), whole);
      assert.ok(!fixture.above(shown).some((title) => title.includes('Filter')));
    });

    it('leaves secrets masked, until a person asks to see them, and masks them again', async () => {
      const shown = await fixture.add(profiles);
      await filterBy(shown.uri, '$[0].password');
      assert.equal(fixture.text(shown), '"•••"');
      fixture.responses.reveal(shown);
      assert.equal(fixture.text(shown), '"hunter22"');
      fixture.responses.hide(shown.uri.toString());
      assert.equal(fixture.text(shown), '"•••"');
    });

    it('says while somebody types how much it finds, or why nothing can be', async () => {
      const { box, done } = await openBox(await fixture.add(profiles));
      const says = (path: string) => {
        box.type(path);
        return box.validationMessage?.message;
      };
      assert.equal(says('$[*]'), '2 values');
      assert.equal(says('$[0].id'), '1 value');
      assert.match(says('$[') ?? '', /not a valid JSONPath/);
      assert.match(says('$..*..*') ?? '', /takes too long/);
      assert.match(await fixture.editor.refusal(box, '$['), /not a valid/);
      box.hide();
      await done;
      assert.equal(fixture.responses.all[0]?.filter, undefined);
    });

    it('is proposed for the next response of the operation with this account, and no other', async () => {
      await filterBy(await fixture.add({ id: harbor, name: 'a' }, { path: `${list}/${harbor}` }), '$.name');
      const next = await openBox(
        await fixture.add({ id: notes, name: 'b' }, { path: `${list}/${notes}` }),
        2,
      );
      assert.equal(next.box.value, '$.name');
      next.box.hide();
      const other = await openBox(await fixture.add(profiles), 3);
      assert.equal(other.box.value, '');
      other.box.hide();
      await Promise.all([next.done, other.done]);
      assert.match(fixture.window.memento.text, /GET \/distribution\/v2\/profiles\/\{profileId\}/);
    });

    it('R5: is not remembered where a secret stands in it', async () => {
      const key =
        'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U';
      const shown = await fixture.add(profiles);
      await filterBy(shown, '$[*].id');
      await filterBy(shown, `$[?@.token == "${key}"]`, 2);
      assert.doesNotMatch(fixture.window.memento.text, /eyJ/);
      assert.match(fixture.window.memento.text, /\$\[\*\]\.id/);
    });

    it('T13: without a response to filter nothing is asked, and it is said why', async () => {
      await fixture.commands.filter(undefined);
      await fixture.add('plain', { headers: [['content-type', 'text/plain']] });
      await fixture.commands.filter({ unlike: 'a node' });
      assert.equal(fixture.editor.boxes.length, 0);
      assert.deepEqual(
        fixture.editor.messages,
        Array(2).fill('There is no JSON response. Send a request first.'),
      );
    });
  });

  it('R5: all headers are shown by one action, masked, in a language of ours', async () => {
    const shown = await fixture.add([], {
      headers: [
        ['content-type', 'application/json'],
        ['Set-Cookie', 'session=hunter22'],
        ['X-Trace', 'abc'],
      ],
    });
    await fixture.commands.showHeaders(shown.uri);
    const { address = '', text = '' } = fixture.editor.shownDocuments.at(-1) ?? {};
    assert.match(decodeURIComponent(address), /Headers of GET profiles 200\.appcircle-text$/);
    assert.match(
      text,
      /^GET \/distribution\/v2\/profiles · .*\n200 OK · 1 ms · 2 bytes\n\ncontent-type: application\/json\nSet-Cookie: •••\nX-Trace: abc\n$/,
    );
    assert.doesNotMatch(text, /hunter22/);
  });

  describe('R40: what a description says against it', () => {
    const line = (titles: string[]) => titles.filter((title) => title.includes('difference'));

    it('is one quiet line with their number and the first', async () => {
      const good = await fixture.add(profiles);
      assert.deepEqual(line(fixture.above(good)), []);
      const bad = await fixture.add([{ id: harbor }, { id: 1, name: 'x' }]);
      assert.deepEqual(line(fixture.above(bad)), [
        '2 differences from the API description. First: [0].name is missing',
      ]);
      const one = await fixture.add([{ id: harbor, name: 'x', platform: 3 }]);
      assert.deepEqual(line(fixture.above(one)), [
        '1 difference from the API description: [0].platform is not one of 1, 2',
      ]);
    });

    it('is off by the setting of problems', async () => {
      fixture.editor.configured.set('appcircle.requests.problems', false);
      const bad = await fixture.add([{ id: harbor }]);
      assert.deepEqual(line(fixture.above(bad)), []);
      assert.equal(bad.described?.title, 'List profiles');
    });

    it('is not looked for in what is not all there, or is described nowhere', async () => {
      const cut = await fixture.add('[{"id":', { earlyEnd: 'lost' });
      const failed = await fixture.add({}, { status: 404 });
      const unknown = await fixture.add([{}], { path: '/nowhere' });
      for (const shown of [cut, failed, unknown]) assert.deepEqual(line(fixture.above(shown)), []);
    });
  });

  it('what can be done stands before what is to be read', async () => {
    const shown = await fixture.add([{ id: harbor, password: 'x' }], {
      headers: [
        ['content-type', 'application/json'],
        ['retry-after', '3'],
        ['deprecation', '@1688169599'],
        ['sunset', 'Sat, 31 Dec 2033 00:00:00 GMT'],
      ],
    });
    const titles = fixture.above(shown).map((title) => title.replace(/^\$\([\w-]+\)\s/, ''));
    assert.deepEqual(titles.slice(0, 6), [
      '200 OK',
      'Show 1 Secret',
      'Send Again',
      'Deprecated since Jun 30, 2023 · Unavailable after Dec 31, 2033 · retry-after: 3',
      `1 ms · ${shown.response.size} bytes`,
      '1 difference from the API description: [0].name is missing',
    ]);
    assert.match(titles[6] ?? '', /^GET \/distribution/);
    assert.equal(titles.length, 7);
  });

  it('rule 8: what is remembered and shown of an account goes with it', async () => {
    const shown = await fixture.add(profiles);
    await filterBy(shown, '$[*].id');
    await fixture.commands.showTable(shown.uri);
    await fixture.commands.showHeaders(shown.uri);
    const [, table] = fixture.editor.executed.find(([command]) => command === 'vscode.openWith') ?? [];
    const headers = fixture.editor.shownDocuments.at(-1)?.address ?? '';
    await fixture.accountData.retain([]);
    assert.match(fixture.text({ uri: table as vscode.Uri }), /no longer available/);
    const { Uri } = fixture.editor.api as typeof vscode;
    assert.match(fixture.text({ uri: Uri.parse(headers) }), /no longer available/);
    await fixture.commands.copyCsv(undefined);
    assert.equal(fixture.editor.clipboard, '');
    await until(() => fixture.editor.messages.length > 0);
    assert.match(fixture.editor.messages[0] ?? '', /^There is no table/);
  });
});
