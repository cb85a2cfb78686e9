import { strict as assert } from 'node:assert';
import type { Credential } from '../../../src/account/credential';
import type { StoredAccount } from '../../../src/account/credentialRecord';
import { CredentialStore, SECRET_PREFIX } from '../../../src/account/credentialStore';
import { failing } from '../api/transport/transportFixture';
import { FakeSecrets } from '../support/fakes/secrets';
import { sentinel } from '../support/leaks';
import { accountOf, keyOf } from './accountFixture';

const hosts = { api: 'https://api.example', auth: 'https://auth.example', dashboard: 'https://my.example' };
const stored = (credential: Credential = keyOf(sentinel), subject = 'sub'): StoredAccount => ({
  account: accountOf(credential, hosts, subject, 'org'),
  credential,
});

describe('credential store', () => {
  let secrets: FakeSecrets;
  let store: CredentialStore;
  beforeEach(() => {
    secrets = new FakeSecrets();
    store = new CredentialStore(secrets);
  });

  const keyFor = ({ account }: StoredAccount) => SECRET_PREFIX + account.id;
  const accounts = async () => {
    const read = await store.list();
    assert.equal(read.kind, 'found');
    return read.value;
  };

  const credentials: [name: string, credential: Credential][] = [
    ['a Personal Access Key', keyOf(sentinel)],
    ['an API key', { kind: 'apiKey', name: 'CI & Co', secret: sentinel, organizationId: 'o' }],
    ['an API key without organization', { kind: 'apiKey', name: 'ci', secret: sentinel, organizationId: '' }],
  ];
  for (const [name, credential] of credentials) {
    it(`R1: keeps ${name} with its hosts, and gives it to another window`, async () => {
      const one = stored(credential);
      assert.equal(await store.write(one), 'kept');
      const another = new CredentialStore(secrets);
      assert.deepEqual(await another.read(one.account.id), { kind: 'found', value: one });
      assert.deepEqual((await accounts()).accounts, [one.account]);
    });
  }

  it('R3: everything that it stores has its prefix, and a version', async () => {
    await store.write(stored());
    const [[key, text] = ['', '']] = [...secrets.records];
    assert.ok(key.startsWith(SECRET_PREFIX));
    assert.equal((JSON.parse(text) as { v: number }).v, 1);
    assert.doesNotMatch(key, /Sentinel/);
  });

  it('lists accounts without their credentials', async () => {
    await store.write(stored());
    assert.doesNotMatch(JSON.stringify(await accounts()), /Sentinel/);
  });

  describe('T6: three answers', () => {
    it('absent is not unreadable', async () => {
      assert.deepEqual(await store.read('nobody'), { kind: 'absent' });
      assert.deepEqual(await store.list(), {
        kind: 'found',
        value: { accounts: [], newer: [], damaged: [] },
      });
    });

    it('a storage that throws is unreadable, and nothing is deleted', async () => {
      const one = stored();
      await store.write(one);
      secrets.failing.add('get').add('keys');
      assert.deepEqual(await store.read(one.account.id), { kind: 'unreadable' });
      assert.deepEqual(await store.list(), { kind: 'unreadable' });
      assert.equal(secrets.calls.includes('delete'), false);
      secrets.failing.clear();
      assert.equal((await store.read(one.account.id)).kind, 'found');
    });

    it('one record that cannot be read makes the whole list unreadable, not shorter', async () => {
      await store.write(stored());
      secrets.failing.add('get');
      assert.deepEqual(await store.list(), { kind: 'unreadable' });
    });
  });

  describe('R1: a storage that does not keep', () => {
    const modes: [name: string, break_: () => void][] = [
      ['forgets', () => (secrets.losesWrites = true)],
      ['refuses to store', () => secrets.failing.add('store')],
      ['cannot be read back', () => secrets.failing.add('get')],
    ];
    for (const [name, break_] of modes) {
      it(`and ${name}: the key lives as long as the window`, async () => {
        const one = stored();
        break_();
        assert.equal(await store.write(one), 'sessionOnly');
        assert.deepEqual(await store.read(one.account.id), { kind: 'found', value: one });
        assert.equal((await new CredentialStore(secrets).read(one.account.id)).kind === 'found', false);
      });
    }

    it('such a key is listed once, and gone after signing out', async () => {
      secrets.losesWrites = true;
      const one = stored();
      await store.write(one);
      assert.deepEqual((await accounts()).accounts, [one.account]);
      await store.delete(one.account.id);
      assert.deepEqual((await accounts()).accounts, []);
      assert.deepEqual(await store.read(one.account.id), { kind: 'absent' });
    });

    for (const [name, break_] of modes) {
      it(`and ${name}: a new key is used in this window, not the old one that is still stored`, async () => {
        const old = stored();
        await store.write(old);
        break_();
        const next = stored(keyOf(`${sentinel}-replaced`));
        assert.equal(await store.write(next), 'sessionOnly');
        secrets.failing.clear();
        assert.deepEqual(await store.read(old.account.id), { kind: 'found', value: next });
        assert.deepEqual((await accounts()).accounts, [next.account]);
      });
    }

    it('R13: a key that another window stored later is used, not the one that was not kept here', async () => {
      const old = stored();
      await store.write(old);
      secrets.losesWrites = true;
      await store.write(stored(keyOf(`${sentinel}-not-kept`)));
      secrets.losesWrites = false;
      const theirs = stored(keyOf(`${sentinel}-of-another-window`));
      await new CredentialStore(secrets).write(theirs);
      assert.deepEqual(await store.read(old.account.id), { kind: 'found', value: theirs });
    });

    it('once a key is kept again, the storage is what counts', async () => {
      secrets.losesWrites = true;
      await store.write(stored());
      secrets.losesWrites = false;
      const next = stored(keyOf(`${sentinel}-2`));
      assert.equal(await store.write(next), 'kept');
      secrets.records.delete(keyFor(next));
      assert.deepEqual(await store.read(next.account.id), { kind: 'absent' });
    });
  });

  describe('records of others', () => {
    const change = (one: StoredAccount, by: object) => {
      const text = secrets.records.get(keyFor(one)) ?? '';
      secrets.records.set(keyFor(one), JSON.stringify({ ...(JSON.parse(text) as object), ...by }));
    };

    it('R3: a newer version is left untouched, and counted', async () => {
      const one = stored();
      await store.write(one);
      change(one, { v: 2, secret: { sealed: true } });
      const before = new Map(secrets.records);
      assert.deepEqual(await store.list(), {
        kind: 'found',
        value: { accounts: [], newer: [one.account.id], damaged: [] },
      });
      assert.equal((await store.read(one.account.id)).kind === 'found', false);
      assert.deepEqual(secrets.records, before);
    });

    it('R3: signing in does not write over a newer version: the key lives as long as the window', async () => {
      const one = stored();
      await store.write(one);
      change(one, { v: 2, secret: { sealed: true } });
      const before = new Map(secrets.records);
      const next = stored(keyOf(`${sentinel}-2`));
      assert.equal(await store.write(next), 'newerRecord');
      assert.deepEqual(secrets.records, before);
      assert.deepEqual(await store.read(one.account.id), { kind: 'found', value: next });
    });

    it('R20: a record that was moved to the key of another account is refused', async () => {
      const [one, other] = [stored(), stored(keyOf(sentinel), 'someone else')];
      await store.write(one);
      secrets.records.set(keyFor(other), secrets.records.get(keyFor(one)) ?? '');
      assert.deepEqual(await store.read(other.account.id), { kind: 'damaged' });
      const { accounts: listed, damaged } = await accounts();
      assert.deepEqual([listed, damaged], [[one.account], [other.account.id]]);
    });

    it('R20: a record whose auth host was exchanged is refused', async () => {
      const one = stored();
      await store.write(one);
      change(one, { hosts: { ...hosts, auth: 'https://evil.example' } });
      assert.deepEqual(await store.read(one.account.id), { kind: 'damaged' });
    });

    it('R3: keys without our prefix are not even read', async () => {
      secrets.records.set('someone.else', '{"v":1}');
      secrets.calls.length = 0;
      assert.deepEqual(await accounts(), { accounts: [], newer: [], damaged: [] });
      assert.deepEqual(secrets.calls, ['keys']);
    });

    it('R21: a broken record hides no other, and is not deleted', async () => {
      const good = stored();
      await store.write(good);
      for (const [index, text] of [
        '',
        'no json',
        '[]',
        'null',
        '{"v":1}',
        '{"v":1,"kind":"x","hosts":{}}',
      ].entries()) {
        secrets.records.set(`${SECRET_PREFIX}broken${index}`, text);
      }
      const { accounts: listed, damaged } = await accounts();
      assert.deepEqual([listed, damaged.length], [[good.account], 6]);
      assert.equal(secrets.records.size, 7);
    });
  });

  it('deletes, and says so where the editor does not let go', async () => {
    const one = stored();
    await store.write(one);
    secrets.failing.add('delete');
    await failing(store.delete(one.account.id), 'storage');
    assert.equal((await store.read(one.account.id)).kind, 'found');
    secrets.failing.clear();
    await store.delete(one.account.id);
    assert.deepEqual(await store.read(one.account.id), { kind: 'absent' });
  });

  it('R3: deletes everything of ours, what it cannot read included, and nothing of others', async () => {
    await store.write(stored());
    secrets.records.set(`${SECRET_PREFIX}newer`, '{"v":2}').set(`${SECRET_PREFIX}broken`, 'x');
    secrets.records.set('someone.else', 'x');
    await store.deleteAll();
    assert.deepEqual([...secrets.records.keys()], ['someone.else']);
    secrets.failing.add('keys');
    await failing(store.deleteAll(), 'storage');
  });

  it('R12: tells which account another window changed, and nothing of foreign keys', () => {
    const told: string[] = [];
    const listening = store.onDidChange((id) => told.push(id));
    secrets.put(`${SECRET_PREFIX}abc`, 'x');
    secrets.put('someone.else', 'x');
    listening.dispose();
    secrets.put(`${SECRET_PREFIX}def`, 'x');
    assert.deepEqual(told, ['abc']);
  });
});
