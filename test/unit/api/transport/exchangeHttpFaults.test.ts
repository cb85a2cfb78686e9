import { strict as assert } from 'node:assert';
import { methods } from '../../../../src/api/openapi/model';
import type { HttpExchangeRequest } from '../../../../src/api/transport/transport';
import { assertNoSecret, sentinel } from '../../support/leaks';
import { lapse } from '../../support/stillClock';
import { failureOf, until } from '../../support/until';
import { json, RawServer, type Handler } from './rawServer';
import { failing, wire } from './transportFixture';

describe('transport: any request, and no answer', () => {
  let server: RawServer;
  before(async () => {
    server = await RawServer.start();
  });
  after(() => server.close());
  beforeEach(() => {
    server.answer(json(200, {}));
  });

  const get = (target = '/x'): HttpExchangeRequest => ({ method: 'GET', base: server.origin, target });
  const exchange = (request: HttpExchangeRequest) => wire().transport.sendHttp(request);

  describe('R16: what is sent again', () => {
    const reset: Handler = (response) => response.socket?.resetAndDestroy();

    it('a GET or HEAD whose connection was lost', async () => {
      for (const method of ['GET', 'HEAD'] as const) {
        server.answer((response, request, nth) => {
          (nth < 3 ? reset : json(200, {}))(response, request, nth);
        });
        assert.equal((await exchange({ ...get(), method })).status, 200);
        assert.equal(server.requests.length, 3);
      }
    });

    it('and nothing else', async () => {
      for (const method of methods.filter((name) => name !== 'GET' && name !== 'HEAD')) {
        server.answer(reset);
        await failing(exchange({ ...get(), method }), 'offline', { code: 'ECONNRESET' });
        assert.equal(server.requests.length, 1, method);
      }
    });
  });

  describe('what is refused before anything is sent', () => {
    for (const target of [
      '//evil',
      '/\\evil',
      '\\/evil',
      '@evil',
      '.evil',
      ':80',
      '',
      'x',
      '/../x',
      '/%2e%2e/x',
      '/a/../../x',
      '/x#y',
      '/x y',
      '/x\ty',
      '/x\r\ny',
    ]) {
      it(`the target ${JSON.stringify(target)}`, async () => {
        for (const base of [`${server.origin}/sub`, `${server.origin}/sub/path`]) {
          const { transport, log } = wire();
          const host = new URL(server.origin).host;
          await failing(transport.sendHttp({ ...get(target), base }), 'invalidInput', {
            host,
            code: 'REFUSED_ADDRESS',
          });
          assert.deepEqual([server.requests.length, log.lines], [0, []]);
        }
      });
    }

    it('headers that say who asks, whom, or where the request ends', async () => {
      const names =
        'Authorization Host Cookie Content-Length Transfer-Encoding Connection Upgrade Expect TE Trailer'
          .concat(
            ' Keep-Alive Proxy-Authorization Proxy-Connection Forwarded X-Forwarded-For X-Forwarded-Host',
          )
          .split(' ');
      for (const name of names.flatMap((each) => [each, each.toLowerCase(), each.toUpperCase()])) {
        const headers = [
          ['X-Fine', 'a'],
          [name, 'b'],
        ] as const;
        await failing(exchange({ ...get(), headers }), 'invalidInput', { code: 'REFUSED_HEADER' });
      }
      assert.equal(server.requests.length, 0);
    });

    it('headers that would be two, or none', async () => {
      for (const header of [
        ['X-A', 'b\r\nHost: evil'],
        ['X-A', 'b\nc'],
        ['X-A', '\0'],
        ['X-A', '€'],
        ['X A', 'b'],
        ['X-A:', 'b'],
        ['', 'b'],
        [' Host', 'b'],
      ] as const) {
        await failing(exchange({ ...get(), headers: [header] }), 'invalidInput', { code: 'REFUSED_HEADER' });
      }
      assert.equal(server.requests.length, 0);
    });
  });

  describe('what does not come back', () => {
    it('a server that is down is offline', async () => {
      await failing(exchange({ ...get(), base: 'http://127.0.0.1:1' }), 'offline', { code: 'ECONNREFUSED' });
    });

    it('an answer that does not begin is a timeout', async () => {
      server.answer(() => undefined);
      const asked = () => until(() => server.requests.length === 1);
      const { host } = new URL(server.origin);
      await lapse(30, asked, () => failing(exchange({ ...get(), timeout: 30 }), 'timeout', { host }));
    });

    it('a cancelled request ends its connection', async () => {
      let gone = false;
      server.answer((response) => response.on('close', () => (gone = true)));
      const abort = new AbortController();
      const work = failing(exchange({ ...get(), signal: abort.signal }), 'cancelled');
      await until(() => server.requests.length === 1);
      abort.abort();
      await work;
      await until(() => gone);
    });

    it('R5: no error of a library, and no secret, is in a failure or in the log', async () => {
      const asked: HttpExchangeRequest = {
        ...get(`/x?key=${encodeURIComponent(sentinel)}`),
        method: 'POST',
        bearer: sentinel,
        body: sentinel,
        headers: [['X-Api-Key', sentinel]],
      };
      const { transport, log } = wire();
      const faults: Handler[] = [
        (response) => response.destroy(),
        (response) => response.writeHead(200, { 'content-length': '99' }).write(sentinel),
        (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(sentinel),
        (response) => response.end(sentinel.repeat(9)),
      ];
      for (const fault of faults) {
        server.answer(fault);
        const error = (await failureOf(
          transport.sendHttp({ ...asked, timeout: 100, maxBytes: 200 }),
        )) as Error;
        assert.deepEqual([error.name, error.cause], ['Failure', undefined]);
        assert.deepEqual(Object.keys(error).sort(), ['facts', 'kind', 'name']);
        assertNoSecret(sentinel, error, error.stack, log.lines);
      }
      server.answer(json(500, { message: sentinel }, { 'x-token': sentinel }));
      await transport.sendHttp(asked);
      assert.equal(log.lines.length, faults.length + 1);
      assertNoSecret(sentinel, log.lines);
    });

    it('T10: a line of the log has the path without query', async () => {
      const { transport, log } = wire({ clock: () => 1000 });
      await transport.sendHttp({ ...get(`/list/of?search=${sentinel}&?=/`), base: `${server.origin}/sub` });
      assert.deepEqual(log.lines, [`info GET ${server.origin}/sub/list/of 200 0 ms`]);
    });
  });
});
