import { strict as assert } from 'node:assert';
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { DownloadRequest, Sink } from '../../../../src/api/transport/transport';
import { assertNoSecret, sentinel } from '../../support/leaks';
import { lapse } from '../../support/stillClock';
import { failureOf, until } from '../../support/until';
import { json, RawServer } from './rawServer';
import { failing, wire } from './transportFixture';
import { FakeSink } from './fakeSink';
import { Generated, MB, sha256 } from './streams';

describe('transport: a file by a temporary link', () => {
  let storage: RawServer;
  let other: RawServer;
  before(async () => {
    [storage, other] = await Promise.all([RawServer.start(), RawServer.start()]);
  });
  after(() => Promise.all([storage.close(), other.close()]));

  const host = () => new URL(storage.origin).host;
  const from = (sink: Sink): DownloadRequest => ({
    url: `${storage.origin}/bucket/app.ipa?X-Signature=${encodeURIComponent(sentinel)}`,
    sink,
  });
  const endless = (response: ServerResponse) => {
    Readable.from(new Generated(Infinity)).pipe(response.writeHead(200));
  };

  it('is in the sink whole, and it is told how far it is', async () => {
    const source = new Generated(3 * MB);
    storage.answer((response) => {
      response.writeHead(200, { 'content-length': 3 * MB, 'content-disposition': 'attachment' });
      Readable.from(source).pipe(response);
    });
    const told: [number, number | undefined][] = [];
    const sink = new FakeSink();
    const received = (bytes: number, total?: number) => told.push([bytes, total]);
    const response = await wire().transport.download({ ...from(sink), onReceived: received });
    const hash = sha256();
    hash.update(sink.bytes);
    assert.equal(hash.digest(), source.digest());
    assert.deepEqual([response.size, sink.ends], [3 * MB, ['closed']]);
    assert.ok(response.headers.some(([name]) => name === 'content-disposition'));
    assert.deepEqual(told.at(-1), [3 * MB, 3 * MB]);
    assert.equal(storage.requests[0]?.headers.authorization, undefined);
    assert.equal(`${storage.origin}${storage.requests[0]?.url ?? ''}`, from(sink).url);
  });

  it('is read no faster than it is written', async () => {
    const source = new Generated(64 * MB);
    storage.answer((response) => {
      Readable.from(source).pipe(response);
    });
    let written = 0;
    let most = 0;
    const sink = new FakeSink();
    sink.write = async (chunk) => {
      await new Promise(setImmediate);
      most = Math.max(most, source.made - written);
      written += chunk.length;
    };
    const told: (number | undefined)[] = [];
    await wire().transport.download({ ...from(sink), onReceived: (_bytes, total) => told.push(total) });
    assert.equal(written, 64 * MB);
    assert.ok(most < 16 * MB, `${most} bytes were on their way`);
    assert.equal(told.at(-1), undefined, 'of unknown length');
  });

  it('an empty file is a file', async () => {
    storage.answer((response) => response.end());
    const sink = new FakeSink();
    assert.equal((await wire().transport.download(from(sink))).size, 0);
    assert.deepEqual(sink.ends, ['closed']);
  });

  it('may lie on another host, or two', async () => {
    storage.answer((response) => response.writeHead(302, { location: `${other.origin}/there` }).end());
    other.answer((response, request) =>
      request.url === '/there'
        ? response.writeHead(307, { location: '/at/last' }).end()
        : response.end('file'),
    );
    const sink = new FakeSink();
    await wire().transport.download(from(sink));
    assert.equal(sink.bytes.toString(), 'file');
    assertNoSecret(sentinel, other.requests);
  });

  it('but nowhere without TLS', async () => {
    for (const location of [
      'http://storage.example.invalid/x',
      'file:///etc/passwd',
      'http://a:b@127.0.0.1/',
    ]) {
      storage.answer((response) => response.writeHead(302, { location }).end());
      const sink = new FakeSink();
      await failing(wire().transport.download(from(sink)), 'unreadableAnswer', { status: 302 });
      assert.deepEqual(sink.ends, ['aborted']);
    }
  });

  it('R16: is asked for again after a passing fault, until its first byte', async () => {
    storage.answer((response, request, nth) => {
      if (nth === 1) response.socket?.resetAndDestroy();
      else if (nth === 2) json(503, {})(response, request, nth);
      else response.end('file');
    });
    const sink = new FakeSink();
    await wire().transport.download(from(sink));
    assert.deepEqual([sink.bytes.toString(), sink.ends], ['file', ['closed']]);

    storage.answer((response) => {
      response.writeHead(200, { 'content-length': '99' }).write('half');
      setImmediate(() => response.destroy());
    });
    const half = new FakeSink();
    await failing(wire().transport.download(from(half)), 'unreadableAnswer', { code: 'ENDED_EARLY' });
    assert.deepEqual([half.ends, storage.requests.length], [['aborted'], 1]);
  });

  it('fails by status, without what the storage says', async () => {
    for (const [status, kind] of [
      [401, 'forbidden'],
      [403, 'forbidden'],
      [404, 'notFound'],
      [304, 'unreadableAnswer'],
    ] as const) {
      storage.answer((response) => response.writeHead(status).end());
      const sink = new FakeSink();
      const failure = await failing(wire().transport.download(from(sink)), kind, { host: host(), status });
      assert.deepEqual([sink.ends, sink.size], [['aborted'], 0]);
      assertNoSecret(sentinel, failure);
    }
  });

  it('what nobody wants to read is not read: the connection ends', async () => {
    for (const status of [302, 404]) {
      let gone = false;
      storage.answer((response) => {
        response.socket?.on('close', () => (gone = true));
        response.writeHead(status, { location: `${other.origin}/there` });
        Readable.from(new Generated(Infinity)).pipe(response);
      });
      other.answer((response) => response.end('file'));
      await wire()
        .transport.download(from(new FakeSink()))
        .catch(() => undefined);
      await until(() => gone);
    }
  });

  it('a storage that stops in the middle is a timeout', async () => {
    storage.answer((response) => response.writeHead(200).write('half'));
    const sink = new FakeSink();
    const written = () => until(() => sink.size > 0);
    await lapse(40, written, () =>
      failing(wire().transport.download({ ...from(sink), timeout: 40 }), 'timeout'),
    );
    assert.deepEqual(sink.ends, ['aborted']);
  });

  it('cancelled in the middle: the sink is told, and the connection ends', async () => {
    let gone = false;
    storage.answer((response) => {
      response.on('close', () => (gone = true));
      endless(response);
    });
    const abort = new AbortController();
    const sink = new FakeSink(({ size }) => {
      if (size > MB) abort.abort();
    });
    await failing(wire().transport.download({ ...from(sink), signal: abort.signal }), 'cancelled');
    await until(() => gone);
    assert.deepEqual(sink.ends, ['aborted']);
    const { size } = sink;
    await new Promise(setImmediate);
    assert.equal(sink.size, size);
  });

  it('cancelled before it began: nothing is asked, and the sink is told', async () => {
    storage.answer(endless);
    const sink = new FakeSink();
    await failing(wire().transport.download({ ...from(sink), signal: AbortSignal.abort() }), 'cancelled');
    assert.deepEqual([sink.ends, storage.requests.length], [['aborted'], 0]);
  });

  it('what the sink throws comes back as it is', async () => {
    const fault = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    const full = new FakeSink(() => Promise.reject(fault));
    const unclosable = new FakeSink();
    unclosable.close = () => Promise.reject(fault);
    for (const sink of [full, unclosable]) {
      storage.answer((response) => response.end('file'));
      assert.equal(await failureOf(wire().transport.download(from(sink))), fault);
      assert.deepEqual([sink.ends, storage.requests.length], [['aborted'], 1]);
    }
  });

  it('T10: a temporary link is a secret: the log has its host, whatever happens', async () => {
    const { transport, log } = wire();
    storage.answer((response) => response.end(sentinel));
    await transport.download(from(new FakeSink()));
    storage.answer((response) =>
      response.writeHead(302, { location: `${other.origin}/x?${sentinel}` }).end(),
    );
    other.answer(json(404, { message: sentinel }));
    assertNoSecret(sentinel, await failureOf(transport.download(from(new FakeSink()))));
    const refused = { ...from(new FakeSink()), url: `http://storage.example.invalid/${sentinel}` };
    assertNoSecret(sentinel, await failing(transport.download(refused), 'invalidInput'));
    assert.deepEqual(
      log.lines.map((line) => line.replace(/\d+ ms/, 'N ms')),
      [`info GET ${host()} 200 N ms`, `info GET ${host()} 404 N ms`],
    );
  });
});
