import { strict as assert } from 'node:assert';
import { methods } from '../../../../src/api/openapi/model';
import type { HttpExchangeRequest, HttpResponse } from '../../../../src/api/transport/transport';
import { assertNoSecret, sentinel } from '../../support/leaks';
import { json, RawServer, type Handler } from './rawServer';
import { wire } from './transportFixture';

describe('transport: redirects of any request', () => {
  let home: RawServer;
  let other: RawServer;
  before(async () => {
    [home, other] = await Promise.all([RawServer.start(), RawServer.start()]);
  });
  after(() => Promise.all([home.close(), other.close()]));
  beforeEach(() => {
    other.answer(json(200, { from: 'other' }));
  });

  const asked = (): HttpExchangeRequest => ({
    method: 'GET',
    base: `${home.origin}/sub`,
    target: '/start',
    bearer: sentinel,
  });
  const to =
    (location: string, status = 302): Handler =>
    (response, request, nth) => {
      if (request.url === '/sub/start') {
        response.writeHead(status, { location }).end('moved');
      } else {
        json(200, { from: 'home' })(response, request, nth);
      }
    };
  const location = ({ headers }: HttpResponse) => headers.find(([name]) => name === 'location')?.[1];

  for (const status of [301, 302, 303, 307, 308]) {
    it(`${status} below the base is followed, with the token`, async () => {
      for (const method of ['GET', 'HEAD'] as const) {
        home.answer(to('/sub/next?a=b', status));
        assert.equal((await wire().transport.sendHttp({ ...asked(), method })).status, 200);
        assert.deepEqual(
          home.requests.map(({ url, headers }) => [url, headers.authorization]),
          [
            ['/sub/start', `Bearer ${sentinel}`],
            ['/sub/next?a=b', `Bearer ${sentinel}`],
          ],
        );
      }
    });

    it(`${status} to elsewhere is the answer, and nobody is asked there`, async () => {
      const port = new URL(home.origin).port;
      const elsewhere = [
        `${other.origin}/sub/taken`,
        `http://localhost:${port}/sub/taken`,
        '//evil.invalid/sub/taken',
        '/outside',
        '/sub/../outside',
        '/subway',
        '/sub',
        `http://mallory:pw@127.0.0.1:${port}/sub/taken`,
        'https://api.example.invalid/sub/taken',
        'file:///etc/passwd',
        'http://[',
      ];
      for (const place of elsewhere) {
        home.answer(to(place, status));
        const response = await wire().transport.sendHttp(asked());
        assert.deepEqual([response.status, location(response)], [status, place]);
        assert.equal(Buffer.from(response.body).toString(), 'moved');
        assert.equal(home.requests.length, 1, place);
      }
      assert.equal(other.requests.length, 0);
    });
  }

  it('what may write, or has a body, is not sent twice', async () => {
    for (const method of methods) {
      home.answer(to('/sub/next', 307));
      const response = await wire().transport.sendHttp({ ...asked(), method, body: 'a' });
      assert.deepEqual([response.status, home.requests.length], [307, 1], method);
    }
    for (const method of methods.filter((name) => name !== 'GET' && name !== 'HEAD')) {
      home.answer(to('/sub/next', 307));
      const response = await wire().transport.sendHttp({ ...asked(), method });
      assert.deepEqual([response.status, home.requests.length], [307, 1], method);
    }
  });

  it('the sixth is the answer', async () => {
    home.answer((response) => response.writeHead(302, { location: '/sub/again' }).end());
    assert.equal((await wire().transport.sendHttp(asked())).status, 302);
    assert.equal(home.requests.length, 6);
  });

  it('without a place to go is the answer', async () => {
    home.answer((response) => response.writeHead(302).end());
    assert.equal((await wire().transport.sendHttp(asked())).status, 302);
  });

  it('T10: where it leads may be a signed address, and is not in the log', async () => {
    for (const place of [`${other.origin}/x?sig=${sentinel}`, `/sub/next?sig=${sentinel}`]) {
      home.answer(to(place));
      const { transport, log } = wire();
      await transport.sendHttp(asked());
      assert.equal(log.lines.length, 1);
      assert.match(log.lines[0] ?? '', /GET http:\/\/[\d.:]+\/sub\/start (200|302) \d+ ms$/);
      assertNoSecret(sentinel, log.lines);
    }
  });
});
