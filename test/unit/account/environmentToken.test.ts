import { strict as assert } from 'node:assert';
import { isFresh } from '../../../src/account/accessToken';
import { environmentAccount, OWN_TERMINAL_VARIABLE } from '../../../src/account/environmentToken';
import { listProfiles } from '../../../src/api/distribution/profiles';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { Client } from '../sandbox/client';
import { failing } from '../api/transport/transportFixture';
import { exchanges, hostsOf, WindowFixture } from './accountFixture';

const now = Date.parse('2026-05-05T10:00:00Z');
const jwt = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.sig`;
const hosts = { api: 'https://api.example', auth: 'https://auth.example', dashboard: 'https://my.example' };
const issuer = 'https://auth.example/auth/realms/appcircle';

describe('R2: a token in the environment', () => {
  const from = (environment: Record<string, string | undefined>) =>
    environmentAccount(environment, hosts, now);

  it('is an account of its own kind, with its claims and its end', () => {
    const claims = { sub: 's', currentOrganizationId: 'o', email: 'e', iss: issuer, iat: 1000, exp: 2000 };
    const found = from({ AC_ACCESS_TOKEN: ` ${jwt(claims)}\n` });
    assert.ok(found);
    assert.deepEqual(
      [found.account.kind, found.account.subject, found.account.organizationId, found.account.userName],
      ['environment', 's', 'o', 'e'],
    );
    assert.deepEqual(
      [found.token.obtainedAt, found.token.expiresAt, found.usable],
      [1_000_000, 2_000_000, true],
    );
    assert.equal(found.token.value, jwt(claims));
  });

  it('has no end where its exp cannot be one, and was had now where its iat cannot be true', () => {
    for (const absurd of [1e13, 1e18, 1e308, -5, 'soon']) {
      const found = from({ AC_ACCESS_TOKEN: jwt({ iss: issuer, iat: absurd, exp: absurd }) });
      assert.deepEqual([found?.token.obtainedAt, found?.token.expiresAt], [now, undefined]);
    }
  });

  it('that has ended is not taken for one that was just had, though it does not tell when it was issued', () => {
    const found = from({ AC_ACCESS_TOKEN: jwt({ iss: issuer, exp: now / 1000 - 3600 }) });
    assert.ok(found);
    assert.equal(isFresh(found.token, now), false);
  });

  it('has two names, of which the first that is set counts', () => {
    const value = (environment: Record<string, string>) => from(environment)?.token.value;
    assert.equal(value({ APPCIRCLE_ACCESS_TOKEN: 'two' }), 'two');
    assert.equal(value({ AC_ACCESS_TOKEN: 'one', APPCIRCLE_ACCESS_TOKEN: 'two' }), 'one');
    assert.equal(value({ AC_ACCESS_TOKEN: ' ', APPCIRCLE_ACCESS_TOKEN: 'two' }), 'two');
    assert.equal(from({}), undefined);
    assert.equal(from({ AC_ACCESS_TOKEN: '' }), undefined);
  });

  it('that is our own, of one of our terminals, is none', () => {
    assert.equal(from({ AC_ACCESS_TOKEN: 'x', [OWN_TERMINAL_VARIABLE]: '1' }), undefined);
  });

  it('R20: is usable with the hosts of its issuer alone, and not where it names none', () => {
    const usable = (claims: object) => from({ AC_ACCESS_TOKEN: jwt(claims) })?.usable;
    assert.equal(usable({ iss: issuer }), true);
    for (const iss of [
      undefined,
      '',
      'no address',
      'https://auth.example.evil.example/auth',
      'https://auth.example:444/auth',
      'http://auth.example/auth',
      'https://evil.example/https://auth.example',
    ]) {
      assert.equal(usable({ iss }), false, iss);
    }
    assert.equal(from({ AC_ACCESS_TOKEN: 'opaque' })?.usable, false);
  });

  describe('in a window', () => {
    let sandbox: Sandbox;
    let window: WindowFixture;
    before(async () => {
      sandbox = await startSandbox({ profiles: 2 });
    });
    after(() => sandbox.close());
    beforeEach(async () => {
      window = new WindowFixture();
      const token = await new Client(sandbox).token();
      const found = environmentAccount({ AC_ACCESS_TOKEN: token }, hostsOf(sandbox), Date.now());
      assert.ok(found?.usable);
      await window.accounts.switchTo(found.account, found.token);
      sandbox.clearRequests();
    });
    afterEach(() => {
      window.dispose();
    });

    it('works as it is, is stored nowhere, and survives a look at the storage', async () => {
      assert.equal((await listProfiles(window.clientFor(window.account))).length, 2);
      await window.accounts.reload();
      assert.equal(window.account.kind, 'environment');
      assert.equal(window.secrets.records.size, 0);
      assert.equal(window.memento.text, '[]');
      assert.equal(exchanges(sandbox).length, 0);
    });

    it('R14: cannot be renewed: 401 for all needs attention, for one path does not, and asks the auth host nothing', async () => {
      sandbox.expireTokens();
      const client = window.clientFor(window.account);
      await failing(listProfiles(client), 'refusedRequest');
      assert.equal(window.health, 'good');
      await failing(client.get({ path: '/identity/v1/organizations' }), 'expiredSession');
      assert.equal(window.health, 'needsAttention');
      assert.equal(exchanges(sandbox).length, 0);
    });

    it('is left by signing out', async () => {
      await window.accounts.signOut(window.account);
      assert.equal(window.sessions.current.kind, 'signedOut');
    });
  });
});
