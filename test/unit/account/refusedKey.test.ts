import { strict as assert } from 'node:assert';
import type { Account } from '../../../src/account/account';
import type { Credential } from '../../../src/account/credential';
import { SECRET_PREFIX } from '../../../src/account/credentialStore';
import { json, RawServer } from '../api/transport/rawServer';
import { failing } from '../api/transport/transportFixture';
import { sentinel } from '../support/leaks';
import { hostsAt, keyOf, WindowFixture } from './accountFixture';

describe('access tokens: a key that was refused', () => {
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
    window.secrets.calls.length = 0;
  });
  afterEach(() => {
    window.dispose();
  });

  const asked = () => server.requests.length;

  const replacement = keyOf(`${sentinel}-of-another-window`);
  const refusing = (good?: string): void => {
    server.answer((response, request, nth) => {
      const sent = new URLSearchParams(request.body).get('personalAccessKey');
      const ok = good !== undefined && sent === good;
      json(ok ? 200 : 401, ok ? { access_token: 'token-of-the-new-key' } : {})(response, request, nth);
    });
  };
  const recordOf = async (credential: typeof key): Promise<string> => {
    const elsewhere = new WindowFixture();
    await elsewhere.credentials.write({ account, credential });
    return elsewhere.secrets.records.get(SECRET_PREFIX + account.id) ?? '';
  };

  it('R13: is read again, once: unchanged, it is bad, and nothing is sent twice', async () => {
    refusing();
    await failing(window.tokens.token(account), 'rejectedCredential');
    assert.equal(asked(), 1);
    assert.deepEqual(window.secrets.calls, ['get', 'get']);
    assert.equal(window.health, 'needsAttention');
  });

  /** Another window replaces the key while the exchange with the old one is under way, and nobody tells. */
  const replacedBehind = async (credential: Credential): Promise<void> => {
    const text = await recordOf(credential);
    const get = window.secrets.get.bind(window.secrets);
    let reads = 0;
    window.secrets.get = (name) => {
      reads++;
      return reads > 1 ? Promise.resolve(text) : get(name);
    };
  };

  it('R13: is read again, once: replaced by another window, the new one is tried', async () => {
    refusing(`${sentinel}-of-another-window`);
    await replacedBehind(replacement);
    assert.equal((await window.tokens.token(account)).value, 'token-of-the-new-key');
    assert.equal(asked(), 2);
    assert.equal(window.health, 'good');
  });

  it('R13: and the new one refused too: two exchanges, and then attention', async () => {
    refusing();
    await replacedBehind(replacement);
    await failing(window.tokens.token(account), 'rejectedCredential');
    assert.equal(asked(), 2);
    assert.equal(window.health, 'needsAttention');
  });

  it('R15: is not sent again until a person wants it', async () => {
    refusing();
    const first = await failing(window.tokens.token(account), 'rejectedCredential');
    for (let times = 0; times < 5; times++) {
      assert.equal(await failing(window.tokens.token(account), 'rejectedCredential'), first);
    }
    assert.equal(asked(), 1);
    window.accounts.clearRefusal(account);
    await failing(window.tokens.token(account), 'rejectedCredential');
    assert.equal(asked(), 2);
  });

  it('R13: is asked with again when another window stored something', async () => {
    refusing();
    await failing(window.tokens.token(account), 'rejectedCredential');
    refusing(`${sentinel}-of-another-window`);
    window.secrets.put(SECRET_PREFIX + account.id, await recordOf(replacement));
    assert.equal((await window.tokens.token(account)).value, 'token-of-the-new-key');
  });

  it('R15: an outage is no refusal: the next need asks again', async () => {
    server.answer(json(503, {}));
    await failing(window.tokens.token(account), 'serverFault');
    assert.equal(window.health, 'offline');
    server.answer(json(200, { access_token: 'token-after-the-outage' }));
    assert.equal((await window.tokens.token(account)).value, 'token-after-the-outage');
    assert.equal(window.health, 'good');
  });
});
