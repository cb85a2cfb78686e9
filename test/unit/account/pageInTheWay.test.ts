import { strict as assert } from 'node:assert';
import type { Account } from '../../../src/account/account';
import { OLDER_HOSTS } from '../../../src/account/tokenExchange';
import type { FailureKind } from '../../../src/api/failure';
import { json, RawServer, type Handler } from '../api/transport/rawServer';
import { failing } from '../api/transport/transportFixture';
import { sentinel } from '../support/leaks';
import { accountOf, hostsAt, keyOf, WindowFixture } from './accountFixture';

const page: (status: number, headers?: Record<string, string>) => Handler =
  (status, headers = { 'content-type': 'text/html' }) =>
  (response) =>
    response
      .writeHead(status, headers)
      .end('<!doctype html><html><body>Sign in to the network</body></html>');

describe('a page in the way of the auth host', () => {
  let server: RawServer;
  let window: WindowFixture;
  let account: Account;
  before(async () => {
    server = await RawServer.start();
  });
  after(() => server.close());
  beforeEach(async () => {
    window = new WindowFixture();
    account = await window.store(keyOf(sentinel), hostsAt(server.origin));
    window.sessions.setSignedIn(account);
  });
  afterEach(() => {
    window.dispose();
  });

  const exchanged = () => server.requests.map(({ url }) => url);
  /** The key is good again once the page is gone, and nobody has to say so. */
  const assertNothingRemembered = async () => {
    server.answer(json(200, { access_token: 'a-good-token' }));
    assert.equal((await window.tokens.token(account)).value, 'a-good-token');
    assert.equal(window.health, 'good');
    assert.deepEqual(exchanged(), ['/auth/v3/token']);
  };

  const pages: [status: number, kind: FailureKind][] = [
    [200, 'foreignResponse'],
    [302, 'foreignResponse'],
    [400, 'foreignResponse'],
    [401, 'foreignResponse'],
    [403, 'foreignResponse'],
    [407, 'proxy'],
    [413, 'foreignResponse'],
    [422, 'foreignResponse'],
    [429, 'rateLimited'],
    [431, 'foreignResponse'],
    [451, 'foreignResponse'],
    [502, 'serverFault'],
    [511, 'foreignResponse'],
  ];
  for (const [status, kind] of pages) {
    it(`with ${status} leaves the key alone: the session is offline, and good once it is gone`, async () => {
      const headers = {
        'content-type': 'text/html',
        ...(status === 302 && { location: 'https://portal.example/' }),
      };
      server.answer(page(status, headers));
      await failing(window.tokens.token(account), kind, { status });
      assert.equal(window.health, 'offline');
      assert.equal(server.requests.length, 1);
      await assertNothingRemembered();
    });
  }

  for (const status of [404, 405, 410]) {
    it(`with ${status} may be an older host: the other path is tried, and nothing is concluded`, async () => {
      server.answer(page(status));
      await failing(window.tokens.token(account), 'foreignResponse', { status });
      assert.deepEqual(exchanged(), ['/auth/v3/token', '/auth/v1/token']);
      assert.equal(window.health, 'offline');
      await assertNothingRemembered();
    });
  }

  it('of an older host that does not know the path: what it gives for the other one is remembered', async () => {
    server.answer((response, request, nth) => {
      if (request.url === '/auth/v3/token') page(404)(response, request, nth);
      else json(200, { access_token: 'a-good-token' })(response, request, nth);
    });
    assert.equal((await window.tokens.token(account)).value, 'a-good-token');
    assert.deepEqual(window.memento.get(OLDER_HOSTS), [server.origin]);
  });

  it('before a refusal on the other path: the key is refused, and the host is not taken for an older one', async () => {
    server.answer((response, request, nth) => {
      if (request.url === '/auth/v3/token') page(404)(response, request, nth);
      else json(401, {})(response, request, nth);
    });
    await failing(window.tokens.token(account), 'rejectedCredential');
    assert.equal(window.memento.get(OLDER_HOSTS), undefined);
  });

  for (const status of [402, 406, 413, 415, 431, 451]) {
    it(`the server’s own ${status} is no word about the key either`, async () => {
      server.answer(json(status, { message: 'no' }));
      await failing(window.tokens.token(account), 'invalidInput', { status });
      await assertNothingRemembered();
    });
  }

  it('an API key and a sub-organization are left alone as well', async () => {
    const apiKey = { kind: 'apiKey', name: 'ci', secret: sentinel, organizationId: '' } as const;
    for (const status of [400, 401, 403, 404]) {
      server.answer(page(status));
      await failing(window.exchange.exchange(apiKey, server.origin), 'foreignResponse', { status });
      const organization = { organization: 'a-sub' };
      await failing(
        window.exchange.exchange(keyOf(sentinel), server.origin, organization),
        'foreignResponse',
      );
    }
  });

  it('before the API host: no other key, no other role, no other token is asked for', async () => {
    server.answer((response, request, nth) => {
      if (request.method === 'POST') json(200, { access_token: 'a-good-token' })(response, request, nth);
      else page(403)(response, request, nth);
    });
    const client = window.clientFor(account);
    await failing(client.get({ path: '/a' }), 'foreignResponse', { status: 403 });
    assert.equal(window.health, 'offline');
    assert.deepEqual(exchanged(), ['/auth/v3/token', '/a']);
  });

  it('any response of the server itself, refusals included, ends being offline', async () => {
    const answers: [Handler, string][] = [
      [page(403), 'offline'],
      [json(404, {}), 'good'],
      [page(451), 'offline'],
      [json(403, {}), 'good'],
      [page(400), 'offline'],
      [json(200, {}), 'good'],
    ];
    server.answer(json(200, { access_token: 'a-good-token' }));
    await window.tokens.token(account);
    for (const [handler, health] of answers) {
      server.answer(handler);
      await window
        .clientFor(account)
        .get({ path: '/a' })
        .catch(() => undefined);
      assert.equal(window.health, health);
    }
  });

  it('what is told of another account than the active one changes nothing', () => {
    window.sessions.setReached(accountOf(keyOf('k'), hostsAt(server.origin), 'other'));
    assert.equal(window.health, 'unchecked');
  });
});
