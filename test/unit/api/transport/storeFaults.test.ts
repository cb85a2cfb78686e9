import { strict as assert } from 'node:assert';
import { Readable } from 'node:stream';
import type { StoreRequest, StreamBody } from '../../../../src/api/transport/transport';
import { assertNoSecret, sentinel } from '../../support/leaks';
import { lapse } from '../../support/stillClock';
import { failureOf, until } from '../../support/until';
import { json, RawServer } from './rawServer';
import { failing, wire } from './transportFixture';
import { Generated, MB } from './streams';

describe('transport: bytes that a storage does not take', () => {
  let storage: RawServer;
  before(async () => {
    storage = await RawServer.start();
  });
  after(() => storage.close());
  beforeEach(() => {
    storage.answer((response) => response.writeHead(200, { etag: '"e"' }).end());
  });

  const host = () => new URL(storage.origin).host;
  const put = (body: StoreRequest['body']): StoreRequest => ({
    url: `${storage.origin}/bucket/${encodeURIComponent(sentinel)}?X-Signature=${encodeURIComponent(sentinel)}`,
    method: 'PUT',
    headers: { 'Content-Type': 'application/octet-stream' },
    body,
  });
  const streamed = (source: AsyncIterable<Uint8Array>, length: number): StreamBody => ({
    stream: () => source,
    length,
  });

  describe('fail', () => {
    const statuses = {
      400: 'invalidInput',
      401: 'forbidden',
      403: 'forbidden',
      404: 'notFound',
      409: 'conflict',
      429: 'rateLimited',
      500: 'serverFault',
      503: 'serverFault',
    } as const;
    const pages = {
      200: 'foreignResponse',
      403: 'foreignResponse',
      511: 'foreignResponse',
      502: 'serverFault',
    } as const;
    for (const [status, kind] of Object.entries(pages)) {
      it(`with ${kind} after a web page with ${status}: nothing was stored, and nobody said no`, async () => {
        storage.answer((response) =>
          response.writeHead(Number(status), { 'content-type': 'text/html; charset=utf-8' }).end('<html>'),
        );
        await failing(wire().transport.store({ ...put('bytes'), plainHttp: true }), kind, {
          status: Number(status),
        });
      });
    }
    for (const [status, kind] of Object.entries(statuses)) {
      it(`with ${kind} after ${status}, sent once, without the words of the storage`, async () => {
        storage.answer(json(Number(status), { message: sentinel }, { 'retry-after': '7' }));
        const { transport, log } = wire();
        const failure = await failing(transport.store(put('a')), kind, {
          host: host(),
          status: Number(status),
          retryAfter: 7,
        });
        assert.equal(storage.requests.length, 1);
        assertNoSecret(sentinel, failure, log.lines);
      });
    }

    it('at a redirect, which is never followed', async () => {
      const other = await RawServer.start();
      for (const status of [301, 302, 303, 307, 308]) {
        storage.answer((response) => response.writeHead(status, { location: `${other.origin}/taken` }).end());
        await failing(wire().transport.store(put('a')), 'unreadableAnswer', { status });
      }
      assert.equal(other.requests.length, 0);
      await other.close();
    });

    it('when it is down, or lets go', async () => {
      await failing(wire().transport.store({ ...put('a'), url: 'http://127.0.0.1:1/x' }), 'offline', {
        host: '127.0.0.1:1',
        code: 'ECONNREFUSED',
      });
      storage.answer((response) => response.socket?.resetAndDestroy());
      await failing(wire().transport.store(put('a')), 'offline', { code: 'ECONNRESET' });
      assert.equal(storage.requests.length, 1);
    });

    it('when it takes nothing any more, or does not answer', async () => {
      storage.answerLive(() => undefined);
      const endless = new Generated(Infinity);
      const giving = { ...put(streamed(endless, 1e12)), timeout: 60 };
      await lapse(
        60,
        () => endless.calm(),
        () => failing(wire().transport.store(giving), 'timeout', { host: host() }),
      );
      await until(() => endless.ended);
      storage.answer(() => undefined);
      const asked = () => until(() => storage.requests.length === 1);
      await lapse(30, asked, () => failing(wire().transport.store({ ...put('a'), timeout: 30 }), 'timeout'));
    });

    it('before all of it was sent, where the storage says no at once', async () => {
      const endless = new Generated(Infinity);
      let closed = false;
      storage.answerLive((response, message) => {
        response.socket?.on('close', () => (closed = true));
        message.once('data', () => response.writeHead(403).end());
      });
      await failing(wire().transport.store(put(streamed(endless, 1e12))), 'forbidden', { status: 403 });
      await until(() => endless.ended && closed);
    });

    /** Gives the second part when the storage has the first, and tells how many bytes the storage got. */
    function inTwoParts(second: () => Buffer) {
      let gone = false;
      let arrived = 0;
      storage.answerLive((response, message) => {
        response.socket?.on('close', () => (gone = true));
        message.on('data', (chunk: Buffer) => (arrived += chunk.length));
        message.on('end', () => response.end());
      });
      async function* parts(): AsyncGenerator<Buffer> {
        yield Buffer.from('abc');
        await until(() => arrived === 3);
        yield second();
      }
      return { parts: Readable.from(parts()), arrived: () => arrived, gone: () => gone };
    }

    it('with what the own stream threw, as it is', async () => {
      const fault = Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' });
      const { parts, gone } = inTwoParts(() => {
        throw fault;
      });
      const { transport, log } = wire({ onFailure: () => assert.fail('no failure of a request') });
      assert.equal(await failureOf(transport.store(put(streamed(parts, 9)))), fault);
      await until(gone);
      const unopened: StreamBody = {
        length: 9,
        stream: () => {
          throw fault;
        },
      };
      assert.equal(await failureOf(transport.store(put(unopened))), fault);
      assert.deepEqual(
        log.lines.map((line) => line.replace(/\d+ ms/, 'N ms')),
        Array<string>(2).fill(`info PUT ${host()} stopped N ms`),
      );
    });

    for (const length of [5, 7]) {
      it(`when a stream of 6 bytes was to have ${length}: a file that changed meanwhile`, async () => {
        const { parts, gone, arrived } = inTwoParts(() => Buffer.from('def'));
        await failing(wire().transport.store(put(streamed(parts, length))), 'invalidInput', {
          host: host(),
          code: 'BODY_LENGTH',
        });
        await until(gone);
        assert.equal(parts.destroyed, true);
        assert.ok(arrived() < length, 'it is never taken for complete');
      });
    }
  });

  describe('cancelled', () => {
    function watched() {
      const seen = { arrived: 0, gone: false };
      storage.answerLive((response, message) => {
        response.socket?.on('close', () => (seen.gone = true));
        message.on('data', (chunk: Buffer) => (seen.arrived += chunk.length));
      });
      return seen;
    }

    it('in the middle: sending stops, and the stream is destroyed', async () => {
      const seen = watched();
      const abort = new AbortController();
      const endless = new Generated(Infinity);
      const source = Readable.from(endless);
      const onSent = (bytes: number) => {
        if (bytes > MB) abort.abort();
      };
      const request = { ...put(streamed(source, 1e12)), signal: abort.signal, onSent };
      await failing(wire().transport.store(request), 'cancelled', { host: host() });
      await until(() => seen.gone && endless.ended && source.destroyed);
      const { made } = endless;
      await new Promise(setImmediate);
      assert.equal(endless.made, made);
    });

    it('while the own stream gives nothing', async () => {
      const seen = watched();
      const abort = new AbortController();
      const silent = new Readable({ read: () => undefined });
      silent.push('a');
      const request = { ...put(streamed(silent, 9)), signal: abort.signal };
      const work = failing(wire().transport.store(request), 'cancelled');
      await until(() => seen.arrived === 1);
      abort.abort();
      await work;
      assert.equal(silent.destroyed, true);
      await until(() => seen.gone);
    });

    it('while the answer is awaited', async () => {
      const abort = new AbortController();
      storage.answer(() => {
        abort.abort();
      });
      await failing(wire().transport.store({ ...put('a'), signal: abort.signal }), 'cancelled');
    });

    it('before it began: the stream is not even opened', async () => {
      const body: StreamBody = { length: 1, stream: () => assert.fail('not opened') };
      await failing(wire().transport.store({ ...put(body), signal: AbortSignal.abort() }), 'cancelled');
      assert.equal(storage.requests.length, 0);
    });
  });
});
