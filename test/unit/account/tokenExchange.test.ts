import { strict as assert } from 'node:assert';
import type { AccessToken } from '../../../src/account/accessToken';
import type { Credential } from '../../../src/account/credential';
import { INVALID_ORGANIZATION, OLDER_HOSTS, TokenExchange } from '../../../src/account/tokenExchange';
import { Redactor } from '../../../src/support/redact';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { json, RawServer } from '../api/transport/rawServer';
import { failing, wire } from '../api/transport/transportFixture';
import { FakeMemento } from '../support/fakes/memento';
import { assertNoSecret, sentinel } from '../support/leaks';
import { exchanges, keyOf } from './accountFixture';

describe('token exchange', () => {
  let sandbox: Sandbox;
  let raw: RawServer;
  let memento: FakeMemento;
  let exchange: TokenExchange;
  let log: string[];
  before(async () => {
    [sandbox, raw] = await Promise.all([startSandbox({ profiles: 1 }), RawServer.start()]);
  });
  after(() => Promise.all([sandbox.close(), raw.close()]));
  beforeEach(() => {
    sandbox.clearRequests();
    sandbox.faults.clear();
    sandbox.setMode({ exchange: 'all', exchangeBody: 'full', token: 'jwt', tokenLifetimeSeconds: 14_400 });
    memento = new FakeMemento();
    const wired = wire();
    log = wired.log.lines;
    exchange = new TokenExchange(wired.transport, memento, new Redactor());
  });

  const withKey = (key = sandbox.personalAccessKey): Promise<AccessToken> =>
    exchange.exchange(keyOf(key), sandbox.authEndpoint);
  const paths = () => exchanges(sandbox).map(({ path, status }) => `${path} ${status ?? '-'}`);
  const v3 = '/auth/v3/token';
  const v1 = '/auth/v1/token';

  it('asks v3 for a Personal Access Key, once, in the field of that version', async () => {
    const token = await withKey();
    assert.deepEqual(paths(), [`${v3} 200`]);
    assert.deepEqual(exchanges(sandbox)[0]?.bodyFields, ['personalAccessKey']);
    const { sub, organizationId, email } = sandbox.account('harbor-owner');
    assert.deepEqual(
      [token.claims.subject, token.claims.organizationId, token.claims.userName],
      [sub, organizationId, email],
    );
  });

  it('R5: the key goes to the auth host alone, in the body alone', async () => {
    await withKey();
    assert.deepEqual(
      sandbox.requests().map(({ host, carries, query, path }) => [host, carries.credential, query, path]),
      [['auth', true, '', v3]],
    );
    assertNoSecret(sandbox.personalAccessKey, log, memento.text);
  });

  describe('a host that knows only v1', () => {
    beforeEach(() => {
      sandbox.setMode({ exchange: 'v1' });
    });

    it('is asked v3, then v1; the second time v1 alone', async () => {
      await withKey();
      assert.deepEqual(paths(), [`${v3} 404`, `${v1} 200`]);
      assert.deepEqual(exchanges(sandbox)[1]?.bodyFields, ['pat']);
      sandbox.clearRequests();
      await withKey();
      assert.deepEqual(paths(), [`${v1} 200`]);
    });

    it('is remembered for that host alone, and also by the next window', async () => {
      await withKey();
      assert.deepEqual(memento.get(OLDER_HOSTS), [sandbox.authEndpoint]);
      sandbox.clearRequests();
      const next = new TokenExchange(wire().transport, memento, new Redactor());
      await next.exchange(keyOf(sandbox.personalAccessKey), sandbox.authEndpoint);
      assert.deepEqual(paths(), [`${v1} 200`]);
      raw.answer(json(200, { access_token: 'x' }));
      await next.exchange(keyOf(sentinel), raw.origin);
      assert.deepEqual(
        raw.requests.map(({ url }) => url),
        [v3],
      );
    });

    it('with a wrong key: two requests, then one an attempt', async () => {
      await failing(withKey('wrong-key-of-some-length'), 'rejectedCredential', { status: 401 });
      assert.deepEqual(paths(), [`${v3} 404`, `${v1} 401`]);
      sandbox.clearRequests();
      await failing(withKey('wrong-key-of-some-length'), 'rejectedCredential');
      assert.deepEqual(paths(), [`${v1} 401`]);
    });

    it('that learned v3 and dropped v1 is asked v3 again, and remembered for it', async () => {
      await withKey();
      sandbox.clearRequests();
      sandbox.setMode({ exchange: 'all' });
      sandbox.arm({ kind: 'respond', status: 410, path: v1, body: {} });
      await withKey();
      assert.deepEqual(paths(), [`${v1} 410`, `${v3} 200`]);
      sandbox.clearRequests();
      await withKey();
      assert.deepEqual(paths(), [`${v3} 200`]);
    });
  });

  for (const status of [404, 405, 410]) {
    it(`takes ${status} of v3 for a path that is unknown`, async () => {
      sandbox.arm({ kind: 'respond', status, path: v3, body: { message: 'no such path' } });
      await withKey();
      assert.deepEqual(paths(), [`${v3} ${status}`, `${v1} 200`]);
    });
  }

  it('a host that knows neither is told as such, and not remembered for anything', async () => {
    sandbox.arm({ kind: 'respond', status: 404, body: {} });
    await failing(withKey(), 'notFound', { status: 404 });
    assert.deepEqual(paths(), [`${v3} 404`, `${v1} 404`]);
    assert.equal(memento.get(OLDER_HOSTS), undefined);
  });

  it('a wrong key on v3 is one exchange', async () => {
    await failing(withKey('wrong-key-of-some-length'), 'rejectedCredential', { status: 401 });
    assert.deepEqual(paths(), [`${v3} 401`]);
  });

  for (const status of [400, 401, 403]) {
    it(`takes ${status} for a key that was refused`, async () => {
      sandbox.arm({ kind: 'respond', status, body: {} });
      await failing(withKey(), 'rejectedCredential', { status });
      assert.deepEqual(paths(), [`${v3} ${status}`]);
    });
  }

  it('R16: is never tried again by itself, whatever happened', async () => {
    for (const arm of [
      () => sandbox.arm({ kind: 'respond', status: 503, body: {} }),
      () => sandbox.arm({ kind: 'respond', status: 429, body: {}, retryAfter: 0 }),
      () => sandbox.arm({ kind: 'reset' }),
    ]) {
      sandbox.clearRequests();
      sandbox.faults.clear();
      arm();
      await withKey().catch(() => undefined);
      assert.equal(exchanges(sandbox).length, 1);
    }
  });

  describe('an API key', () => {
    const apiKey = (change: Partial<Extract<Credential, { kind: 'apiKey' }>> = {}): Promise<AccessToken> =>
      exchange.exchange(
        { kind: 'apiKey', ...sandbox.apiKey, organizationId: '', ...change },
        sandbox.authEndpoint,
      );

    it('is exchanged at its own path, without an organization where none is given', async () => {
      await apiKey();
      assert.deepEqual(paths(), ['/auth/v1/api-key/token 200']);
      assert.deepEqual(exchanges(sandbox)[0]?.bodyFields, ['name', 'secret']);
      await apiKey({ organizationId: sandbox.organization().id });
      assert.deepEqual(exchanges(sandbox)[1]?.bodyFields, ['name', 'secret', 'organizationId']);
    });

    it('that is wrong is rejected; one without rights is forbidden; no GUID is invalid', async () => {
      await failing(apiKey({ secret: 'wrong' }), 'rejectedCredential', { status: 401 });
      await failing(apiKey({ organizationId: '11111111-1111-4111-a111-111111111111' }), 'forbidden', {
        status: 403,
      });
      await failing(apiKey({ organizationId: 'nope' }), 'invalidInput', {
        status: 400,
        code: INVALID_ORGANIZATION,
      });
      assert.equal(exchanges(sandbox).length, 3);
    });
  });

  describe('R5: nothing of the secret leaves with a failure', () => {
    const kinds: [name: string, credential: Credential][] = [
      ['a Personal Access Key', keyOf(sentinel)],
      ['an API key', { kind: 'apiKey', name: 'ci', secret: sentinel, organizationId: '' }],
    ];
    for (const [name, credential] of kinds) {
      for (const status of [400, 401, 403, 404, 409, 429, 500]) {
        it(`${name}: not in the words of a server that repeats it with ${status}`, async () => {
          raw.answer(json(status, { message: `The key ${sentinel} is no good` }));
          const failure = await exchange.exchange(credential, raw.origin).catch((error: unknown) => error);
          assert.equal((failure as Error).name, 'Failure');
          assertNoSecret(sentinel, failure, (failure as Error).stack, log, memento.text);
        });
      }
    }

    it('a refused key tells host and status, and no words', async () => {
      raw.answer(json(401, { error_description: 'words' }));
      const failure = await failing(exchange.exchange(keyOf(sentinel), raw.origin), 'rejectedCredential');
      assert.deepEqual(failure.facts, { host: new URL(raw.origin).host, status: 401 });
    });

    it('the secret is masked in the log while it is used, and no longer', async () => {
      const redactor = new Redactor();
      const watched = new TokenExchange(wire().transport, memento, redactor);
      let during = '';
      raw.answer((response, request, nth) => {
        during = redactor.redact(sentinel);
        json(401, {})(response, request, nth);
      });
      await failing(watched.exchange(keyOf(sentinel), raw.origin), 'rejectedCredential');
      assert.equal(during, '•••');
      assert.equal(redactor.redact(sentinel), sentinel);
    });
  });

  it('R21: an answer without a token cannot be read', async () => {
    for (const body of [{}, { access_token: '' }, { access_token: 7 }, [], 'text', null]) {
      raw.answer(json(200, body));
      await failing(exchange.exchange(keyOf(sentinel), raw.origin), 'unreadableAnswer', { status: 200 });
    }
  });

  it('R13: a refresh token is neither kept nor given on', async () => {
    sandbox.setMode({ exchangeBody: 'withRefreshToken' });
    const token = await withKey();
    const [refresh = ''] = sandbox.secrets().refreshTokens.slice(-1);
    assert.ok(refresh.length > 8);
    assertNoSecret(refresh, token, memento.text, log);
  });

  it('T5: can be given up', async () => {
    const given = exchange.exchange(keyOf(sentinel), sandbox.authEndpoint, { signal: AbortSignal.abort() });
    await failing(given, 'cancelled');
    assert.equal(exchanges(sandbox).length, 0);
  });
});
