import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { claimsOf, isFresh, type AccessToken } from '../../../src/account/accessToken';

const minute = 60_000;
const token = (obtainedAt: number, expiresAt: number | undefined): AccessToken => ({
  value: 'x',
  claims: claimsOf(''),
  obtainedAt,
  expiresAt,
});

describe('access token: freshness', () => {
  it('R14: a long life is over two minutes before its end', () => {
    const long = token(0, 240 * minute);
    assert.equal(isFresh(long, 238 * minute - 1), true);
    assert.equal(isFresh(long, 238 * minute), false);
  });

  it('R14: a short life is over when nine tenths of it are', () => {
    const short = token(0, 10 * minute);
    assert.equal(isFresh(short, 9 * minute - 1), true);
    assert.equal(isFresh(short, 9 * minute), false);
    assert.equal(isFresh(token(0, 100_000), 89_999), true);
    assert.equal(isFresh(token(0, 100_000), 90_000), false);
  });

  it('R14: a token whose end nobody told is fresh until a 401', () => {
    assert.equal(isFresh(token(0, undefined), Number.MAX_SAFE_INTEGER), true);
  });

  it('a token that was just had is fresh for a minute, whatever is said of its end', () => {
    for (const end of [1000, 1001, 0, 60_000]) {
      assert.equal(isFresh(token(1000, end), 1000 + minute - 1), true);
      assert.equal(isFresh(token(1000, end), 1000 + minute), false);
    }
  });

  it('R14: after its first minute no token is fresh at its end or after it, and a new one always is', () => {
    const time = fc.integer({ min: 0, max: 4e12 });
    fc.assert(
      fc.property(time, fc.integer({ min: -1e9, max: 1e9 }), fc.nat(1e9), (obtainedAt, life, after) => {
        const one = token(obtainedAt, obtainedAt + life);
        assert.equal(isFresh(one, obtainedAt + Math.max(minute, life) + after), false);
        assert.equal(isFresh(one, obtainedAt), true);
      }),
    );
  });
});

describe('access token: claims', () => {
  const jwt = (payload: unknown) => `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.sig`;

  it('reads who and which organization, in any language', () => {
    const claims = { sub: 's', currentOrganizationId: 'o', email: 'Ü@例.example', exp: 7 };
    assert.deepEqual(claimsOf(jwt(claims)), {
      subject: 's',
      organizationId: 'o',
      userName: 'Ü@例.example',
      issuer: undefined,
      issued: undefined,
      expires: 7,
    });
    assert.equal(claimsOf(jwt({ preferred_username: 'p', name: 'n' })).userName, 'p');
    assert.equal(claimsOf(jwt({ name: 'n' })).userName, 'n');
  });

  const none = {
    subject: undefined,
    organizationId: undefined,
    userName: undefined,
    issuer: undefined,
    issued: undefined,
    expires: undefined,
  };

  it('R21: claims of a wrong type are none', () => {
    assert.deepEqual(claimsOf(jwt({ sub: 1, currentOrganizationId: null, email: {}, exp: '7' })), none);
    for (const payload of [null, [], 'x', 1]) {
      assert.deepEqual(claimsOf(jwt(payload)), none);
    }
  });

  it('R21: what is no JWT has no claims and breaks nothing', () => {
    assert.deepEqual(claimsOf('sandbox-opaque'), none);
    fc.assert(
      fc.property(fc.string(), (text) => {
        claimsOf(text);
        claimsOf(`${text}.${text}.${text}`);
      }),
    );
  });
});
