import { strict as assert } from 'node:assert';
import type { Account } from '../../../src/account/account';
import { Failure } from '../../../src/api/failure';
import { json, RawServer } from '../api/transport/rawServer';
import { sentinel } from '../support/leaks';
import { accountOf, hostsAt, keyOf, WindowFixture } from './accountFixture';

describe('access tokens: how a request ended', () => {
  let server: RawServer;
  let window: WindowFixture;
  let account: Account;
  const key = keyOf(sentinel);
  before(async () => {
    server = await RawServer.start();
  });
  after(() => server.close());
  beforeEach(async () => {
    server.answer(json(200, { access_token: 'a-good-token' }));
    window = new WindowFixture();
    account = await window.store(key, hostsAt(server.origin));
    window.sessions.setSignedIn(account, undefined);
  });
  afterEach(() => {
    window.dispose();
  });

  const tell = async (failure?: Failure) => {
    await window.tokens.token(account);
    window.tokens.sourceFor(account).onRequestEnd(failure);
    return window.health;
  };
  const cases: [kind: ConstructorParameters<typeof Failure>[0], health: string][] = [
    ['offline', 'offline'],
    ['timeout', 'offline'],
    ['certificate', 'offline'],
    ['proxy', 'offline'],
    ['expiredSession', 'needsAttention'],
    ['forbidden', 'good'],
    ['notFound', 'good'],
    ['rateLimited', 'good'],
    ['serverFault', 'good'],
    ['cancelled', 'good'],
  ];
  for (const [kind, health] of cases) {
    it(`R9: ${kind} leaves the session ${health}`, async () => {
      assert.equal(await tell(new Failure(kind)), health);
      assert.equal(await tell(), 'good');
    });
  }

  it('R9: says nothing of an account that has no token, nor of one that is not active', async () => {
    const other = accountOf(key, hostsAt(server.origin), 'other');
    window.tokens.sourceFor(account).onRequestEnd(new Failure('offline'));
    window.tokens.sourceFor(other).onRequestEnd(new Failure('offline'));
    assert.equal(window.health, 'unchecked');
    await window.tokens.token(account);
    window.tokens.sourceFor(other).onRequestEnd(new Failure('offline'));
    assert.equal(window.health, 'good');
  });
});
