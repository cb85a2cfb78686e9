import { strict as assert } from 'node:assert';
import { getBuildLog, getQueueLog } from '../../../../src/api/builds/buildLog';
import { getQueueItem } from '../../../../src/api/builds/queue';
import { clientOf } from '../fakeClient';
import { RawServer, type Handler } from '../transport/rawServer';
import { failing } from '../transport/transportFixture';
import { StartedBuildFixture } from './startedBuild';

const ids = { commitId: 'c', buildId: 'b' };
const text =
  (status: number, body: string | Uint8Array, type = 'text/plain'): Handler =>
  (response) =>
    response.writeHead(status, { 'content-type': type }).end(body);

describe('builds: the log', () => {
  let fixture: StartedBuildFixture;
  let raw: RawServer;
  before(async () => {
    [fixture, raw] = await Promise.all([StartedBuildFixture.start(), RawServer.start()]);
  });
  after(() => Promise.all([fixture.served.sandbox.close(), raw.close()]));
  beforeEach(() => {
    fixture.calm();
  });
  const theirs = () => clientOf(raw.origin).client;

  it('R44, R46: is not there while the build waits, grows while it runs, and is whole at the end', async () => {
    const { client } = fixture.served;
    const build = await fixture.build(5);
    assert.equal((await getQueueItem(client, build.buildId)).status, 'waiting');
    assert.equal(await getQueueLog(client, build.buildId), undefined);
    fixture.pass(5.5);
    // "No Logs Available"
    assert.equal((await getQueueItem(client, build.buildId)).status, 'running');
    assert.equal(await getQueueLog(client, build.buildId), undefined);
    fixture.pass(40);
    const half = await getQueueLog(client, build.buildId);
    assert.match(half ?? '', /^@@\[section:begin\] [^]*Step started: Git Clone\n/);
    assert.equal(await getBuildLog(client, build), undefined);
    fixture.pass(60);
    assert.equal(await getBuildLog(client, build), undefined);
    fixture.pass(2);
    const whole = await getBuildLog(client, build);
    assert.ok(whole?.startsWith(half ?? ' '));
    assert.equal(await getQueueLog(client, build.buildId), whole);
    fixture.served.sandbox.setMode({ queueLogType: 'bytes' });
    assert.equal(await getQueueLog(client, build.buildId), whole);
    assert.deepEqual(
      [...new Set(fixture.served.asked().filter((one) => one.includes('logs')))],
      [
        `GET /build/v1/queue/logs/${build.buildId}`,
        `GET /build/v1/commits/${build.commitId}/builds/${build.buildId}/logs`,
      ],
    );
  });

  it('of 20 MB comes as it is, in bytes as well', async () => {
    fixture.served.sandbox.setMode({ logBytes: 20_000_000, queueLogType: 'bytes' });
    const { buildId } = await fixture.build(200);
    const log = await getQueueLog(fixture.served.client, buildId);
    assert.ok((log?.length ?? 0) >= 20_000_000);
    assert.match(log?.slice(-100) ?? '', /Step completed [\d/]+ [\d:]+\n$/);
  });

  it('R21: is none where the server says so in one of its ways, and one where it only speaks of it', async () => {
    const nothing: Handler[] = [
      text(404, '{}', 'application/json'),
      text(404, ''),
      text(200, ''),
      text(200, ' \r\n'),
      text(200, 'No Logs Available'),
      text(200, 'no logs available.\r\n'),
      text(200, '"No Logs Available"', 'application/json'),
      text(200, '""', 'application/json'),
      (response) => response.writeHead(204).end(),
    ];
    for (const [at, handler] of nothing.entries()) {
      raw.answer(handler);
      assert.equal(await getBuildLog(theirs(), ids), undefined, `way ${at}`);
      assert.equal(await getQueueLog(theirs(), 'q'), undefined, `way ${at}`);
    }
    assert.deepEqual(
      raw.requests.map(({ url }) => url),
      ['/build/v1/commits/c/builds/b/logs', '/build/v1/queue/logs/q'],
    );
    raw.answer(text(200, 'No Logs Available for the old step\n'));
    assert.equal(await getQueueLog(theirs(), 'q'), 'No Logs Available for the old step\n');
  });

  it('R21: is read as UTF-8 whatever its type and its bytes are; a text as JSON is taken out', async () => {
    const broken = Buffer.concat([
      Buffer.from('K\u0131y\u0131 '),
      Buffer.from([0xff, 0xc3]),
      Buffer.from('\r\nend'),
    ]);
    for (const type of ['application/octet-stream', 'text/plain', 'application/json', '']) {
      raw.answer(text(200, broken, type));
      assert.equal(await getBuildLog(theirs(), ids), 'Kıyı \ufffd\ufffd\r\nend', type);
    }
    raw.answer(text(200, JSON.stringify('one\ntwo'), 'application/json; charset=utf-8'));
    assert.equal(await getBuildLog(theirs(), ids), 'one\ntwo');
    // A log may be JSON by itself.
    raw.answer(text(200, '{"step":1}', 'application/json'));
    assert.equal(await getBuildLog(theirs(), ids), '{"step":1}');
  });

  it('R46: says why it cannot be had: no right, gone for good, a page of somebody else, a server that fails', async () => {
    raw.answer(text(403, '{}', 'application/json'));
    await failing(getBuildLog(theirs(), ids), 'forbidden');
    raw.answer(text(410, '{}', 'application/json'));
    await failing(getBuildLog(theirs(), ids), 'notFound', { status: 410 });
    raw.answer(text(404, '<!doctype html><html>', 'text/html'));
    await failing(getBuildLog(theirs(), ids), 'foreignResponse');
    raw.answer(text(200, '<!doctype html><html>', 'text/html'));
    await failing(getBuildLog(theirs(), ids), 'foreignResponse');
    raw.answer(text(500, ''));
    await failing(getBuildLog(theirs(), ids), 'serverFault');
    await failing(getBuildLog(theirs(), { commitId: '..', buildId: 'b' }), 'invalidInput');
    await failing(getQueueLog(theirs(), '..'), 'invalidInput');
  });

  it('R44: half of it is not taken for all of it', async () => {
    const build = await fixture.build(200);
    fixture.served.sandbox.arm({ kind: 'truncate', keepBytes: 300, path: '/build/v1/queue/logs/' });
    const { client } = fixture.served;
    await failing(getQueueLog(client, build.buildId), 'unreadableAnswer', { code: 'ENDED_EARLY' });
    fixture.served.sandbox.faults.clear();
    fixture.served.sandbox.arm({ kind: 'truncate', keepBytes: 300, path: '/build/v1/', times: 1 });
    assert.match((await getQueueLog(client, build.buildId)) ?? '', /ARCHIVE SUCCEEDED/);
  });

  it('T5: is given up at the signal, before and while it comes', async () => {
    await failing(getQueueLog(fixture.served.client, 'q', AbortSignal.abort()), 'cancelled');
    const build = await fixture.build(200);
    fixture.served.sandbox.arm({ kind: 'stall', keepBytes: 300, path: '/build/v1/queue/logs/' });
    const abort = new AbortController();
    const work = getQueueLog(fixture.served.client, build.buildId, abort.signal);
    while (fixture.served.sandbox.requests().length === 0) await new Promise(setImmediate);
    abort.abort();
    await failing(work, 'cancelled');
  });
});
