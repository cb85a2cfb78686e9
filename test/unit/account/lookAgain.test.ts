import { strict as assert } from 'node:assert';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { settled, until } from '../support/until';
import { exchanges, hostsOf, keyOf, WindowFixture } from './accountFixture';

describe('accounts that are looked at again', () => {
  let sandbox: Sandbox;
  let window: WindowFixture;

  before(async () => {
    sandbox = await startSandbox({ profiles: 3 });
  });

  after(() => sandbox.close());

  beforeEach(() => {
    sandbox.revokeKeys(undefined, false);
    sandbox.clearRequests();
    window = new WindowFixture();
  });

  afterEach(() => {
    window.dispose();
  });

  const viewer = () => sandbox.account('harbor-viewer').secret;

  it('a quiet try asks one thing, by a new token or with the one that is held; it fails at nobody', async () => {
    const account = await window.signIn(sandbox);
    await until(() => sandbox.requests().length === 2, 'the name');
    sandbox.clearRequests();
    const asked = () => sandbox.requests().map(({ host, path }) => [host, path].join(' '));
    await window.accounts.probe(account);
    assert.deepEqual(asked(), ['api /identity/v1/organizations']);
    window.tokens.forget(account.id);
    await window.accounts.probe(account);
    assert.deepEqual(asked().slice(1), ['auth /auth/v3/token']);
    sandbox.arm({ kind: 'html', status: 403 });
    await window.accounts.probe(account);
    assert.equal(window.health, 'offline');
    sandbox.faults.clear();
    await window.accounts.probe(account);
    assert.equal(window.health, 'good');
  });

  it('R9: the known accounts and the one of the session are the same objects, however often it looks', async () => {
    await window.signIn(sandbox);
    await window.signIn(sandbox, viewer());
    await window.accounts.reload();
    await window.accounts.reload();
    assert.ok(window.accounts.known.includes(window.account));
  });

  it('R15: a key that is known to be refused is told so when its account comes back, and not asked with', async () => {
    const first = await window.signIn(sandbox);
    const second = await window.signIn(sandbox, viewer());
    sandbox.revokeKeys('harbor-viewer');
    window.tokens.forget(second.id);
    await window.accounts.verify(second);
    assert.equal(window.health, 'needsAttention');
    await window.accounts.switchTo(first);
    sandbox.clearRequests();
    await window.accounts.switchTo(window.accounts.known.find(({ id }) => id === second.id)!);
    assert.equal(window.health, 'needsAttention');
    assert.equal(exchanges(sandbox).length, 0);
  });

  it('R13: a key that another window replaced is worth another look here', async () => {
    const account = await window.signIn(sandbox);
    await settled();
    sandbox.revokeKeys('harbor-owner');
    window.tokens.forget(account.id);
    await window.accounts.verify(window.account);
    assert.equal(window.health, 'needsAttention');
    sandbox.revokeKeys('harbor-owner', false);
    const other = window.another();
    await other.accounts.reload();
    const { signal } = new AbortController();
    await other.accounts.replaceCredential(other.account, keyOf(sandbox.personalAccessKey), signal);
    await until(() => window.health === 'unchecked', 'the other look');
    await window.accounts.verify(window.account);
    assert.equal(window.health, 'good');
    other.dispose();
  });

  it('R3: an account that was signed out of while a choice was on screen does not come back', async () => {
    const first = await window.signIn(sandbox);
    const second = await window.signIn(sandbox, viewer());
    await window.accounts.signOut(second);
    await window.accounts.switchTo(second);
    assert.equal(window.account.id, first.id);
    assert.equal(window.account.hosts.api, hostsOf(sandbox).api);
  });
});
