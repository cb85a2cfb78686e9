import { strict as assert } from 'node:assert';
import { assertNoSecret, sentinel } from '../../support/leaks';
import { json, RawServer, type Handler } from './rawServer';
import { failing, wire } from './transportFixture';

describe('R20: redirects', () => {
  let home: RawServer;
  let other: RawServer;
  before(async () => {
    [home, other] = await Promise.all([RawServer.start(), RawServer.start()]);
  });
  after(() => Promise.all([home.close(), other.close()]));
  beforeEach(() => {
    home.answer(json(200, { from: 'home' }));
    other.answer(json(200, { from: 'other' }));
  });

  const get = () => ({ method: 'GET', base: home.origin, path: '/start', bearer: sentinel }) as const;
  const to =
    (location: string, status = 302): Handler =>
    (response, request, nth) => {
      if (request.url.startsWith('/start')) {
        response.writeHead(status, { location }).end();
      } else {
        json(200, { from: 'home' })(response, request, nth);
      }
    };

  for (const status of [301, 302, 303, 307, 308]) {
    it(`${status} to the same origin keeps the token`, async () => {
      home.answer(to('/next?a=b', status));
      assert.deepEqual((await wire().transport.send(get())).body, { from: 'home' });
      assert.equal(home.requests[1]?.url, '/next?a=b');
      assert.equal(home.requests[1].headers.authorization, `Bearer ${sentinel}`);
    });

    it(`${status} to another port is not followed, and is told by both hosts`, async () => {
      home.answer(to(`${other.origin}/taken?sig=${sentinel}`, status));
      const failure = await failing(wire().transport.send(get()), 'foreignResponse', {
        status,
        host: new URL(home.origin).host,
        redirectedTo: new URL(other.origin).host,
      });
      assert.deepEqual([home.requests.length, other.requests.length], [1, 0]);
      assertNoSecret(sentinel, failure);
    });
  }

  it('below the base are followed, and to another path of its host they are not', async () => {
    const base = `${home.origin}/sub`;
    const start = (location: string) => {
      home.answer((response, request, nth) => {
        if (request.url.startsWith('/sub/start')) response.writeHead(302, { location }).end();
        else json(200, { from: request.url })(response, request, nth);
      });
      return wire().transport.send({ ...get(), base });
    };
    assert.deepEqual((await start('/sub/next')).body, { from: '/sub/next' });
    await failing(start('/other'), 'foreignResponse', { redirectedTo: new URL(home.origin).host });
  });

  it('to another host name on the same port is not followed', async () => {
    const port = new URL(home.origin).port;
    home.answer(to(`http://localhost:${port}/taken`));
    await failing(wire().transport.send(get()), 'foreignResponse', { redirectedTo: `localhost:${port}` });
    assert.equal(home.requests.length, 1);
  });

  it('to plain http elsewhere is not followed', async () => {
    home.answer(to('http://api.example.invalid/taken'));
    const failure = await failing(wire().transport.send(get()), 'foreignResponse', { status: 302 });
    assertNoSecret(sentinel, failure);
  });

  it('to another scheme is not followed', async () => {
    for (const location of [
      'ftp://127.0.0.1/x',
      'file:///etc/passwd',
      'data:application/json,{}',
      'http://[',
    ]) {
      home.answer(to(location));
      await failing(wire().transport.send(get()), 'foreignResponse', { status: 302 });
    }
  });

  it('to an address with a user name is not followed: its name must not take the place of the token', async () => {
    for (const target of [home, other]) {
      other.answer(json(200, {}));
      home.answer(to(`${target.origin.replace('//', '//mallory:pw@')}/taken`));
      await wire()
        .transport.send(get())
        .catch(() => undefined);
      const all = [...home.requests, ...other.requests];
      assert.deepEqual(
        all.filter(({ url }) => url === '/taken').map(({ headers }) => headers.authorization),
        [],
      );
    }
  });

  it('in a circle end after five', async () => {
    home.answer(to('/start/again'));
    await failing(wire().transport.send(get()), 'foreignResponse', { status: 302 });
    assert.equal(home.requests.length, 6);
  });

  it('that were followed listen to nothing any more: Node would take them for a leak', async () => {
    const warnings: string[] = [];
    const keep = ({ name }: Error) => warnings.push(name);
    process.on('warning', keep);
    home.answer(to('/start/again'));
    await failing(wire().transport.send(get()), 'foreignResponse', { status: 302 });
    process.off('warning', keep);
    assert.deepEqual(warnings, []);
  });

  it('without a place to go are an answer that cannot be read', async () => {
    home.answer((response) => response.writeHead(302).end());
    await failing(wire().transport.send(get()), 'unreadableAnswer', { status: 302 });
    home.answer((response) => response.writeHead(304, { location: '/next' }).end());
    await failing(wire().transport.send(get()), 'unreadableAnswer', { status: 304 });
    assert.equal(home.requests.length, 1);
  });

  it('of a form with a credential are never followed, the same origin included', async () => {
    for (const status of [301, 302, 303, 307, 308]) {
      for (const location of ['/next', `${other.origin}/taken`]) {
        home.answer(to(location, status));
        const form = { personalAccessKey: sentinel };
        const request = { method: 'POST', base: home.origin, path: '/start', form } as const;
        await failing(wire().transport.send(request), 'foreignResponse', { status });
        assert.equal(home.requests.length, 1);
      }
    }
    assert.equal(other.requests.length, 0);
  });

  it('of anything that writes are not followed', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      home.answer(to('/next', 307));
      await failing(wire().transport.send({ ...get(), method }), 'foreignResponse', { status: 307 });
      assert.equal(home.requests.length, 1);
    }
  });

  it('T10: the log names what was asked first, never where it led to', async () => {
    home.answer(to(`/signed?sig=${encodeURIComponent(sentinel)}`));
    const { transport, log } = wire();
    await transport.send(get());
    assert.equal(log.lines.length, 1);
    assert.match(log.lines[0] ?? '', /\/start 200 \d+ ms$/);
    assertNoSecret(sentinel, log.lines);
  });
});
