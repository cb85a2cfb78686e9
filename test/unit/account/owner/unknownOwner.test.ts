import { strict as assert } from 'node:assert';
import type { Credential } from '../../../../src/account/credential';
import { OtherAccountError } from '../../../../src/account/owner/otherAccountError';
import { UnverifiedOwnerError } from '../../../../src/account/owner/unverifiedOwnerError';
import type { Mode } from '../../../sandbox/mode';
import { failureOf } from '../../support/until';
import { useSandbox } from '../../support/useSandbox';
import { hostsOf, keyOf, WindowFixture } from '../accountFixture';

const userInfo = '/auth/realms/appcircle/protocol/openid-connect/userinfo';

describe('a token that does not say whose it is', () => {
  const server = useSandbox({ profiles: 1 });
  const signal = new AbortController().signal;
  let window: WindowFixture;

  beforeEach(() => {
    window = new WindowFixture();
  });
  afterEach(() => {
    window.dispose();
    server.current.setMode({ token: 'jwt', userInfo: 'all' });
  });

  const owner = () => server.current.account('harbor-owner');
  const keyFor = (id: string) => server.current.account(id).secret;
  const signIn = (id: string) => window.signIn(server.current, keyFor(id));
  const asked = () => server.current.requests().map(({ path }) => path.replace(/^\/_?/, '/'));
  const nobodyTells = (mode: Partial<Mode> = {}) => {
    server.current.setMode({ token: 'opaque', userInfo: 'absent', ...mode });
    server.current.arm({ kind: 'respond', status: 403, path: '/identity', body: {} });
  };
  const stored = async () => {
    const read = await window.accounts.list();
    return read.kind === 'found' ? read.value.map(({ id }) => id) : [];
  };
  const keysAtRest = () =>
    [...window.secrets.records.values()].map(
      (text) => (JSON.parse(text) as { secret: { key: string } }).secret.key,
    );
  const replace = (id: string, confirm?: () => Promise<boolean>) =>
    window.accounts.replaceCredential(window.account, keyOf(keyFor(id)), signal, confirm);

  for (const token of ['opaque', 'withoutOwner'] as const) {
    it(`is asked about at userinfo, and its account is the one that a JWT would give (${token})`, async () => {
      server.current.setMode({ token });
      const account = await signIn('harbor-owner');
      assert.deepEqual(
        [account.subject, account.organizationId, account.userName, account.distinct],
        [owner().sub, owner().organizationId, owner().email, undefined],
      );
      server.current.setMode({ token: 'jwt' });
      assert.equal((await signIn('harbor-owner')).id, account.id);
      assert.equal(window.secrets.records.size, 1);
    });
  }

  it('costs no question where the token says it', async () => {
    await signIn('harbor-owner');
    assert.ok(!asked().includes(userInfo));
  });

  it('belongs to the only organization that it reaches, where userinfo does not tell', async () => {
    server.current.setMode({ token: 'opaque', userInfo: 'subject' });
    const account = await signIn('harbor-tr-owner');
    assert.equal(account.organizationId, server.current.account('harbor-tr-owner').organizationId);
    assert.equal(account.distinct, undefined);
  });

  it('of several organizations none is guessed', async () => {
    server.current.setMode({ token: 'opaque', userInfo: 'subject' });
    const account = await signIn('harbor-owner');
    assert.deepEqual([account.subject, account.organizationId], [owner().sub, '']);
    assert.notEqual(account.distinct, undefined);
  });

  it('a response about another user than the token names is not believed', async () => {
    server.current.setMode({ token: 'jwt' });
    const { sub } = owner();
    const claims = Buffer.from(JSON.stringify({ sub })).toString('base64url');
    server.current.arm({
      kind: 'respond',
      status: 200,
      path: '/auth/v3/token',
      body: { access_token: `e30.${claims}.c2ln` },
    });
    server.current.arm({
      kind: 'respond',
      status: 200,
      path: userInfo,
      body: { sub: 'mallory', currentOrganizationId: 'o' },
    });
    const account = await signIn('harbor-owner');
    assert.deepEqual([account.subject, account.organizationId], [sub, '']);
  });

  for (const status of [200, 401, 404, 500]) {
    it(`signs in all the same when userinfo answers ${status} with a web page`, async () => {
      nobodyTells();
      server.current.arm({ kind: 'respond', status, path: userInfo, body: '<html>' });
      const account = await signIn('harbor-owner');
      assert.deepEqual([account.subject, account.organizationId], ['', '']);
      assert.equal(window.health, 'good');
    });
  }

  it('is kept apart from others: no key is lost, and each is used for its own account', async () => {
    nobodyTells();
    const first = await signIn('harbor-owner');
    const second = await signIn('harbor-viewer');
    assert.notEqual(first.id, second.id);
    assert.deepEqual(keysAtRest(), [keyFor('harbor-owner'), keyFor('harbor-viewer')]);
    const later = window.another();
    await later.accounts.reload();
    assert.deepEqual(
      later.accounts.known.map(({ id }) => id),
      [first.id, second.id],
    );
    later.dispose();
  });

  it('two API keys with one name are two accounts', async () => {
    nobodyTells();
    const add = (secret: string) => {
      const credential: Credential = { kind: 'apiKey', name: 'ci', secret, organizationId: '' };
      const identity = { kind: 'apiKey' as const, hosts: hostsOf(server.current), subject: '' };
      return { identity: { ...identity, organizationId: '', userName: undefined }, credential };
    };
    const { recognize } = await import('../../../../src/account/owner/recognize');
    const token = {} as never;
    const one = recognize({ ...add('a'), token }, []).account;
    const stored = [{ account: one, credential: add('a').credential }];
    assert.notEqual(recognize({ ...add('b'), token }, stored).account.id, one.id);
    assert.equal(recognize({ ...add('a'), token }, stored).account.id, one.id);
  });

  it('where the organization alone is known, two users of it are kept apart', async () => {
    nobodyTells({ userInfo: 'organization' });
    const first = await signIn('harbor-owner');
    const second = await signIn('harbor-viewer');
    assert.deepEqual([first.organizationId, first.subject], [owner().organizationId, '']);
    assert.deepEqual(await stored(), [first.id, second.id]);
  });

  it('the same key again is the same account', async () => {
    nobodyTells();
    const first = await signIn('harbor-owner');
    await signIn('harbor-viewer');
    const again = await signIn('harbor-owner');
    assert.equal(again.id, first.id);
    assert.equal(window.secrets.records.size, 2);
  });

  it('the same key is the same account when nobody tells any more', async () => {
    const first = await signIn('harbor-owner');
    nobodyTells();
    assert.equal((await signIn('harbor-owner')).id, first.id);
  });

  it('the same key takes over what was kept of its account, once somebody tells whose it is', async () => {
    nobodyTells();
    const before = await signIn('harbor-owner');
    await window.metadata.set(before.id, { label: 'Mine' });
    server.current.faults.clear();
    server.current.setMode({ token: 'jwt', userInfo: 'all' });
    const now = await signIn('harbor-owner');
    assert.notEqual(now.id, before.id);
    assert.deepEqual(await stored(), [now.id]);
    assert.equal(window.secrets.records.size, 1);
    assert.equal(window.accounts.organizations.namesOf(now).label, 'Mine');
    assert.equal(window.account, now);
  });

  it('a record of an earlier version, without anything that tells it apart, stays and is found by its key', async () => {
    const old = await window.store(keyOf(keyFor('harbor-owner')), hostsOf(server.current), '');
    await window.accounts.reload();
    assert.equal(window.account.id, old.id);
    nobodyTells();
    assert.notEqual((await signIn('harbor-viewer')).id, old.id);
    assert.equal((await signIn('harbor-owner')).id, old.id);
    assert.deepEqual(keysAtRest().sort(), [keyFor('harbor-owner'), keyFor('harbor-viewer')].sort());
  });

  describe('at Replace Key', () => {
    it('a key that nobody tells the owner of is not taken silently', async () => {
      nobodyTells();
      const account = await signIn('harbor-owner');
      const records = new Map(window.secrets.records);
      assert.ok((await failureOf(replace('harbor-viewer'))) instanceof UnverifiedOwnerError);
      assert.deepEqual([window.account, window.secrets.records], [account, records]);
    });

    it('is taken when the person says so, and the account stays the same', async () => {
      nobodyTells();
      const account = await signIn('harbor-owner');
      assert.equal(await replace('harbor-viewer', () => Promise.resolve(true)), 'kept');
      assert.equal(window.account.id, account.id);
      assert.deepEqual(keysAtRest(), [keyFor('harbor-viewer')]);
    });

    it('an account whose owner was known asks when nobody tells whose the new key is', async () => {
      const account = await signIn('harbor-owner');
      nobodyTells();
      assert.ok((await failureOf(replace('harbor-viewer'))) instanceof UnverifiedOwnerError);
      await replace('harbor-viewer', () => Promise.resolve(true));
      assert.deepEqual([window.account.id, window.account.subject], [account.id, owner().sub]);
    });

    it('the very same key needs no question', async () => {
      nobodyTells();
      const account = await signIn('harbor-owner');
      await replace('harbor-owner');
      assert.equal(window.account.id, account.id);
    });

    it('the key of another stored account is refused, whatever the person says', async () => {
      nobodyTells();
      await signIn('harbor-viewer');
      await signIn('harbor-owner');
      const error = await failureOf(replace('harbor-viewer', () => Promise.resolve(true)));
      assert.ok(error instanceof OtherAccountError);
      assert.deepEqual(keysAtRest(), [keyFor('harbor-viewer'), keyFor('harbor-owner')]);
    });

    it('another organization is refused, where that alone is known', async () => {
      nobodyTells({ userInfo: 'organization' });
      await signIn('harbor-owner');
      const error = await failureOf(replace('northwind-owner', () => Promise.resolve(true)));
      assert.ok(error instanceof OtherAccountError);
    });

    it('an account becomes its owner’s when the person says that the new key is for it', async () => {
      nobodyTells();
      const before = await signIn('harbor-owner');
      server.current.faults.clear();
      server.current.setMode({ token: 'jwt', userInfo: 'all' });
      assert.ok((await failureOf(replace('harbor-viewer'))) instanceof UnverifiedOwnerError);
      await replace('harbor-viewer', () => Promise.resolve(true));
      assert.notEqual(window.account.id, before.id);
      assert.deepEqual(await stored(), [window.account.id]);
      assert.ok((await failureOf(replace('harbor-owner'))) instanceof OtherAccountError);
    });
  });

  it('for a sub-organization is asked about at userinfo before it is used', async () => {
    server.current.setMode({ token: 'opaque' });
    const root = await signIn('harbor-owner');
    const [sub] = await window.accounts.organizations.fetch(root);
    assert.ok(sub);
    await window.accounts.switchTo(sub);
    assert.equal(window.account, sub);
  });
});
