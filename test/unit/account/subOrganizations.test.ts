import { strict as assert } from 'node:assert';
import { inSubOrganization } from '../../../src/account/account';
import { ACTIVE_ACCOUNT } from '../../../src/account/activeChoice';
import { OLDER_HOSTS, OTHER_ORGANIZATION } from '../../../src/account/tokenExchange';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { failing } from '../api/transport/transportFixture';
import { FakeMemento } from '../support/fakes/memento';
import { exchanges, keyOf, lists, WindowFixture } from './accountFixture';
import { listProfiles } from '../../../src/api/distribution/profiles';

describe('accounts: sub-organizations and all of them', () => {
  let sandbox: Sandbox;
  let window: WindowFixture;
  const signal = new AbortController().signal;
  before(async () => {
    sandbox = await startSandbox({ profiles: 4 });
  });
  after(() => sandbox.close());
  beforeEach(() => {
    sandbox.faults.clear();
    sandbox.revokeKeys(undefined, false);
    sandbox.clearRequests();
    window = new WindowFixture(undefined, new FakeMemento());
  });
  afterEach(() => {
    window.dispose();
  });

  it('R11: those of the key are found by one request, and known afterwards without any', async () => {
    const root = await window.signIn(sandbox);
    const found = await window.accounts.organizations.fetch(root);
    assert.deepEqual(
      found.map((account) => window.accounts.organizations.namesOf(account).organizationName),
      ['Harbor Labs Türkiye', 'Harbor Labs 東京'],
    );
    assert.ok(found.every(({ credentialId, id }) => credentialId === root.id && id !== root.id));
    sandbox.clearRequests();
    assert.deepEqual(window.accounts.organizations.known(root), found);
    assert.deepEqual(sandbox.requests(), []);
  });

  it('R11: switching to one is one exchange, and shows the rows of that organization', async () => {
    const root = await window.signIn(sandbox);
    const [sub] = await window.accounts.organizations.fetch(root);
    sandbox.clearRequests();
    await window.accounts.switchTo(sub!);
    assert.equal(exchanges(sandbox).length, 1);
    assert.deepEqual([window.account, window.health], [sub, 'good']);
    const rows = await listProfiles(window.clientFor(window.account));
    assert.deepEqual(new Set(rows.map(({ raw }) => raw['organizationId'])), new Set([sub!.organizationId]));
    assert.deepEqual(window.workspace?.get(ACTIVE_ACCOUNT), {
      account: root.id,
      organization: sub!.organizationId,
    });
    const later = window.another(window.workspace);
    await later.accounts.reload();
    assert.equal(later.account.id, sub!.id);
    later.dispose();
  });

  it('R11: one that the server gives no token for is not switched to', async () => {
    const root = await window.signIn(sandbox);
    const foreign = inSubOrganization(root, sandbox.organizations[3]!.id);
    await failing(window.accounts.switchTo(foreign), 'forbidden', { status: 403 });
    assert.equal(window.account, root);
    assert.equal(window.health, 'good');
  });

  it('R11: where v3 is unknown, v2 is asked, and v1, which knows no sub-organizations, is not', async () => {
    const root = await window.signIn(sandbox);
    const sub = inSubOrganization(root, sandbox.organizations[1]!.id);
    sandbox.arm({ kind: 'respond', status: 404, path: '/auth/v3/token', body: {} });
    sandbox.clearRequests();
    await window.accounts.switchTo(sub);
    assert.deepEqual(
      exchanges(sandbox).map(({ path, status }) => [path, status]),
      [
        ['/auth/v3/token', 404],
        ['/auth/v2/token', 200],
      ],
    );
    assert.equal(window.account, sub);
    // v2 is for sub-organizations only: it does not tell that the host knows no v3 for keys.
    assert.equal(window.memento.get(OLDER_HOSTS), undefined);
  });

  it('R15: 400 speaks of the organization that was asked for, and not of the key', async () => {
    const root = await window.signIn(sandbox);
    sandbox.arm({ kind: 'respond', status: 400, path: '/auth/v3/token', body: {} });
    const sub = inSubOrganization(root, sandbox.organizations[1]!.id);
    await failing(window.accounts.switchTo(sub), 'forbidden', { status: 400 });
    assert.deepEqual([window.account, window.health], [root, 'good']);
  });

  it('R20: a token for another organization than was asked for is not used', async () => {
    const root = await window.signIn(sandbox);
    sandbox.setMode({ token: 'opaque', userInfo: 'absent' });
    const sub = inSubOrganization(root, sandbox.organizations[1]!.id);
    await failing(window.accounts.switchTo(sub), 'forbidden', { code: OTHER_ORGANIZATION });
    sandbox.setMode({ token: 'jwt', userInfo: 'all' });
    assert.equal(window.account, root);
    assert.equal(window.tokens.cachedToken(sub.id), undefined);
  });

  it('R14: is renewed for itself, and not for its root', async () => {
    const root = await window.signIn(sandbox);
    const [sub] = await window.accounts.organizations.fetch(root);
    await window.accounts.switchTo(sub!);
    sandbox.expireTokens();
    sandbox.clearRequests();
    await listProfiles(window.clientFor(sub!));
    assert.deepEqual(
      exchanges(sandbox).map(({ bodyFields }) => bodyFields),
      [['personalAccessKey', 'subOrganization', 'subOrganizationId']],
    );
    assert.deepEqual(lists(sandbox), [401, 200]);
  });

  it('R15: who replaces the key while in one stays there', async () => {
    const root = await window.signIn(sandbox);
    const [sub] = await window.accounts.organizations.fetch(root);
    await window.accounts.switchTo(sub!);
    await window.accounts.replaceCredential(window.account, keyOf(sandbox.personalAccessKey), signal);
    assert.equal(window.account.id, sub!.id);
  });

  it('R3: signing out in one forgets the key, its root and every token of both', async () => {
    const root = await window.signIn(sandbox);
    const [sub] = await window.accounts.organizations.fetch(root);
    await window.accounts.switchTo(sub!);
    await window.accounts.signOut(window.account);
    assert.equal(window.sessions.current.kind, 'signedOut');
    assert.deepEqual(
      [window.tokens.cachedToken(root.id), window.tokens.cachedToken(sub!.id)],
      [undefined, undefined],
    );
    assert.equal(window.secrets.records.size, 0);
    assert.deepEqual([window.memento.text, window.workspace?.text], ['[]', '[]']);
  });

  it('R3: signing out of all leaves nothing: no key, no note, no choice, no token', async () => {
    const first = await window.signIn(sandbox);
    const second = await window.signIn(sandbox, sandbox.account('harbor-viewer').secret);
    await window.accounts.makeDefault(second);
    await window.accounts.signOutOfAll();
    assert.equal(window.sessions.current.kind, 'signedOut');
    assert.equal(window.secrets.records.size, 0);
    assert.deepEqual([window.memento.text, window.workspace?.text], ['[]', '[]']);
    assert.deepEqual(
      [window.tokens.cachedToken(first.id), window.tokens.cachedToken(second.id)],
      [undefined, undefined],
    );
    assert.deepEqual(window.accounts.known, []);
  });

  it('R11: a default is for windows without a choice of their own', async () => {
    const first = await window.signIn(sandbox);
    const second = await window.signIn(sandbox, sandbox.account('harbor-viewer').secret);
    for (const [account, expected] of [
      [second, second],
      [first, first],
    ] as const) {
      await window.accounts.makeDefault(account);
      const other = window.another(new FakeMemento());
      await other.accounts.reload();
      assert.equal(other.account.id, expected.id);
      other.dispose();
    }
    assert.equal(window.account, second);
  });
});
