import { strict as assert } from 'node:assert';
import { ACCOUNT_METADATA_KEY } from '../../../src/account/accountMetadata';
import { OtherAccountError } from '../../../src/account/owner/otherAccountError';
import { ACTIVE_ACCOUNT } from '../../../src/account/activeChoice';
import { SECRET_PREFIX } from '../../../src/account/credentialStore';
import { OLDER_HOSTS } from '../../../src/account/tokenExchange';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { failing } from '../api/transport/transportFixture';
import { assertNoSecret } from '../support/leaks';
import { failureOf, settled, until } from '../support/until';
import { exchanges, hostsOf, keyOf, WindowFixture } from './accountFixture';

describe('accounts', () => {
  let sandbox: Sandbox;
  let window: WindowFixture;
  const signal = new AbortController().signal;
  before(async () => {
    sandbox = await startSandbox({ profiles: 1 });
  });
  after(() => sandbox.close());
  beforeEach(() => {
    sandbox.faults.clear();
    sandbox.revokeKeys(undefined, false);
    sandbox.setMode({ token: 'jwt' });
    sandbox.clearRequests();
    window = new WindowFixture();
  });
  afterEach(() => {
    window.dispose();
  });

  const secretOf = (id: string) => sandbox.account(id).secret;
  const viewer = () => secretOf('harbor-viewer');
  const name = () => {
    const session = window.sessions.current;
    return session.kind === 'signedIn' ? session.names.organizationName : undefined;
  };
  const named = () => until(() => name() !== undefined, 'the name of the organization');

  describe('signing in', () => {
    it('stores the key, makes the account active and good, and learns the name', async () => {
      const account = await window.signIn(sandbox);
      assert.equal(window.account, account);
      assert.equal(window.health, 'good');
      const { sub, organizationId, email } = sandbox.account('harbor-owner');
      assert.deepEqual(
        [account.subject, account.organizationId, account.userName],
        [sub, organizationId, email],
      );
      assert.deepEqual([...window.secrets.records.keys()], [SECRET_PREFIX + account.id]);
      assert.deepEqual(window.memento.get(ACTIVE_ACCOUNT), { account: account.id });
      await named();
      assert.equal(name(), 'Harbor Labs');
      assert.deepEqual(window.memento.get(ACCOUNT_METADATA_KEY), {
        [account.id]: { organizationName: 'Harbor Labs' },
      });
      assertNoSecret(sandbox.personalAccessKey, window.memento.text);
    });

    it('T3: with a wrong key stores nothing and leaves the session as it was', async () => {
      await window.accounts.reload();
      await failing(window.signIn(sandbox, 'wrong-key-of-some-length'), 'rejectedCredential');
      assert.equal(window.secrets.records.size, 0);
      assert.deepEqual(window.sessions.current, { kind: 'signedOut', signingIn: false });
      assert.equal(exchanges(sandbox).length, 1);
      assert.deepEqual(window.secrets.calls, ['keys']);
    });

    it('tells that it is under way, and that it is over', async () => {
      await window.accounts.reload();
      window.history.length = 0;
      await window.signIn(sandbox);
      assert.deepEqual(window.history[0], { kind: 'signedOut', signingIn: true });
      assert.ok(window.history.slice(1).every((session) => !('signingIn' in session && session.signingIn)));
    });

    it('T5: given up, stores nothing, however late', async () => {
      const abort = new AbortController();
      sandbox.arm({ kind: 'hang', host: 'auth' });
      const work = window.accounts.signIn(keyOf(sandbox.personalAccessKey), hostsOf(sandbox), abort.signal);
      const over = failing(work, 'cancelled');
      await until(() => exchanges(sandbox).length === 1);
      abort.abort();
      await over;
      await settled();
      assert.equal(window.secrets.records.size, 0);
      assert.notEqual(window.sessions.current.kind, 'signedIn');
    });

    it('T5: given up when the server has already answered, stores nothing either', async () => {
      sandbox.setMode({ exchange: 'v1' });
      const abort = new AbortController();
      const go = window.memento.hold();
      const work = window.accounts.signIn(keyOf(sandbox.personalAccessKey), hostsOf(sandbox), abort.signal);
      const over = failing(work, 'cancelled');
      await until(() => window.memento.get(OLDER_HOSTS) !== undefined);
      abort.abort();
      go();
      await over;
      sandbox.setMode({ exchange: 'all' });
      assert.equal(window.secrets.records.size, 0);
    });

    it('R12: while a slow storage is still being read: the old list does not sign out who signed in', async () => {
      const go = window.secrets.hold('keys');
      const reading = window.accounts.reload();
      const work = window.signIn(sandbox);
      await until(() => exchanges(sandbox)[0]?.status === 200);
      await settled();
      go();
      await Promise.all([reading, work]);
      assert.equal(window.account, await work);
    });

    it('R11: with a second key adds an account beside the first', async () => {
      const first = await window.signIn(sandbox);
      const second = await window.signIn(sandbox, viewer());
      assert.notEqual(first.id, second.id);
      assert.equal(window.account, second);
      const read = await window.accounts.list();
      assert.equal(read.kind === 'found' ? read.value.length : 0, 2);
    });

    it('R1: where the editor keeps nothing, says so and works until the window closes', async () => {
      window.secrets.losesWrites = true;
      const { persistence } = await window.accounts.signIn(
        keyOf(sandbox.personalAccessKey),
        hostsOf(sandbox),
        signal,
      );
      assert.equal(persistence, 'sessionOnly');
      await window.accounts.reload();
      assert.equal(window.health, 'good');
      window.tokens.forget(window.account.id);
      await window.accounts.verify(window.account);
      assert.equal(window.health, 'good');
    });

    it('R21: with a token that tells nothing of its owner works all the same', async () => {
      sandbox.setMode({ token: 'opaque', userInfo: 'absent' });
      const account = await window.signIn(sandbox);
      sandbox.setMode({ userInfo: 'all' });
      assert.deepEqual([account.subject, account.organizationId, account.userName], ['', '', undefined]);
      assert.equal(exchanges(sandbox).length, 1);
      assert.equal(window.health, 'good');
    });

    it('a server that does not tell the name of the organization is no failure', async () => {
      sandbox.arm({ kind: 'respond', status: 403, path: '/identity', body: {} });
      await window.signIn(sandbox);
      await until(() =>
        sandbox.requests().some(({ path, status }) => path.startsWith('/identity') && status === 403),
      );
      await settled();
      assert.equal(window.health, 'good');
      assert.equal(name(), undefined);
    });
  });

  describe('replacing a key', () => {
    it('R15: takes another key of the same account, and the session is good again', async () => {
      const account = await window.signIn(sandbox);
      await named();
      sandbox.revokeKeys();
      window.tokens.forget(account.id);
      await window.accounts.verify(account);
      assert.equal(window.health, 'needsAttention');
      sandbox.revokeKeys(undefined, false);
      const kept = await window.accounts.replaceCredential(account, keyOf(sandbox.personalAccessKey), signal);
      assert.equal(kept, 'kept');
      assert.equal(window.health, 'good');
      assert.equal(window.account.id, account.id);
      assert.notEqual(window.account, account);
    });

    it('R11: refuses the key of another account, and changes nothing', async () => {
      const account = await window.signIn(sandbox);
      await named();
      const records = new Map(window.secrets.records);
      const error = await failureOf(window.accounts.replaceCredential(account, keyOf(viewer()), signal));
      assert.ok(error instanceof OtherAccountError);
      assert.equal(window.account, account);
      assert.deepEqual(window.secrets.records, records);
    });

    it('R20: asks the hosts of the account, whatever the settings say now', async () => {
      const account = await window.signIn(sandbox);
      sandbox.clearRequests();
      await window.accounts.replaceCredential(account, keyOf(sandbox.personalAccessKey), signal);
      assert.equal(exchanges(sandbox).length, 1);
      assert.deepEqual(window.account.hosts, hostsOf(sandbox));
    });
  });

  it('R10, R11: switching makes another account active, and remembers it, without asking for its token', async () => {
    const first = await window.signIn(sandbox);
    await window.signIn(sandbox, viewer());
    await named();
    sandbox.clearRequests();
    await window.accounts.switchTo(first);
    assert.equal(window.account, first);
    assert.equal(window.health, 'good');
    assert.deepEqual(window.memento.get(ACTIVE_ACCOUNT), { account: first.id });
    assert.equal(exchanges(sandbox).length, 0);
    const next = window.another();
    await next.accounts.reload();
    assert.equal(next.account.id, first.id);
    next.dispose();
  });

  it('T4: a check in the background fails without throwing; the session tells why', async () => {
    const account = await window.signIn(sandbox);
    window.tokens.forget(account.id);
    await sandbox.down('auth');
    await window.accounts.verify(account);
    assert.equal(window.health, 'offline');
    await sandbox.up('auth');
  });

  it('T14: after its end it no longer follows the storage', async () => {
    await window.signIn(sandbox);
    await named();
    window.accounts.dispose();
    const events = window.history.length;
    window.secrets.records.clear();
    window.secrets.put(`${SECRET_PREFIX}x`, '');
    await settled();
    assert.equal(window.history.length, events);
  });
});
