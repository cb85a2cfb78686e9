import { strict as assert } from 'node:assert';
import { listProfiles } from '../../../src/api/distribution/profiles';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { failing } from '../api/transport/transportFixture';
import { assertNoSecret } from '../support/leaks';
import { until } from '../support/until';
import { exchanges, lists, WindowFixture } from './accountFixture';

/** Credential to exchange to session to client, against the sandbox: what is counted in requests. */
describe('a session, counted in requests', () => {
  let sandbox: Sandbox;
  let window: WindowFixture;
  before(async () => {
    sandbox = await startSandbox({ profiles: 12 });
  });
  after(() => sandbox.close());
  beforeEach(() => {
    sandbox.faults.clear();
    sandbox.revokeKeys(undefined, false);
    sandbox.clearRequests();
    window = new WindowFixture();
  });
  afterEach(() => {
    window.dispose();
  });

  const profiles = () => listProfiles(window.clientFor(window.account));
  const named = () =>
    until(() => {
      const session = window.sessions.current;
      return session.kind === 'signedIn' && session.names.organizationName !== undefined;
    }, 'the name of the organization');

  it('R13: one sign-in is one exchange and one list of profiles', async () => {
    await window.signIn(sandbox);
    assert.equal((await profiles()).length, 12);
    await named();
    assert.equal(exchanges(sandbox).length, 1);
    assert.deepEqual(lists(sandbox), [200]);
    assert.deepEqual(
      sandbox
        .requests()
        .map(({ host, path }) => `${host} ${path}`)
        .sort(),
      [
        'api /distribution/v2/profiles',
        `api /identity/v1/organizations/${window.account.organizationId}`,
        'auth /auth/v3/token',
      ],
    );
  });

  it('R30: a window that is signed out asks nobody anything', async () => {
    await window.accounts.reload();
    assert.equal(window.sessions.current.kind, 'signedOut');
    assert.deepEqual(sandbox.requests(), []);
  });

  it('R30: a window that is signed in reads the storage, and asks nobody until somebody needs it', async () => {
    await window.signIn(sandbox);
    await named();
    sandbox.clearRequests();
    const next = window.another();
    await next.accounts.reload();
    assert.equal(next.health, 'unchecked');
    assert.deepEqual(sandbox.requests(), []);
    await next.accounts.verify(next.account);
    assert.equal(next.health, 'good');
    assert.equal(exchanges(sandbox).length, 1);
    next.dispose();
  });

  it('R13: ten parallel requests with no token make one exchange', async () => {
    await window.signIn(sandbox);
    window.tokens.forget(window.account.id);
    sandbox.clearRequests();
    const all = await Promise.all(Array.from({ length: 10 }, profiles));
    assert.ok(all.every((rows) => rows.length === 12));
    assert.equal(exchanges(sandbox).length, 1);
    assert.equal(lists(sandbox).length, 10);
  });

  it('R14: with every session at the server dropped, a refresh is one renewal, one replay and fresh rows', async () => {
    await window.signIn(sandbox);
    await named();
    await profiles();
    sandbox.expireTokens();
    sandbox.replaceProfiles(13);
    sandbox.clearRequests();
    assert.equal((await profiles()).length, 13);
    assert.equal(exchanges(sandbox).length, 1);
    assert.deepEqual(lists(sandbox), [401, 200]);
    assert.equal(window.health, 'good');
    sandbox.replaceProfiles(12);
  });

  it('R14: ten requests in flight with a dropped session make one renewal', async () => {
    await window.signIn(sandbox);
    await named();
    sandbox.expireTokens();
    sandbox.clearRequests();
    await Promise.all(Array.from({ length: 10 }, profiles));
    assert.equal(exchanges(sandbox).length, 1);
    assert.deepEqual(lists(sandbox).sort(), [...Array<number>(10).fill(200), ...Array<number>(10).fill(401)]);
  });

  it('R14: a second 401 on one path is of that request, and not a loop: the key is good', async () => {
    await window.signIn(sandbox);
    await named();
    sandbox.clearRequests();
    sandbox.arm({ kind: 'respond', status: 401, path: '/distribution' });
    await failing(profiles(), 'refusedRequest', { status: 401 });
    assert.equal(exchanges(sandbox).length, 1);
    assert.deepEqual(lists(sandbox), [401, 401]);
    assert.equal(window.health, 'good');
    sandbox.faults.clear();
  });

  it('R14: where every request gets a second 401, the session needs attention, until one succeeds', async () => {
    await window.signIn(sandbox);
    await named();
    sandbox.arm({ kind: 'respond', status: 401, host: 'api' });
    await failing(profiles(), 'refusedRequest');
    await failing(
      window.clientFor(window.account).get({ path: '/identity/v1/organizations' }),
      'expiredSession',
    );
    assert.equal(window.health, 'needsAttention');
    sandbox.faults.clear();
    await profiles();
    assert.equal(window.health, 'good');
  });

  it('R15: a key that was revoked is tried once, however often somebody refreshes', async () => {
    await window.signIn(sandbox);
    await named();
    sandbox.clearRequests();
    sandbox.revokeKeys();
    for (let times = 0; times < 4; times++) {
      await failing(profiles(), 'rejectedCredential');
    }
    assert.equal(exchanges(sandbox).length, 1);
    assert.equal(window.health, 'needsAttention');
    sandbox.revokeKeys(undefined, false);
    window.accounts.clearRefusal(window.account);
    assert.equal((await profiles()).length, 12);
    assert.equal(window.health, 'good');
  });

  it('R7: a server that is down and comes up again is offline and then good, without any exchange', async () => {
    await window.signIn(sandbox);
    await named();
    sandbox.clearRequests();
    await sandbox.down('api');
    await failing(profiles(), 'offline', { code: 'ECONNREFUSED' });
    assert.equal(window.health, 'offline');
    await sandbox.up('api');
    await profiles();
    assert.equal(window.health, 'good');
    assert.equal(exchanges(sandbox).length, 0);
  });

  it('R5: neither key nor token is in the log, the memory, an error or the session', async () => {
    await window.signIn(sandbox);
    await named();
    await profiles();
    sandbox.arm({ kind: 'respond', status: 500, times: 1, body: { message: 'no' } });
    const failure = await failing(profiles(), 'serverFault');
    for (const secret of [sandbox.personalAccessKey, ...sandbox.secrets().accessTokens]) {
      assertNoSecret(secret, window.log.lines, window.memento.text, failure, window.history, window.account);
    }
    assert.ok(window.log.lines.length > 2);
  });

  it('R20: the key goes to the auth host alone, the token to the api host alone', async () => {
    await window.signIn(sandbox);
    await named();
    await profiles();
    for (const { host, carries } of sandbox.requests()) {
      assert.deepEqual(carries, { credential: host === 'auth', accessToken: host === 'api' });
    }
  });
});
