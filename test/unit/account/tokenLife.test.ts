import { strict as assert } from 'node:assert';
import { isFresh, type AccessToken } from '../../../src/account/accessToken';
import { TokenExchange } from '../../../src/account/tokenExchange';
import { Redactor } from '../../../src/support/redact';
import { json, RawServer } from '../api/transport/rawServer';
import { wire } from '../api/transport/transportFixture';
import { FakeMemento } from '../support/fakes/memento';
import { sentinel } from '../support/leaks';
import { keyOf } from './accountFixture';

const now = Date.parse('2026-05-05T10:00:00Z');
const hour = 3_600_000;
const jwt = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.sig`;

describe('the life of a token', () => {
  let server: RawServer;
  before(async () => {
    server = await RawServer.start();
  });
  after(() => server.close());

  /** A token from a server whose clock is ahead by so many milliseconds, or that tells no time at all. */
  const from = async (body: object, ahead: number | null = 0): Promise<AccessToken> => {
    server.answer((response, request, nth) => {
      response.sendDate = false;
      const date = ahead === null ? undefined : new Date(now + ahead).toUTCString();
      json(200, body, date === undefined ? {} : { date })(response, request, nth);
    });
    const clock = () => now;
    const exchange = new TokenExchange(wire({ clock }).transport, new FakeMemento(), new Redactor(), clock);
    return exchange.exchange(keyOf(sentinel), server.origin);
  };

  it('R14: ends at the exp of the token', async () => {
    const token = await from({ access_token: jwt({ exp: (now + 4 * hour) / 1000 }), expires_in: 60 });
    assert.deepEqual([token.obtainedAt, token.expiresAt], [now, now + 4 * hour]);
  });

  for (const ahead of [2 * hour, -2 * hour]) {
    it(`R14: by the server clock, which is ${ahead / hour} hours ahead, and not by this one`, async () => {
      const token = await from({ access_token: jwt({ exp: (now + ahead + hour) / 1000 }) }, ahead);
      assert.equal(token.expiresAt, now + hour);
      assert.equal(isFresh(token, now), true);
      assert.equal(isFresh(token, now + hour), false);
    });
  }

  it('R14: without a Date the two clocks are taken for one', async () => {
    const token = await from({ access_token: jwt({ exp: (now + hour) / 1000 }) }, null);
    assert.equal(token.expiresAt, now + hour);
  });

  it('R14: else after expires_in, whatever the clocks say', async () => {
    for (const value of [jwt({ sub: 's' }), 'opaque-token', jwt({ exp: 'soon' })]) {
      const token = await from({ access_token: value, expires_in: 3600 }, 2 * hour);
      assert.equal(token.expiresAt, now + hour);
    }
  });

  it('without a Date what needs no clock is believed first: expires_in, then how long after its issue it ends', async () => {
    for (const wrong of [-2 * hour, 2 * hour]) {
      const [iat, exp] = [(now + wrong) / 1000, (now + wrong + hour) / 1000];
      const told = await from({ access_token: jwt({ exp }), expires_in: 1800 }, null);
      assert.equal(told.expiresAt, now + hour / 2);
      const issued = await from({ access_token: jwt({ iat, exp }) }, null);
      assert.equal(issued.expiresAt, now + hour);
    }
  });

  const ends = [
    1e13,
    1e15,
    (now + hour) * 1000,
    (now + hour) * 1e6,
    1e308,
    -1,
    0,
    7,
    'soon',
    'NaN',
    null,
    {},
    true,
  ];
  for (const exp of ends) {
    it(`an exp of ${JSON.stringify(exp)} is no end, with a Date and without`, async () => {
      for (const ahead of [0, null]) {
        assert.equal((await from({ access_token: jwt({ exp, iat: exp }) }, ahead)).expiresAt, undefined);
        const other = await from({ access_token: jwt({ exp, iat: exp }), expires_in: 3600 }, ahead);
        assert.equal(other.expiresAt, now + hour);
      }
    });
  }

  for (const expires_in of [1e300, 1e13, -5, -1e300, 0, '3600', 'NaN', [3600], false]) {
    it(`an expires_in of ${JSON.stringify(expires_in)} is no life, with a Date and without`, async () => {
      for (const ahead of [0, null]) {
        assert.equal((await from({ access_token: 'opaque', expires_in }, ahead)).expiresAt, undefined);
        const exp = (now + hour) / 1000;
        assert.equal((await from({ access_token: jwt({ exp }), expires_in }, ahead)).expiresAt, now + hour);
      }
    });
  }

  it('a Date that cannot be one is none', async () => {
    for (const ahead of [-now, Date.UTC(9999, 5, 1) - now]) {
      const exp = (now + hour) / 1000;
      const token = await from({ access_token: jwt({ exp }), expires_in: 1800 }, ahead);
      assert.equal(token.expiresAt, now + hour / 2);
    }
  });

  it('R14: else it is unknown, and the token is used until a 401', async () => {
    for (const expires_in of [undefined, null, '3600', {}]) {
      const token = await from({ access_token: 'opaque-token', expires_in });
      assert.equal(token.expiresAt, undefined);
      assert.equal(isFresh(token, now + 1000 * hour), true);
    }
  });
});
