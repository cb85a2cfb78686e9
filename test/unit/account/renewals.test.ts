import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import type { Account } from '../../../src/account/account';
import type { ApiClient } from '../../../src/api/client';
import { json, RawServer } from '../api/transport/rawServer';
import { failing } from '../api/transport/transportFixture';
import { sentinel } from '../support/leaks';
import { hostsAt, keyOf, WindowFixture } from './accountFixture';

const minute = 60_000;
const hour = 60 * minute;
const jwt = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.sig`;

/** Auth and API in one place; what either answers is set by the test. */
describe('renewals of access tokens', () => {
  let server: RawServer;
  let window: WindowFixture;
  let account: Account;
  let client: ApiClient;
  let time: sinon.SinonFakeTimers;
  /** Of each exchange, with its number. */
  let tokenBody: (nth: number) => object;
  /** Of each other request. */
  let statusOf: (path: string, token: string) => number;
  let exchanges: number;
  let withDate: boolean;

  before(async () => {
    server = await RawServer.start();
  });
  after(() => server.close());
  beforeEach(async () => {
    time = sinon.useFakeTimers({ now: Date.UTC(2026, 4, 5), toFake: ['Date', 'performance'] });
    [exchanges, withDate] = [0, true];
    tokenBody = (nth) => ({ access_token: `token-${nth}`, expires_in: 3600 });
    statusOf = () => 200;
    server.answer((response, request, nth) => {
      response.sendDate = withDate;
      const isExchange = request.url.endsWith('/token');
      exchanges += isExchange ? 1 : 0;
      const token = (request.headers.authorization ?? '').replace('Bearer ', '');
      const body = isExchange ? tokenBody(exchanges) : {};
      json(isExchange ? 200 : statusOf(request.url, token), body)(response, request, nth);
    });
    window = new WindowFixture();
    account = await window.store(keyOf(sentinel), hostsAt(server.origin));
    window.sessions.setSignedIn(account);
    client = window.clientFor(account);
  });
  afterEach(() => {
    window.dispose();
    time.restore();
  });

  const ask = (path = '/a') => client.get({ path });
  const refused = (path?: string) => failing(ask(path), 'expiredSession');
  const times = async (count: number, work: () => Promise<unknown>): Promise<void> => {
    for (let done = 0; done < count; done++) await work();
  };

  const shortLives: [name: string, body: () => object][] = [
    ['expires_in -5', () => ({ access_token: 'opaque', expires_in: -5 })],
    ['expires_in 0', () => ({ access_token: 'opaque', expires_in: 0 })],
    ['expires_in 1', () => ({ access_token: 'opaque', expires_in: 1 })],
    ['expires_in 1e300', () => ({ access_token: 'opaque', expires_in: 1e300 })],
    ['an exp that was two hours ago', () => ({ access_token: jwt({ exp: (Date.now() - 2 * hour) / 1000 }) })],
    ['an exp in a second', () => ({ access_token: jwt({ exp: Date.now() / 1000 + 1 }) })],
    ['an exp of 1e13', () => ({ access_token: jwt({ exp: 1e13 }) })],
  ];
  for (const [name, body] of shortLives) {
    for (const date of [true, false]) {
      it(`twenty calls make one exchange with ${name}, ${date ? 'with' : 'without'} a Date`, async () => {
        [tokenBody, withDate] = [body, date];
        await times(20, ask);
        assert.equal(exchanges, 1);
      });
    }
  }

  it('with a machine that is two hours ahead of a server without Date, one exchange is good for as long as the token', async () => {
    withDate = false;
    tokenBody = () => ({ access_token: jwt({ exp: (Date.now() - hour) / 1000 }), expires_in: 3600 });
    await times(20, async () => {
      await ask();
      time.tick(2 * minute);
    });
    assert.equal(exchanges, 1);
  });

  it('a token that lives for a second is renewed once a minute at most', async () => {
    tokenBody = () => ({ access_token: 'opaque', expires_in: 1 });
    await times(30, async () => {
      await ask();
      time.tick(10_000);
    });
    assert.equal(exchanges, 5);
  });

  it('a clock that is set forward while the window is open costs one exchange, and not one a call', async () => {
    await ask();
    window.offset = 2 * hour;
    await times(20, ask);
    assert.equal(exchanges, 2);
  });

  it('a clock that is set back does not make a used up token good', async () => {
    await ask();
    time.tick(59 * minute);
    window.offset = -5 * hour;
    await times(20, ask);
    assert.equal(exchanges, 2);
  });

  it('after a sleep, through which only the clock of the day went on, a used up token is renewed', async () => {
    await ask();
    window.offset = 9 * hour;
    await ask();
    assert.equal(exchanges, 2);
  });

  describe('an API that refuses every token', () => {
    beforeEach(() => {
      statusOf = () => 401;
    });

    it('gets one more exchange, and not one for each request', async () => {
      await times(20, refused);
      assert.equal(exchanges, 2);
    });

    it('gets exchanges in growing pauses', async () => {
      const at: number[] = [];
      for (let second = 0; second < 2 * 3600; second += 30) {
        const before = exchanges;
        await refused(`/${second}`);
        if (exchanges > before && second > 0) at.push(second);
        time.tick(30_000);
      }
      assert.deepEqual(at, [30, 90, 210, 450, 930, 1890, 3690, 5490]);
    });

    it('is asked by a person as often as that person wants to know what it says', async () => {
      await times(3, () => refused());
      const sent = await client.sendRaw({ method: 'GET', target: '/a?q=1' });
      assert.deepEqual([sent.status, exchanges], [401, 2]);
    });

    it('is tried at once when a person has it refreshed', async () => {
      await times(3, refused);
      window.accounts.clearRefusal(account);
      await times(3, refused);
      assert.equal(exchanges, 3);
    });

    it('is tried at once after a success', async () => {
      await times(3, refused);
      statusOf = () => 200;
      await ask();
      statusOf = (_path, token) => (token === 'token-2' ? 401 : 200);
      await ask();
      assert.equal(exchanges, 3);
      statusOf = (_path, token) => (token === 'token-3' ? 401 : 200);
      await ask();
      assert.equal(exchanges, 4);
    });
  });

  it('one path that is refused while others succeed does not get an exchange for each request', async () => {
    statusOf = (path) => (path === '/refused' ? 401 : 200);
    await times(20, async () => {
      await ask('/good');
      await failing(ask('/refused'), 'refusedRequest');
    });
    assert.equal(exchanges, 2);
    statusOf = (_path, token) => (token === 'token-2' ? 401 : 200);
    await ask('/good');
    assert.equal(exchanges, 3);
  });

  it('a request that is refused for another reason shows that its renewed token was taken: the next may renew at once', async () => {
    for (const token of ['token-1', 'token-2']) {
      statusOf = (_path, given) => (given === token ? 401 : 404);
      await failing(ask(`/${token}`), 'notFound');
    }
    assert.equal(exchanges, 3);
  });

  it('two accounts do not wait for one another', async () => {
    const other = await window.store(keyOf(`${sentinel}-2`), hostsAt(server.origin), 'other');
    statusOf = () => 401;
    await times(3, refused);
    await failing(window.clientFor(other).get({ path: '/a' }), 'expiredSession');
    assert.equal(exchanges, 4);
  });
});
