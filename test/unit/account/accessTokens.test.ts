import { strict as assert } from 'node:assert';
import type { Account } from '../../../src/account/account';
import { OLDER_HOSTS } from '../../../src/account/tokenExchange';
import { json, RawServer } from '../api/transport/rawServer';
import { failing } from '../api/transport/transportFixture';
import { assertNoSecret, sentinel } from '../support/leaks';
import { settled, until } from '../support/until';
import { hostsAt, keyOf, WindowFixture } from './accountFixture';

/** Against an auth server that answers when the test wants it to. */
describe('access tokens', () => {
  let server: RawServer;
  let window: WindowFixture;
  let account: Account;
  const key = keyOf(sentinel);
  before(async () => {
    server = await RawServer.start();
  });
  after(() => server.close());
  beforeEach(async () => {
    server.answer((response, request, nth) => {
      json(200, { access_token: `token-number-${nth}`, expires_in: 3600 })(response, request, nth);
    });
    window = new WindowFixture();
    account = await window.store(key, hostsAt(server.origin));
    window.sessions.setSignedIn(account, undefined);
    window.secrets.calls.length = 0;
  });
  afterEach(() => {
    window.dispose();
  });

  const asked = () => server.requests.length;
  /** Lets exchanges begin and answers them when the result is called. */
  const hold = (status = 200): (() => void) => {
    const waiting: (() => void)[] = [];
    server.answer((response, request, nth) => {
      const body = { access_token: `token-number-${nth}`, expires_in: 3600 };
      waiting.push(() => {
        json(status, body)(response, request, nth);
      });
    });
    return () => {
      waiting.splice(0).forEach((answer) => {
        answer();
      });
    };
  };

  it('are had once and used again, without asking anybody', async () => {
    const first = await window.tokens.token(account);
    assert.equal(first.value, 'token-number-1');
    assert.equal(await window.tokens.token(account), first);
    assert.equal(window.tokens.cachedToken(account.id), first);
    assert.equal(asked(), 1);
    assert.deepEqual(window.secrets.calls, ['get']);
  });

  it('R13: ten callers at once make one exchange, and one read of the key', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => window.tokens.token(account)));
    assert.equal(new Set(all).size, 1);
    assert.equal(asked(), 1);
    assert.deepEqual(window.secrets.calls, ['get']);
  });

  it('R13: ten callers share one failure as well, and the next one asks again', async () => {
    server.answer(json(500, {}));
    const all = await Promise.all(
      Array.from({ length: 10 }, () => failing(window.tokens.token(account), 'serverFault')),
    );
    assert.equal(new Set(all).size, 1);
    assert.equal(asked(), 1);
    await failing(window.tokens.token(account), 'serverFault');
    assert.equal(asked(), 2);
  });

  it('two accounts have exchanges of their own', async () => {
    const other = await window.store(key, hostsAt(server.origin), 'other');
    const [one, two] = await Promise.all([window.tokens.token(account), window.tokens.token(other)]);
    assert.notEqual(one.value, two.value);
    assert.equal(asked(), 2);
  });

  it('R14: are renewed ahead of their end, on demand and not by a timer', async () => {
    await window.tokens.token(account);
    window.offset = 3600_000 - 121_000;
    assert.equal((await window.tokens.token(account)).value, 'token-number-1');
    window.offset = 3600_000 - 119_000;
    assert.equal(window.tokens.cachedToken(account.id), undefined);
    await settled();
    assert.equal(asked(), 1);
    assert.equal((await window.tokens.token(account)).value, 'token-number-2');
  });

  it('R14: two answers of 401 for the same token are one renewal', async () => {
    const source = window.tokens.sourceFor(account);
    const refused = await source.current();
    const renewed = await Promise.all([source.replace(refused), source.replace(refused)]);
    assert.deepEqual(renewed, ['token-number-2', 'token-number-2']);
    // And a third, that comes when the renewal is long over.
    assert.equal(await source.replace(refused), 'token-number-2');
    assert.equal(asked(), 2);
  });

  it('T5: who gives up waiting ends nothing for the others', async () => {
    const answer = hold();
    const abort = new AbortController();
    const mine = window.tokens.token(account, abort.signal).catch((error: unknown) => error);
    const theirs = window.tokens.token(account);
    await until(() => asked() === 1);
    abort.abort();
    assert.equal(((await mine) as Error).name, 'AbortError');
    answer();
    assert.equal((await theirs).value, 'token-number-1');
    assert.equal(asked(), 1);
  });

  it('T5: a caller that nobody waits with leaves the token behind for the next', async () => {
    const answer = hold();
    const abort = new AbortController();
    const mine = window.tokens.token(account, abort.signal).catch(() => undefined);
    await until(() => asked() === 1);
    abort.abort();
    await mine;
    answer();
    await until(() => window.tokens.cachedToken(account.id) !== undefined);
    assert.equal(asked(), 1);
  });

  describe('signing out', () => {
    it('during an exchange drops what it brings', async () => {
      const answer = hold();
      const work = failing(window.tokens.token(account), 'cancelled');
      await until(() => asked() === 1);
      window.tokens.forget(account.id);
      window.sessions.setSignedOut();
      answer();
      await work;
      await settled();
      assert.equal(window.tokens.cachedToken(account.id), undefined);
      assert.equal(window.sessions.current.kind, 'signedOut');
      assert.equal(window.redactor.redact('token-number-1'), 'token-number-1');
    });

    it('while the key is read makes no exchange', async () => {
      const go = window.secrets.hold('get');
      const work = failing(window.tokens.token(account), 'cancelled');
      window.tokens.forget(account.id);
      go();
      await work;
      assert.equal(asked(), 0);
    });

    it('of an account that stays on screen leaves its health alone: an end that was wanted is no failure', async () => {
      const answer = hold();
      const work = failing(window.tokens.token(account), 'cancelled');
      await until(() => asked() === 1);
      window.tokens.forget(account.credentialId);
      answer();
      await work;
      assert.equal(window.health, 'unchecked');
    });

    it('after the answer of the server, before anybody has the token, drops it as well', async () => {
      server.answer((response, request, nth) => {
        const v1 = request.url === '/auth/v1/token';
        json(v1 ? 200 : 404, { access_token: 'token-of-v1' })(response, request, nth);
      });
      const go = window.memento.hold();
      const work = failing(window.tokens.token(account), 'cancelled');
      await until(() => window.memento.get(OLDER_HOSTS) !== undefined);
      window.tokens.forget(account.credentialId);
      go();
      await work;
      assert.equal(window.tokens.cachedToken(account.id), undefined);
      assert.equal(window.redactor.redact('token-of-v1'), 'token-of-v1');
    });

    it('and in again: the end of the old exchange does not make the new one two', async () => {
      hold();
      const old = failing(window.tokens.token(account), 'cancelled');
      await until(() => asked() === 1);
      window.tokens.forget(account.credentialId);
      const answer = hold();
      const fresh = window.tokens.token(account);
      await old;
      const third = window.tokens.token(account);
      await until(() => asked() === 1);
      await settled();
      answer();
      assert.equal(await fresh, await third);
      assert.equal(asked(), 1);
    });

    it('and in again at once does not wait for the old exchange, whose result changes nothing', async () => {
      const answer = hold();
      const old = failing(window.tokens.token(account), 'cancelled');
      await until(() => asked() === 1);
      window.tokens.forget(account.id);
      const fresh = window.tokens.token(account);
      await until(() => asked() === 2);
      answer();
      await old;
      assert.equal((await fresh).value, 'token-number-2');
      await settled();
      assert.equal(window.tokens.cachedToken(account.id)?.value, 'token-number-2');
      assert.equal(window.health, 'good');
    });
  });

  it('T6: a storage that cannot be read needs attention, and signs nobody out', async () => {
    window.secrets.failing.add('get');
    await failing(window.tokens.token(account), 'storage');
    assert.equal(asked(), 0);
    assert.equal(window.health, 'needsAttention');
    window.secrets.failing.clear();
    await window.tokens.token(account);
    assert.equal(window.health, 'good');
  });

  it('R12: a key that is gone makes no exchange', async () => {
    window.secrets.records.clear();
    await failing(window.tokens.token(account), 'cancelled');
    assert.equal(asked(), 0);
  });

  it('R5: a token is masked while it is held, in this window, and its key nowhere kept', async () => {
    await window.tokens.token(account);
    assert.equal(window.redactor.redact('with token-number-1'), 'with •••');
    assertNoSecret(sentinel, window.tokens.cachedToken(account.id), window.sessions.current, window.exchange);
    window.tokens.forget(account.id);
    assert.equal(window.redactor.redact('with token-number-1'), 'with token-number-1');
  });

  it('adopts the token that a sign-in was checked with', async () => {
    const token = await window.exchange.exchange(key, server.origin);
    window.tokens.adopt(account, token);
    assert.equal(await window.tokens.token(account), token);
    assert.equal(asked(), 1);
  });

  it('T14: at the end every token is forgotten, and what is under way with it', async () => {
    await window.tokens.token(account);
    window.tokens.dispose();
    assert.equal(window.tokens.cachedToken(account.id), undefined);
    assert.equal(window.redactor.redact('token-number-1'), 'token-number-1');
  });
});
