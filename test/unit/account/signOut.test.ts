import { strict as assert } from 'node:assert';
import { ACCOUNT_METADATA_KEY } from '../../../src/account/accountMetadata';
import { SECRET_PREFIX } from '../../../src/account/credentialStore';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { failing } from '../api/transport/transportFixture';
import { FakeMemento } from '../support/fakes/memento';
import { settled, until } from '../support/until';
import { exchanges, WindowFixture } from './accountFixture';

describe('accounts: signing out, windows, and a storage that cannot be read', () => {
  let sandbox: Sandbox;
  let window: WindowFixture;
  before(async () => {
    sandbox = await startSandbox({ profiles: 1 });
  });
  after(() => sandbox.close());
  beforeEach(() => {
    sandbox.faults.clear();
    sandbox.clearRequests();
    window = new WindowFixture();
  });
  afterEach(() => {
    window.dispose();
  });
  const viewer = () => sandbox.account('harbor-viewer').secret;

  describe('signing out', () => {
    it('R3, R10: leaves no key, no name and no token, and asks no server', async () => {
      const account = await window.signIn(sandbox);
      await until(() => window.memento.get(ACCOUNT_METADATA_KEY) !== undefined, 'the name');
      sandbox.clearRequests();
      await window.accounts.signOut(account);
      assert.deepEqual(window.sessions.current, { kind: 'signedOut', signingIn: false });
      assert.equal(window.secrets.records.size, 0);
      assert.equal(window.tokens.cachedToken(account.id), undefined);
      assert.equal(window.memento.get(ACCOUNT_METADATA_KEY), undefined);
      assert.deepEqual(sandbox.requests(), []);
    });

    it('R11: makes the account that is left the active one', async () => {
      const first = await window.signIn(sandbox);
      const second = await window.signIn(sandbox, viewer());
      await window.accounts.signOut(second);
      assert.equal(window.account.id, first.id);
      await window.accounts.signOut(window.account);
      assert.equal(window.sessions.current.kind, 'signedOut');
    });

    it('R11: of an account that is not active leaves the active one alone', async () => {
      const first = await window.signIn(sandbox);
      const second = await window.signIn(sandbox, viewer());
      await until(
        () =>
          window.sessions.current.kind === 'signedIn' &&
          window.sessions.current.names.organizationName !== undefined,
      );
      const before = window.sessions.current;
      await window.accounts.signOut(first);
      assert.equal(window.sessions.current, before);
      assert.equal(window.account, second);
      assert.ok(window.tokens.cachedToken(second.id));
    });

    it('drops the result of an exchange that is under way', async () => {
      const account = await window.signIn(sandbox);
      await until(() =>
        sandbox.requests().some(({ path, status }) => path.startsWith('/identity') && status === 200),
      );
      window.tokens.forget(account.id);
      sandbox.clearRequests();
      sandbox.arm({ kind: 'hang', host: 'auth' });
      const work = failing(window.tokens.token(account), 'cancelled');
      await until(() => exchanges(sandbox).length === 1);
      await window.accounts.signOut(account);
      await work;
      assert.equal(window.sessions.current.kind, 'signedOut');
      assert.equal(window.tokens.cachedToken(account.id), undefined);
    });

    it('forgets at once, though the storage is slow: no new token is had meanwhile and kept', async () => {
      const account = await window.signIn(sandbox);
      const second = await window.signIn(sandbox, viewer());
      const go = window.secrets.hold('delete');
      const leaving = window.accounts.signOut(account);
      await until(() => window.tokens.cachedToken(account.id) === undefined);
      // A list of that account that is still open refreshes while the editor deletes.
      const late = window.tokens.token(account, AbortSignal.timeout(500)).catch(() => undefined);
      await late;
      go();
      await leaving;
      assert.equal(window.tokens.cachedToken(account.id), undefined);
      assert.equal(window.account, second);
    });

    it('T6: that the editor refuses to delete is a failure, not a silent half', async () => {
      const account = await window.signIn(sandbox);
      window.secrets.failing.add('delete');
      await failing(window.accounts.signOut(account), 'storage');
      assert.equal(window.secrets.records.size, 1);
      window.secrets.failing.clear();
      await window.accounts.signOut(account);
      assert.equal(window.secrets.records.size, 0);
    });

    it('T6: of one account, with a storage that cannot be listed, does not sign out the other', async () => {
      const first = await window.signIn(sandbox);
      const second = await window.signIn(sandbox, viewer());
      await settled();
      window.secrets.failing.add('keys');
      await window.accounts.signOut(first).catch(() => undefined);
      assert.equal(window.sessions.account, second);
    });

    it('T6: of the active account, with a storage that cannot be listed, claims nothing of the others', async () => {
      await window.signIn(sandbox);
      const second = await window.signIn(sandbox, viewer());
      await settled();
      window.secrets.failing.add('keys');
      await window.accounts.signOut(second).catch(() => undefined);
      assert.notEqual(window.sessions.account, second);
      assert.notEqual(window.sessions.current.kind, 'signedOut');
      window.secrets.failing.clear();
      await window.accounts.reload();
      assert.equal(window.sessions.current.kind, 'signedIn');
    });
  });

  describe('T6: a storage that cannot be read', () => {
    it('at the start is neither signed in nor signed out, until it can be', async () => {
      await window.signIn(sandbox);
      const next = window.another();
      window.secrets.failing.add('keys').add('get');
      await next.accounts.reload();
      assert.deepEqual(next.sessions.current, { kind: 'storageUnreadable' });
      assert.deepEqual(await next.accounts.list(), { kind: 'unreadable' });
      window.secrets.failing.clear();
      await next.accounts.reload();
      assert.equal(next.sessions.current.kind, 'signedIn');
      next.dispose();
    });

    it('later changes nothing for who is signed in, and deletes nothing', async () => {
      await window.signIn(sandbox);
      await settled();
      const before = window.sessions.account;
      window.secrets.failing.add('keys').add('get');
      await window.accounts.reload();
      assert.equal(window.sessions.account, before);
      assert.equal(window.secrets.records.size, 1);
      assert.equal(window.secrets.calls.includes('delete'), false);
    });
  });

  describe('R12: another window', () => {
    let other: WindowFixture;
    beforeEach(async () => {
      other = window.another();
      await other.accounts.reload();
    });
    afterEach(() => {
      other.dispose();
    });

    it('is signed in by a sign-in here, unchecked and without an exchange of its own', async () => {
      const account = await window.signIn(sandbox);
      await until(() => other.sessions.current.kind === 'signedIn');
      assert.equal(other.account.id, account.id);
      assert.equal(other.health, 'unchecked');
      assert.equal(exchanges(sandbox).length, 1);
    });

    it('is signed out by signing out here, its token forgotten', async () => {
      const account = await window.signIn(sandbox);
      await until(() => other.sessions.current.kind === 'signedIn');
      await other.accounts.verify(other.account);
      assert.equal(other.health, 'good');
      await window.accounts.signOut(account);
      await until(() => other.sessions.current.kind === 'signedOut');
      assert.equal(other.tokens.cachedToken(account.id), undefined);
    });

    it('learns of it at its next look where the editor does not tell', async () => {
      window.secrets.telling = false;
      const account = await window.signIn(sandbox);
      await settled();
      assert.equal(other.sessions.current.kind, 'signedOut');
      await other.accounts.reload();
      assert.equal(other.account.id, account.id);
    });

    it('R11: keeps the account that its workspace chose when a second one is added here', async () => {
      const first = await window.signIn(sandbox);
      const inWorkspace = window.another(new FakeMemento());
      await inWorkspace.accounts.reload();
      await inWorkspace.accounts.switchTo(inWorkspace.account);
      const before = inWorkspace.account;
      await window.signIn(sandbox, viewer());
      await settled();
      await inWorkspace.accounts.reload();
      assert.equal(inWorkspace.account, before);
      assert.equal(inWorkspace.account.id, first.id);
      inWorkspace.dispose();
    });

    it('R12: follows the default where nothing was chosen', async () => {
      await window.signIn(sandbox);
      await until(() => other.sessions.current.kind === 'signedIn');
      const second = await window.signIn(sandbox, viewer());
      await settled();
      await other.accounts.reload();
      assert.equal(other.account.id, second.id);
    });

    it('is told once by what it does itself: the event of its own write changes nothing', async () => {
      await window.signIn(sandbox);
      await until(
        () =>
          window.sessions.current.kind === 'signedIn' &&
          window.sessions.current.names.organizationName !== undefined,
      );
      const { length } = window.history;
      window.secrets.put(SECRET_PREFIX + window.account.id, [...window.secrets.records.values()][0] ?? '');
      await settled();
      assert.equal(window.history.length, length);
    });
  });
});
