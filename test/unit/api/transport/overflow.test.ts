import { strict as assert } from 'node:assert';
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import type { ResponseHead, HttpExchangeRequest, Sink } from '../../../../src/api/transport/transport';
import { lapse, withStillClock } from '../../support/stillClock';
import { failureOf, until } from '../../support/until';
import { RawServer } from './rawServer';
import { failing, wire } from './transportFixture';
import { FakeSink } from './fakeSink';
import { Generated, MB, sha256 } from './streams';

describe('R26: an answer that is too large for memory', () => {
  let server: RawServer;
  before(async () => {
    server = await RawServer.start();
  });
  after(() => server.close());

  const get = (overflow: HttpExchangeRequest['overflow'], maxBytes = 1000): HttpExchangeRequest => ({
    method: 'GET',
    base: server.origin,
    target: '/x',
    maxBytes,
    ...(overflow && { overflow }),
  });
  const into = (sink: Sink) => get(() => Promise.resolve(sink));
  /** The promise of something, and how to make it come true. */
  function later<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
    let resolve: (value: T) => void = () => undefined;
    const promise = new Promise<T>((done) => (resolve = done));
    return { promise, resolve };
  }
  const endless = (response: ServerResponse) => {
    Readable.from(new Generated(Infinity)).pipe(response.writeHead(200));
  };

  it('goes to the sink from its first byte on, in its order, once and whole', async () => {
    const source = new Generated(3 * MB, 10_000);
    server.answer((response) => {
      response.writeHead(200, { 'content-length': 3 * MB, 'x-a': 'b' });
      Readable.from(source).pipe(response);
    });
    const asked: ResponseHead[] = [];
    const sink = new FakeSink();
    const request = get((head) => {
      asked.push(head);
      return Promise.resolve(sink);
    }, MB);
    const response = await wire().transport.sendHttp(request);
    assert.deepEqual(
      [response.status, response.streamed, response.earlyEnd, response.size, response.body.length],
      [200, true, undefined, 3 * MB, 0],
    );
    const hash = sha256();
    hash.update(sink.bytes);
    assert.equal(hash.digest(), source.digest());
    assert.deepEqual(sink.ends, ['closed']);
    assert.deepEqual(
      asked.map(({ status, contentLength }) => [status, contentLength]),
      [[200, 3 * MB]],
    );
    assert.deepEqual(asked[0]?.headers, response.headers);
  });

  it('at the limit nobody is asked', async () => {
    server.answer((response) => response.end('x'.repeat(1000)));
    const response = await wire().transport.sendHttp(get(() => assert.fail()));
    assert.deepEqual([response.size, response.streamed], [1000, false]);
  });

  it('with any status, and for a POST too', async () => {
    server.answer((response) => response.writeHead(500).end('x'.repeat(2000)));
    const sink = new FakeSink();
    const response = await wire().transport.sendHttp({ ...into(sink), method: 'POST', body: 'b' });
    assert.deepEqual([response.status, response.streamed, sink.size], [500, true, 2000]);
  });

  it('what counts is the size after unpacking, of which nothing is announced', async () => {
    const bomb = gzipSync(Buffer.alloc(5 * MB));
    server.answer((response) =>
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': bomb.length }).end(bomb),
    );
    let announced: number | undefined = 1;
    const sink = new FakeSink();
    const request = get((head) => {
      announced = head.contentLength;
      return Promise.resolve(sink);
    });
    assert.equal((await wire().transport.sendHttp(request)).size, 5 * MB);
    assert.deepEqual([announced, sink.size], [undefined, 5 * MB]);
  });

  it('of 200 MB only a few are on their way at any moment, while it is asked for a place too', async function () {
    this.timeout(60_000);
    const whole = 200 * MB;
    const source = new Generated(whole);
    server.answer((response) => {
      Readable.from(source).pipe(response);
    });
    let written = 0;
    let most = 0;
    const note = () => {
      most = Math.max(most, source.made - written);
    };
    const hash = sha256();
    const sink: Sink = {
      write: async (chunk) => {
        hash.update(chunk);
        await new Promise(setImmediate);
        note();
        written += chunk.length;
      },
      close: () => Promise.resolve(),
      abort: () => Promise.resolve(),
    };
    const request = get(async () => {
      await source.calm();
      note();
      return sink;
    }, MB);
    const response = await wire().transport.sendHttp(request);
    assert.deepEqual([response.size, written, hash.digest()], [whole, whole, source.digest()]);
    assert.ok(most < whole / 4, `${most} bytes were on their way`);
  });

  it('the clock stands still while it is asked, and while the sink is busy', async () => {
    server.answer((response) => {
      Readable.from(new Generated(MB)).pipe(response);
    });
    await withStillClock(async (clock) => {
      const longer = () => {
        clock.tick(3_600_000);
      };
      const request = get(() => {
        longer();
        return Promise.resolve(new FakeSink(longer));
      });
      const response = await wire().transport.sendHttp({ ...request, timeout: 10_000 });
      assert.deepEqual([response.size, response.durationMs], [MB, 0]);
    });
  });

  it('a server that stops in the middle is still a timeout', async () => {
    server.answer((response) => response.writeHead(200).write('x'.repeat(2000)));
    const sink = new FakeSink();
    const written = () => until(() => sink.size === 2000);
    await lapse(60, written, () =>
      failing(wire().transport.sendHttp({ ...into(sink), timeout: 60 }), 'timeout'),
    );
    assert.deepEqual(sink.ends, ['aborted']);
  });

  it('no place means cancelled, and the connection ends', async () => {
    let gone = false;
    server.answer((response) => {
      response.on('close', () => (gone = true));
      endless(response);
    });
    await failing(wire().transport.sendHttp(get(() => Promise.resolve(undefined))), 'cancelled');
    await until(() => gone);
    assert.equal(server.requests.length, 1);
  });

  it('cancelled in the middle: the sink is told, and the connection ends', async () => {
    let gone = false;
    server.answer((response) => {
      response.on('close', () => (gone = true));
      endless(response);
    });
    const abort = new AbortController();
    const sink = new FakeSink(({ size }) => {
      if (size > MB) abort.abort();
    });
    await failing(wire().transport.sendHttp({ ...into(sink), signal: abort.signal }), 'cancelled');
    assert.deepEqual(sink.ends, ['aborted']);
    await until(() => gone);
  });

  it('cancelled while a write hangs: nobody waits for that', async () => {
    server.answer(endless);
    const abort = new AbortController();
    const sink = new FakeSink(() => {
      abort.abort();
      return later<undefined>().promise;
    });
    await failing(wire().transport.sendHttp({ ...into(sink), signal: abort.signal }), 'cancelled');
    assert.deepEqual(sink.ends, ['aborted']);
  });

  it('cancelled while it is asked: a place that is named later is given up again', async () => {
    server.answer(endless);
    const abort = new AbortController();
    const place = later<Sink>();
    const request = get(() => {
      abort.abort();
      return place.promise;
    });
    await failing(wire().transport.sendHttp({ ...request, signal: abort.signal }), 'cancelled');
    const sink = new FakeSink();
    place.resolve(sink);
    await until(() => sink.ends.length > 0);
    assert.deepEqual(sink.ends, ['aborted']);
  });

  it('a connection that is lost in the middle is not tried again: the place is taken', async () => {
    server.answer((response) => {
      response.writeHead(200, { 'content-length': '9999' }).write('x'.repeat(2000));
      setImmediate(() => response.destroy());
    });
    const sink = new FakeSink();
    await failing(wire().transport.sendHttp(into(sink)), 'unreadableAnswer', { code: 'ENDED_EARLY' });
    assert.deepEqual([sink.ends, server.requests.length], [['aborted'], 1]);
  });

  it('what the caller itself throws comes back to it as it is', async () => {
    const fault = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    const full = new FakeSink(() => Promise.reject(fault));
    const unclosable = new FakeSink();
    unclosable.close = () => Promise.reject(fault);
    const stubborn = new FakeSink(() => Promise.reject(fault));
    stubborn.abort = () => Promise.reject(new Error('not this one'));
    for (const request of [into(full), into(unclosable), into(stubborn), get(() => Promise.reject(fault))]) {
      server.answer((response) => response.end('x'.repeat(2000)));
      const { transport, log } = wire({ onFailure: () => assert.fail('no failure of a request') });
      assert.equal(await failureOf(transport.sendHttp(request)), fault);
      assert.equal(server.requests.length, 1);
      assert.match(log.lines.join(), /stopped/);
    }
    assert.deepEqual([full.ends, unclosable.ends], [['aborted'], ['aborted']]);
  });
});
