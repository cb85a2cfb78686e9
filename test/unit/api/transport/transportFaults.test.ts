import { strict as assert } from 'node:assert';
import { gzipSync } from 'node:zlib';
import type { ServerResponse } from 'node:http';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox';
import { lapse, responseBegun } from '../../support/stillClock';
import { until } from '../../support/until';
import { json, RawServer, type Handler } from './rawServer';
import { failing, wire } from './transportFixture';

describe('transport: faults', () => {
  let raw: RawServer;
  let sandbox: Sandbox;
  before(async () => {
    [raw, sandbox] = await Promise.all([RawServer.start(), startSandbox({ profiles: 1 })]);
  });
  after(() => Promise.all([raw.close(), sandbox.close()]));
  beforeEach(() => {
    sandbox.faults.clear();
    sandbox.clearRequests();
  });

  const get = () => ({ method: 'GET', base: raw.origin, path: '/x' }) as const;
  const post = () => ({ method: 'POST', base: raw.origin, path: '/x', form: { a: 'b' } }) as const;

  describe('R16: a request that changes nothing is tried again', () => {
    for (const status of [429, 502, 503, 504]) {
      it(`after ${status}`, async () => {
        raw.answer((response, request, nth) => {
          json(nth < 3 ? status : 200, { nth })(response, request, nth);
        });
        assert.deepEqual((await wire().transport.send(get())).body, { nth: 3 });
      });
    }

    it('after a reset, of the sandbox', async () => {
      sandbox.arm({ kind: 'reset', times: 2 });
      const asked = { method: 'GET', base: sandbox.apiEndpoint, path: '/distribution/v2/profiles' } as const;
      await failing(wire().transport.send(asked), 'expiredSession', { status: 401 });
      assert.equal(sandbox.requests().length, 3);
    });

    it('after a body that was cut off', async () => {
      raw.answer((response, request, nth) => {
        (nth === 1 ? cutOff : json(200, { nth }))(response, request, nth);
      });
      assert.deepEqual((await wire().transport.send(get())).body, { nth: 2 });
    });

    it('and given up after the third attempt', async () => {
      raw.answer(json(503, {}));
      await failing(wire().transport.send(get()), 'serverFault', { status: 503 });
      assert.equal(raw.requests.length, 3);
    });

    it('HEAD as well', async () => {
      raw.answer((response, _request, nth) => response.writeHead(nth === 1 ? 503 : 200).end());
      assert.equal((await wire().transport.send({ ...get(), method: 'HEAD' })).status, 200);
    });

    for (const status of [400, 401, 403, 404, 409, 500, 501]) {
      it(`but not after ${status}`, async () => {
        raw.answer(json(status, {}));
        await wire()
          .transport.send(get())
          .catch(() => undefined);
        assert.equal(raw.requests.length, 1);
      });
    }

    it('but no POST, PUT, PATCH or DELETE, whatever happens', async () => {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
        raw.answer(json(503, {}));
        await failing(wire().transport.send({ ...get(), method }), 'serverFault');
        assert.equal(raw.requests.length, 1, method);
        raw.answer((response) => response.socket?.resetAndDestroy());
        await failing(wire().transport.send({ ...get(), method }), 'offline', { code: 'ECONNRESET' });
        assert.equal(raw.requests.length, 1, method);
      }
    });
  });

  describe('R16: Retry-After', () => {
    const now = Date.parse('2026-05-05T10:00:00Z');

    it('in seconds, longer than anyone waits: told to the user, not waited for', async () => {
      raw.answer(json(429, {}, { 'retry-after': '60' }));
      await failing(wire().transport.send(get()), 'rateLimited', { status: 429, retryAfter: 60 });
      assert.equal(raw.requests.length, 1);
    });

    it('as a date', async () => {
      raw.answer(json(503, {}, { 'retry-after': new Date(now + 90_000).toUTCString() }));
      const { transport } = wire({ clock: () => now });
      await failing(transport.send(get()), 'serverFault', { retryAfter: 90 });
      assert.equal(raw.requests.length, 1);
    });

    it('of now, or of the past, is no pause', async () => {
      raw.answer((response, request, nth) => {
        const header = nth === 1 ? '0' : new Date(now - 5000).toUTCString();
        json(nth < 3 ? 429 : 200, {}, { 'retry-after': header })(response, request, nth);
      });
      await wire({ clock: () => now }).transport.send(get());
      assert.equal(raw.requests.length, 3);
    });
  });

  describe('R7: what did not come', () => {
    it('a server that is down is offline, with its code', async () => {
      const base = 'http://127.0.0.1:1';
      await failing(wire().transport.send({ ...get(), base }), 'offline', {
        host: '127.0.0.1:1',
        code: 'ECONNREFUSED',
      });
    });

    it('an answer that never begins is a timeout, asked once', async () => {
      sandbox.arm({ kind: 'hang' });
      const asked = { method: 'GET', base: sandbox.apiEndpoint, path: '/x', timeout: 30 } as const;
      const asking = () => until(() => sandbox.requests().length === 1);
      const work = () => failing(wire().transport.send(asked), 'timeout', { host: new URL(asked.base).host });
      await lapse(30, asking, work);
      assert.equal(sandbox.requests().length, 1);
    });

    it('an answer in time leaves no timer that would keep a process alive', async () => {
      raw.answer(json(200, {}));
      const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
      // mocha's own timer begins after the first turn.
      await wire().transport.send(get());
      const before = timers();
      await wire().transport.send({ ...get(), timeout: 1_000_000 });
      assert.equal(timers(), before);
    });

    it('an answer that stops in its middle is a timeout too', async () => {
      raw.answer((response) => response.writeHead(200, { 'content-length': '50' }).write('['));
      const stalled = { status: 200, code: 'STALLED' };
      await lapse(30, responseBegun, () =>
        failing(wire().transport.send({ ...get(), timeout: 30 }), 'timeout', stalled),
      );
    });

    it('a body that is cut off each time is one that ended early, whatever cut it off', async () => {
      const chunked: Handler = (response) => {
        response.writeHead(200).write('{"a":');
        setImmediate(() => response.destroy());
      };
      const packed: Handler = (response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"a":1}').subarray(0, -4));
      for (const handler of [cutOff, chunked, packed]) {
        raw.answer(handler);
        await failing(wire().transport.send(get()), 'unreadableAnswer', { status: 200, code: 'ENDED_EARLY' });
        assert.equal(raw.requests.length, 3);
        raw.answer(handler);
        await failing(wire().transport.send({ ...get(), method: 'POST' }), 'unreadableAnswer');
        assert.equal(raw.requests.length, 1);
      }
    });

    it('a status is told, although its words do not come', async () => {
      raw.answer((response) => {
        response
          .writeHead(403, { 'content-type': 'application/json', 'content-length': '99' })
          .write('{"message":');
        setImmediate(() => response.destroy());
      });
      await failing(wire().transport.send(get()), 'forbidden', { status: 403 });
      assert.equal(raw.requests.length, 1);
    });

    it('what cannot be unpacked is told as that, asked for once, and JSON is JSON whatever it says', async () => {
      const coded =
        (coding: string, body: Buffer): Handler =>
        (response) =>
          response.writeHead(200, { 'content-encoding': coding }).end(body);
      raw.answer(coded('martian', Buffer.of(0, 1, 2)));
      await failing(wire().transport.send(get()), 'unreadableAnswer', {
        code: 'UNKNOWN_CODING',
        coding: 'martian',
      });
      const damaged = gzipSync('{"a":1}');
      damaged.fill(0xff, 10);
      raw.answer(coded('gzip', damaged));
      await failing(wire().transport.send(get()), 'unreadableAnswer', { code: 'DAMAGED' });
      assert.equal(raw.requests.length, 1);
      raw.answer(coded('utf-8', Buffer.from('{"a":1}')));
      assert.deepEqual((await wire().transport.send(get())).body, { a: 1 });
    });

    it('JSON is read in the charset that it is in', async () => {
      const bodies: [type: string, body: Buffer][] = [
        ['application/json', Buffer.from('{"a":"İş"}')],
        ['application/json', Buffer.from('\ufeff{"a":"İş"}')],
        ['application/json', Buffer.from('\ufeff{"a":"İş"}', 'utf16le')],
        ['application/json', Buffer.from('{"a":"İş"}', 'utf16le').swap16()],
        ['application/json; charset=martian', Buffer.from('{"a":"İş"}')],
        ['application/json; charset=ISO-8859-9', Buffer.from('{"a":"\xdd\xfe"}', 'latin1')],
      ];
      for (const [type, body] of bodies) {
        raw.answer((response) => response.writeHead(200, { 'content-type': type }).end(body));
        assert.deepEqual((await wire().transport.send(get())).body, { a: 'İş' }, type);
      }
    });

    it('a proxy that wants a password is named as the cause', async () => {
      raw.answer(json(407, {}));
      await failing(wire().transport.send(get()), 'proxy', { status: 407 });
    });
  });

  describe('cancelling', () => {
    it('before it began: nothing is asked', async () => {
      raw.answer(json(200, {}));
      await failing(wire().transport.send({ ...get(), signal: AbortSignal.abort() }), 'cancelled');
      assert.equal(raw.requests.length, 0);
    });

    it('while the answer is awaited: the connection ends', async () => {
      let gone = false;
      raw.answer((response) => response.on('close', () => (gone = true)));
      const abort = new AbortController();
      const { transport, log } = wire();
      const work = failing(transport.send({ ...get(), signal: abort.signal }), 'cancelled');
      await until(() => raw.requests.length === 1);
      abort.abort();
      await work;
      await until(() => gone);
      assert.match(log.lines.join(), /cancelled/);
    });

    it('while it waits for the next attempt: there is none', async () => {
      raw.answer(json(503, {}));
      const abort = new AbortController();
      const { transport, log } = wire({ retries: { attempts: 3, firstDelay: 60_000, maxDelay: 60_000 } });
      const work = failing(transport.send({ ...get(), signal: abort.signal }), 'cancelled');
      await until(() => log.lines.length === 1);
      abort.abort();
      await work;
      assert.equal(raw.requests.length, 1);
    });

    it('by a reason of its own is a cancellation all the same', async () => {
      const abort = new AbortController();
      raw.answer(() => {
        abort.abort(new Error('closed'));
      });
      await failing(wire().transport.send({ ...post(), signal: abort.signal }), 'cancelled');
    });
  });

  describe('R26: size', () => {
    for (const announced of [true, false]) {
      it(`a body above the limit is not read, its length ${announced ? 'announced' : 'unknown'}`, async () => {
        sandbox.arm({ kind: 'oversize', bytes: 300_000, announced });
        const asked = { method: 'GET', base: sandbox.apiEndpoint, path: '/x', maxBytes: 100_000 } as const;
        await failing(wire().transport.send(asked), 'unreadableAnswer', { code: 'TOO_LARGE' });
        assert.equal(sandbox.requests().length, 1);
      });
    }

    it('a body at the limit is read', async () => {
      sandbox.arm({ kind: 'oversize', bytes: 100_000 });
      const asked = { method: 'GET', base: sandbox.apiEndpoint, path: '/x', maxBytes: 100_000 } as const;
      assert.deepEqual((await wire().transport.send(asked)).body, []);
    });

    it('what counts is the size after unpacking', async () => {
      const bomb = gzipSync(Buffer.alloc(2_000_000, ' '));
      raw.answer((response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
      await failing(wire().transport.send({ ...get(), maxBytes: 100_000 }), 'unreadableAnswer', {
        code: 'TOO_LARGE',
      });
    });
  });
});

function cutOff(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' }).write('{"a":');
  setImmediate(() => response.destroy());
}
