import { strict as assert } from 'node:assert';
import { ACCOUNT_METADATA_KEY } from '../../../src/account/accountMetadata';
import type { Account } from '../../../src/account/account';
import { SECRET_PREFIX } from '../../../src/account/credentialStore';
import { DAMAGED_RECORD } from '../../../src/api/failure';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { failing } from '../api/transport/transportFixture';
import { until } from '../support/until';
import { exchanges, WindowFixture } from './accountFixture';

describe('an account whose record is damaged', () => {
  let sandbox: Sandbox;
  let window: WindowFixture;
  let account: Account;
  before(async () => {
    sandbox = await startSandbox({ profiles: 1 });
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    window = new WindowFixture();
    account = await window.signIn(sandbox);
    await until(() => window.memento.get(ACCOUNT_METADATA_KEY) !== undefined, 'the name');
    sandbox.clearRequests();
  });
  afterEach(() => {
    window.dispose();
  });
  const damage = (text = '{"v":1}') => window.secrets.records.set(SECRET_PREFIX + account.id, text);

  it('is told with the number of such, keeps its record and its notes, and asks no server', async () => {
    damage();
    const next = window.another();
    await next.accounts.reload();
    assert.deepEqual(next.sessions.current, { kind: 'signedOut', signingIn: false, damaged: 1 });
    assert.deepEqual([next.accounts.stored.damaged, next.accounts.stored.unusableIds], [1, [account.id]]);
    assert.ok(window.memento.get(ACCOUNT_METADATA_KEY));
    assert.deepEqual([window.secrets.records.size, exchanges(sandbox).length], [1, 0]);
    next.dispose();
  });

  it('is removed with its notes when that is wanted; then nobody is signed in, and nothing is damaged', async () => {
    damage();
    await window.accounts.reload();
    assert.equal(await window.accounts.removeDamaged(), 1);
    assert.deepEqual(window.sessions.current, { kind: 'signedOut', signingIn: false });
    assert.deepEqual([window.secrets.records.size, window.memento.get(ACCOUNT_METADATA_KEY)], [0, undefined]);
  });

  it('goes with Sign Out of it, and with Remove All Data', async () => {
    damage('');
    await window.accounts.signOut(account);
    assert.equal(window.secrets.records.size, 0);
    damage('null');
    await window.accounts.signOutOfAll();
    assert.equal(window.secrets.records.size, 0);
  });

  it('is whole again after a sign-in', async () => {
    damage();
    await window.accounts.reload();
    await window.signIn(sandbox);
    await window.accounts.reload();
    assert.deepEqual([window.sessions.current.kind, window.accounts.stored.damaged], ['signedIn', 0]);
  });

  it('leaves another account alone, which is acted with', async () => {
    const other = await window.signIn(sandbox, sandbox.account('harbor-viewer').secret);
    damage();
    await window.accounts.reload();
    assert.deepEqual([window.account.id, window.accounts.stored.damaged], [other.id, 1]);
    await window.accounts.removeDamaged();
    assert.deepEqual([window.account.id, window.accounts.stored.damaged], [other.id, 0]);
  });

  it('needs attention where the window learns of it by its next exchange: as damaged, not as a locked storage', async () => {
    damage();
    window.tokens.forget(account.id);
    await failing(window.tokens.token(window.account), 'storage', { code: DAMAGED_RECORD });
    assert.equal(window.health, 'needsAttention');
    assert.equal(exchanges(sandbox).length, 0);
  });

  it('a sign-in that is under way goes on being shown while the number changes', async () => {
    window.secrets.records.clear();
    await window.accounts.reload();
    window.sessions.setSigningIn(true);
    damage();
    await window.accounts.reload();
    assert.deepEqual(window.sessions.current, { kind: 'signedOut', signingIn: true, damaged: 1 });
  });
});
