import { strict as assert } from 'node:assert';
import { gzipSync } from 'node:zlib';
import type { HttpExchangeRequest, HttpResponse } from '../../../../src/api/transport/transport';
import { lapse, responseBegun, withStillClock } from '../../support/stillClock';
import { until } from '../../support/until';
import { RawServer, type Handler } from './rawServer';
import { failing, wire } from './transportFixture';

describe('transport: a response that ends before its end', () => {
  let server: RawServer;
  before(async () => {
    server = await RawServer.start();
  });
  after(() => server.close());

  const get: () => HttpExchangeRequest = () => ({ method: 'GET', base: server.origin, target: '/x' });
  const exchange = (more: Partial<HttpExchangeRequest> = {}) =>
    wire().transport.sendHttp({ ...get(), partial: true, ...more });
  const facts = ({ status, statusText, body, size, earlyEnd }: HttpResponse) => [
    status,
    statusText,
    Buffer.from(body).toString(),
    size,
    earlyEnd,
  ];
  /** Sends a piece of a body, and ends the connection when that has left. */
  const cut =
    (headers: Record<string, string | number>, piece: string | Buffer): Handler =>
    (response) => {
      response.writeHead(418, 'Short and stout', headers).write(piece, () => response.destroy());
    };

  for (const [name, headers] of [
    ['shorter than announced', { 'content-length': 99 }],
    ['without its last chunk', {}],
  ] as const) {
    it(`${name} is what came of it, with its status; a GET is tried again before`, async () => {
      for (const [method, times] of [
        ['GET', 3],
        ['POST', 1],
      ] as const) {
        server.answer(cut(headers, 'half'));
        assert.deepEqual(facts(await exchange({ method })), [418, 'Short and stout', 'half', 4, 'lost']);
        assert.equal(server.requests.length, times);
      }
    });
  }

  it('a second try that is whole takes the place of the first', async () => {
    server.answer((response, request, nth) => {
      if (nth === 1) cut({}, 'half')(response, request, nth);
      else response.end('whole');
    });
    assert.deepEqual(facts(await exchange()), [200, 'OK', 'whole', 5, undefined]);
  });

  it('one that got no response leaves what the first had', async () => {
    server.answer((response, request, nth) => {
      if (nth === 1) cut({}, 'half')(response, request, nth);
      else response.socket?.resetAndDestroy();
    });
    assert.deepEqual(facts(await exchange()), [418, 'Short and stout', 'half', 4, 'lost']);
  });

  it('is a failure for who does not want a part, and the time is for all of it', async () => {
    const partial = { partial: false };
    server.answer(cut({}, 'half'));
    await failing(exchange(partial), 'unreadableAnswer', { status: 418, code: 'ENDED_EARLY' });
    assert.equal(server.requests.length, 3);
    server.answer((response) => response.writeHead(200).write('half'));
    const stalled = { status: 200, code: 'STALLED' };
    await lapse(50, responseBegun, () => failing(exchange({ ...partial, timeout: 50 }), 'timeout', stalled));
  });

  it('that stalls is what came of it, and is not tried again', async () => {
    server.answer((response) => response.writeHead(200, { 'content-length': 9 }).write('half'));
    const response = await lapse(50, responseBegun, () => exchange({ timeout: 50 }));
    assert.deepEqual(facts(response), [200, 'OK', 'half', 4, 'stalled']);
    assert.equal(server.requests.length, 1);
  });

  it('that is packed is unpacked as far as it came', async () => {
    const packed = gzipSync('x'.repeat(50) + Buffer.alloc(400, 'abcdefgh').toString());
    server.answer((response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed.subarray(0, -8)),
    );
    const lost = await exchange();
    assert.deepEqual([lost.earlyEnd, lost.size, lost.packed], ['lost', 450, undefined]);
    packed.fill(0xff, packed.length - 8);
    server.answer((response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed));
    const damaged = await exchange();
    assert.equal(damaged.earlyEnd, 'damaged');
    assert.match(Buffer.from(damaged.body).toString(), /^x{50}/);
  });

  it('by a Cancel is what had come, and ends the connection; without a response there is nothing', async () => {
    let gone = false;
    server.answer((response) => {
      response.on('close', () => (gone = true));
      response.writeHead(200).write('half');
    });
    const abort = new AbortController();
    const chunks: string[] = [];
    const work = exchange({
      signal: abort.signal,
      follow: () => ({ endless: false, onChunk: (chunk) => chunks.push(Buffer.from(chunk).toString()) }),
    });
    await until(() => chunks.length > 0);
    abort.abort();
    assert.deepEqual(facts(await work), [200, 'OK', 'half', 4, 'cancelled']);
    await until(() => gone);
    await failing(exchange({ signal: AbortSignal.abort() }), 'cancelled');
  });

  describe('while it is followed', () => {
    it('the head and every piece is told, once', async () => {
      let next: () => void = () => undefined;
      server.answer((response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
        next = () => response.end('data: 2\n\n');
      });
      const told: unknown[] = [];
      const response = await exchange({
        follow: ({ status, statusText, headers }) => {
          told.push(
            status,
            statusText,
            headers.some(([, value]) => value === 'text/event-stream'),
          );
          return {
            endless: true,
            onChunk: (chunk) => {
              told.push(Buffer.from(chunk).toString());
              next();
            },
          };
        },
      });
      assert.deepEqual(told, [200, 'OK', true, 'data: 1\n\n', 'data: 2\n\n']);
      assert.equal(response.earlyEnd, undefined);
    });

    it('it is not tried again once it is kept', async () => {
      server.answer(cut({}, 'half'));
      const response = await exchange({
        follow: (_, keep) => ({ endless: true, onChunk: keep }),
      });
      assert.deepEqual([response.earlyEnd, server.requests.length], ['lost', 1]);
    });

    it('a stream ends at the limit, and nobody is asked for a file', async () => {
      let gone = false;
      server.answer((response) => {
        response.on('close', () => (gone = true));
        response.writeHead(200).write('x'.repeat(3000));
      });
      const response = await exchange({
        maxBytes: 1000,
        overflow: () => assert.fail('asked'),
        follow: () => ({ endless: true, onChunk: () => undefined }),
      });
      assert.deepEqual([response.earlyEnd, response.size, response.body.length], ['full', 1000, 1000]);
      await until(() => gone);
    });

    it('there is no time for all of it, but for each wait', async () => {
      let write: () => void = () => undefined;
      server.answer((response) => {
        write = () => response.write('x');
        write();
      });
      const response = await withStillClock((clock) => {
        let left = 5;
        const onChunk = () => {
          setImmediate(() => {
            clock.tick(left > 0 ? 149 : 150);
            if (left-- > 0) write();
          });
        };
        return exchange({ timeout: 150, follow: () => ({ endless: false, onChunk }) });
      });
      assert.deepEqual([response.size, response.earlyEnd], [6, 'stalled']);
    });
  });
});
