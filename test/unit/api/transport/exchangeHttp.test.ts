import { strict as assert } from 'node:assert';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { HttpExchangeRequest } from '../../../../src/api/transport/transport';
import { methods } from '../../../../src/api/openapi/model';
import { json, RawServer } from './rawServer';
import { failing, wire } from './transportFixture';

describe('transport: any request, any answer', () => {
  let server: RawServer;
  before(async () => {
    server = await RawServer.start();
  });
  after(() => server.close());
  beforeEach(() => {
    server.answer(json(200, {}));
  });

  const get = (target = '/x'): HttpExchangeRequest => ({ method: 'GET', base: server.origin, target });
  const exchange = (request: HttpExchangeRequest) => wire().transport.sendHttp({ partial: true, ...request });
  const text = (body: Uint8Array) => Buffer.from(body).toString();

  describe('what is sent', () => {
    for (const method of methods) {
      it(`${method} with the target as it is written, and the token`, async () => {
        const target = "/a%2Fb/%C3%BC;v=1/(c)?q=%20+&q=2&empty=&flag&x='%27";
        await exchange({ ...get(target), base: `${server.origin}/sub`, method, bearer: 'the-token' });
        const [request] = server.requests;
        assert.equal(request?.method, method);
        assert.equal(request.url, `/sub${target.replace("'", '%27')}`);
        assert.equal(request.headers.authorization, 'Bearer the-token');
        assert.equal(request.headers['user-agent'], 'AppcircleExplorer/0.0.0 test');
        assert.equal('content-type' in request.headers, false);
      });
    }

    it('bytes are the bytes that were given, out of a larger buffer too', async () => {
      const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
      for (const body of [bytes, Buffer.from(bytes), bytes.subarray(100, 200), new Uint8Array(0)]) {
        server.answer(json(200, {}));
        await exchange({ ...get(), method: 'POST', body });
        assert.deepEqual([...(server.requests[0]?.bytes ?? [])], [...body]);
        assert.equal(server.requests[0]?.headers['content-length'], String(body.length));
      }
    });

    it('text is UTF-8, and JSON is not written anew', async () => {
      for (const body of ['{ "a" : 1.0,\r\n"ü": "€" } ', '"quoted"', 'no json', '']) {
        server.answer(json(200, {}));
        const headers = [['Content-Type', 'application/json']] as const;
        await exchange({ ...get(), method: 'PUT', body, headers });
        assert.equal(server.requests[0]?.body, body);
        assert.equal(server.requests[0].headers['content-type'], 'application/json');
      }
    });

    it('headers of the caller go before ours, whatever their case, and may be repeated', async () => {
      const headers = [
        ['accept', 'text/plain'],
        ['X-Many', 'a'],
        ['x-many', 'b; ü'],
        ['USER-AGENT', 'mine'],
      ] as const;
      await exchange({ ...get(), headers });
      const sent = server.requests[0]?.headers;
      assert.equal(sent?.accept, 'text/plain');
      assert.equal(sent['x-many'], 'a, b; ü');
      assert.equal(sent['user-agent'], 'mine');
    });

    it('a GET may have a body', async () => {
      await exchange({ ...get(), body: 'b' });
      assert.equal(server.requests[0]?.body, 'b');
    });

    it('one connection serves one request after the other', async () => {
      const { transport } = wire();
      await transport.sendHttp(get());
      const before = server.connections;
      await transport.sendHttp({ ...get(), method: 'POST', body: 'b' });
      await transport.sendHttp(get());
      assert.equal(server.connections, before);
    });
  });

  describe('what comes back', () => {
    for (const status of [200, 201, 207, 304, 400, 401, 403, 404, 407, 409, 418, 429, 500, 503, 599]) {
      it(`${status} is an answer`, async () => {
        const texts = status === 304 ? '' : 'bytes, not JSON';
        server.answer((response) => response.writeHead(status, 'So it is', { 'x-a': 'b' }).end(texts));
        const response = await exchange(get());
        assert.deepEqual(
          [response.status, response.statusText, text(response.body)],
          [status, 'So it is', texts],
        );
        assert.deepEqual(
          response.headers.find(([name]) => name === 'x-a'),
          ['x-a', 'b'],
        );
        assert.deepEqual(
          [response.size, response.streamed, response.earlyEnd],
          [texts.length, false, undefined],
        );
        assert.ok(response.durationMs >= 0 && Number.isInteger(response.durationMs));
        assert.equal(server.requests.length, 1, 'not tried again by status');
      });
    }

    it('headers are all there, in their order, repeated ones too, names in lower case', async () => {
      server.answer((response) => {
        response.sendDate = false;
        response
          .writeHead(204, ['Set-Cookie', 'a=1', 'X-B', 'c', 'set-cookie', 'd=2', '__proto__', 'e'])
          .end();
      });
      const { headers } = await exchange(get());
      assert.deepEqual(headers.slice(0, 4), [
        ['set-cookie', 'a=1'],
        ['x-b', 'c'],
        ['set-cookie', 'd=2'],
        ['__proto__', 'e'],
      ]);
    });

    it('a HEAD has no body, whatever its headers say of one', async () => {
      server.answer((response) =>
        response.writeHead(200, { 'content-length': '99', 'content-encoding': 'gzip' }).end(),
      );
      const { body, size, headers } = await exchange({ ...get(), method: 'HEAD' });
      assert.deepEqual([body.length, size], [0, 0]);
      assert.ok(headers.some(([name, value]) => name === 'content-length' && value === '99'));
    });

    it('what is packed is unpacked, and what cannot be comes as it is, with what it is packed with', async () => {
      const packed = {
        gzip: gzipSync('plain'),
        br: brotliCompressSync('plain'),
        deflate: deflateSync('plain'),
        'gzip, br': brotliCompressSync(gzipSync('plain')),
        compress: Buffer.of(0x1f, 0x9d, 0x90),
      };
      for (const [encoding, bytes] of Object.entries(packed)) {
        server.answer((response) => response.writeHead(200, { 'content-encoding': encoding }).end(bytes));
        const { body, size, headers, packed: as } = await exchange(get());
        const isUnknown = encoding === 'compress';
        const expected = isUnknown ? bytes : Buffer.from('plain');
        assert.deepEqual(Buffer.from(body), expected);
        assert.equal(size, expected.length);
        assert.deepEqual(as, isUnknown ? { coding: 'compress', known: false } : undefined);
        assert.ok(headers.some(([name, value]) => name === 'content-encoding' && value === encoding));
      }
      assert.equal(server.requests[0]?.headers['accept-encoding'], 'gzip, br');
    });

    it('what only says that it is packed comes as it is', async () => {
      for (const encoding of ['gzip', 'br']) {
        server.answer((response) =>
          response.writeHead(200, { 'content-encoding': encoding }).end('in truth plain text'),
        );
        const { body, packed, earlyEnd } = await exchange(get());
        assert.equal(text(body), 'in truth plain text');
        assert.deepEqual([packed, earlyEnd], [{ coding: encoding, known: true }, undefined]);
      }
    });

    it('an empty answer that says it is packed is empty', async () => {
      for (const encoding of ['gzip', 'br']) {
        server.answer((response) => response.writeHead(404, { 'content-encoding': encoding }).end());
        assert.equal((await exchange(get())).size, 0);
      }
    });

    it('R26: without a place for more, a body above the limit is a failure', async () => {
      server.answer((response) => response.end('x'.repeat(1001)));
      await failing(exchange({ ...get(), maxBytes: 1000 }), 'unreadableAnswer', { code: 'TOO_LARGE' });
      server.answer((response) => response.end('x'.repeat(1000)));
      assert.equal((await exchange({ ...get(), maxBytes: 1000 })).size, 1000);
    });

    it('R14: the body of a 401 is cut off there, for what matters is another token', async () => {
      server.answer((response) => response.writeHead(401).end('0123456789'));
      const overflow = () => assert.fail('nobody is asked');
      const response = await exchange({ ...get(), maxBytes: 4, overflow });
      assert.deepEqual([response.status, text(response.body), response.earlyEnd], [401, '0123', 'full']);
    });
  });
});
