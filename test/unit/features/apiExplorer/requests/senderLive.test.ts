import { strict as assert } from 'node:assert';
import type * as Actions from '../../../../../src/features/apiExplorer/responses/responseActions';
import type { ShownResponse } from '../../../../../src/features/apiExplorer/responses/responseDocuments';
import type { FaultEffect } from '../../../../sandbox/faults';
import { startSandbox, type Sandbox } from '../../../../sandbox/sandbox';
import type { FakeDocument } from '../../../extension/fakeDocuments';
import { countResponses, withStillClock } from '../../../support/stillClock';
import { settled, until } from '../../../support/until';
import { SenderFixture } from './senderFixture';

const path = '/distribution/v2/profiles';
const get = `GET {{host}}${path}\n`;

describe('API Explorer: a response that takes long', () => {
  let sandbox: Sandbox;
  let fixture: SenderFixture;
  /** The documents that were shown, as the editor has them. */
  let documents: FakeDocument[];
  before(async () => {
    sandbox = await startSandbox({ profiles: 3 });
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    fixture = new SenderFixture(sandbox);
    documents = [];
    fixture.editor.edits = (document) => {
      documents.push(document);
      fixture.editor.documents.open.push(document);
    };
    await fixture.signIn();
  });
  afterEach(() => {
    fixture.dispose();
  });

  const stream = (fault: Omit<Extract<FaultEffect, { kind: 'stream' }>, 'kind'>) =>
    sandbox.arm({ kind: 'stream', path, ...fault });
  const cancel = () => {
    fixture.editor.progresses[0]?.cancel();
  };
  const newest = (): ShownResponse => fixture.responses.all[0] ?? assert.fail('no response');
  const kept = (shown = newest()) => fixture.textOf(shown.uri) as string;
  const holding = (text: string) => until(() => documents[0]?.text.includes(text) === true, text);

  it('events are to be seen before the end, and a Cancel keeps them and says after how many', async () => {
    stream({ pieces: ['event: tick\ndata: {"n":1}\n\n', 'data: {"n":2}\n\n'], everyMs: 50, end: 'stall' });
    const sending = fixture.send(get);
    await holding('{"n":2}');
    assert.equal(newest().receiving?.events, 2);
    assert.equal(newest().response.status, 200);
    cancel();
    await sending;
    assert.equal(documents.length, 1, 'one document, shown once');
    const whole = 'event: tick\ndata: {"n":1}\n\ndata: {"n":2}\n\n';
    assert.equal(documents[0]?.text, whole);
    assert.equal(kept(), `${whole}Incomplete. Canceled after 2 events.\n`);
    assert.deepEqual([newest().receiving, newest().response.earlyEnd], [undefined, 'cancelled']);
    assert.equal(Buffer.from(newest().response.body).toString(), whole);
    assert.equal(fixture.history.of(fixture.window.account.id)[0]?.status, 200);
    assert.deepEqual(fixture.editor.messages, []);
    await until(() => sandbox.requests().some(({ aborted }) => aborted), 'the end of the connection');
  });

  it('Stop above it is the same', async () => {
    stream({ pieces: ['data: 1\n\n'], end: 'stall' });
    const sending = fixture.send(get);
    await holding('data: 1');
    const { runResponseAction } = fixture.load('responses/responseActions') as typeof Actions;
    const uri = newest().uri.toString();
    await runResponseAction(fixture.responses, fixture.sender, { uri, action: 'stop' }, () =>
      Promise.resolve(),
    );
    await sending;
    assert.match(kept(), /Canceled after 1 event\.\n$/);
  });

  it('a stream without an event yet is shown with its status', async () => {
    stream({ pieces: [':\n'], end: 'stall', status: 202 });
    const sending = fixture.send(get);
    await until(() => documents.length === 1, 'the document');
    assert.deepEqual([newest().response.status, newest().receiving?.events], [202, 0]);
    cancel();
    await sending;
    assert.match(kept(), /Incomplete\. Canceled after 0 events\.\n$/);
  });

  it('one that ends is whole, and says nothing of it', async () => {
    stream({ pieces: ['{"n":1}\n', '{"n":2}\n'], everyMs: 300, contentType: 'application/x-ndjson' });
    await fixture.send(get);
    assert.deepEqual([kept(), documents.length], ['{"n":1}\n{"n":2}\n', 1]);
    assert.equal(newest().response.earlyEnd, undefined);
  });

  it('one whose connection is lost is kept, and not sent again', async () => {
    stream({ pieces: ['data: 1\n\n', 'data: 2\n\n'], everyMs: 400, end: 'cut' });
    await fixture.send(get);
    assert.match(kept(), /data: 2\n\nIncomplete after 2 events\. The connection ended before/);
    assert.equal(fixture.sent.length, 1);
  });

  it('R26: one without an end is kept up to a limit, and no file is asked for', async () => {
    stream({
      pieces: Array.from({ length: 11 }, () => `data: ${'x'.repeat(1024 * 1024)}\n\n`),
      end: 'stall',
    });
    await fixture.send(get);
    assert.match(kept(), /Incomplete after 9 events\. The response is too long to show completely\.\n$/);
    assert.equal(newest().response.body.length, 10 * 1024 * 1024);
    assert.deepEqual(fixture.editor.saveDialogs, []);
  });

  it('R5: a secret that comes in two pieces is masked in both', async () => {
    const seen: string[] = [];
    stream({ pieces: ['data: {"password":"hun', 'ter22secret"}\n\n'], everyMs: 700 });
    const sending = fixture.send(get);
    await holding('password');
    seen.push(documents[0]?.text ?? '');
    await sending;
    seen.push(documents[0]?.text ?? '', kept());
    assert.ok(!seen.some((text) => /hun|ter22/.test(text)), seen.join());
  });

  it('plain text that comes slowly is shown too, and JSON takes its layout in the end', async () => {
    for (const [contentType, pieces, whole] of [
      ['text/plain', ['one\n', 'two\n'], 'one\ntwo\n'],
      ['application/json', ['{"a":', '[1]}'], '{\n  "a": [\n    1\n  ]\n}'],
    ] as const) {
      documents.length = 0;
      sandbox.faults.clear();
      stream({ pieces: [...pieces], everyMs: 1700, contentType });
      await withStillClock(async (clock) => {
        const begun = countResponses();
        const sending = fixture.send(get);
        await until(() => {
          clock.tick(0);
          return begun.count() > 0;
        }, 'the first piece');
        begun.stop();
        await settled();
        clock.tick(1500);
        await until(() => documents.length === 1, 'the document');
        assert.ok(newest().receiving);
        clock.tick(200);
        await sending;
      });
      assert.equal(kept(), whole);
    }
  });

  it('rule 8: with its account it is gone, and the request ends', async () => {
    stream({ pieces: Array.from({ length: 100 }, (_, nth) => `data: ${nth}\n\n`), everyMs: 100 });
    const sending = fixture.send(get);
    await holding('data: 0');
    await fixture.accountData.retain([]);
    await fixture.signOut();
    await sending;
    assert.equal(fixture.responses.all.length, 0);
    await until(() => sandbox.requests().some(({ aborted }) => aborted), 'the end of the connection');
  });

  describe('or ends early', () => {
    it('is shown as far as it came, with its status and the reason', async () => {
      sandbox.arm({ kind: 'truncate', path, keepBytes: 30 });
      await fixture.send(get);
      assert.match(
        kept(),
        /"[\s\S]*\nIncomplete\. The connection ended before the complete response arrived\.\n$/,
      );
      assert.deepEqual([newest().response.status, newest().response.earlyEnd], [200, 'lost']);
      assert.equal(fixture.sent.length, 3, 'tried again before');
    });

    it('is shown after a Cancel', async () => {
      sandbox.arm({ kind: 'stall', path, keepBytes: 30 });
      const sending = fixture.send(get);
      await until(() => documents.length === 1, 'the document');
      cancel();
      await sending;
      assert.match(kept(), /\nIncomplete\. Canceled\.\n$/);
    });

    it('is shown unpacked as far as it came', async () => {
      sandbox.arm({ kind: 'coding', path, coding: 'gzip, br', keepBytes: 300 });
      await fixture.send(get);
      assert.match(kept(), /^\[[\s\S]*"id"[\s\S]*\nIncomplete\. The connection ended/);
    });
  });
});
