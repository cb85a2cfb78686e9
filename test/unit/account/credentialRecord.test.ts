import { strict as assert } from 'node:assert';
import type { Credential } from '../../../src/account/credential';
import { recordOf, type StoredAccount } from '../../../src/account/credentialRecord';
import { CredentialStore, SECRET_PREFIX, type StoredList } from '../../../src/account/credentialStore';
import { failing } from '../api/transport/transportFixture';
import { FakeSecrets } from '../support/fakes/secrets';
import { sentinel } from '../support/leaks';
import { accountOf, keyOf } from './accountFixture';

const hosts = { api: 'https://api.example', auth: 'https://auth.example', dashboard: 'https://my.example' };
const stored = (credential: Credential = keyOf(sentinel), subject = 'sub'): StoredAccount => ({
  account: accountOf(credential, hosts, subject, 'org'),
  credential,
});
const keyFor = ({ account }: StoredAccount) => SECRET_PREFIX + account.id;

describe('a stored record that is damaged', () => {
  let secrets: FakeSecrets;
  let store: CredentialStore;
  beforeEach(() => {
    secrets = new FakeSecrets();
    store = new CredentialStore(secrets);
  });

  const change = (one: StoredAccount, by: object) => {
    const record = JSON.parse(secrets.records.get(keyFor(one)) ?? '') as object;
    secrets.records.set(keyFor(one), JSON.stringify({ ...record, ...by }));
  };
  const accounts = async (): Promise<StoredList> => {
    const read = await store.list();
    assert.equal(read.kind, 'found');
    return read.value;
  };

  const apiKey: Credential = { kind: 'apiKey', name: 'ci', secret: sentinel, organizationId: 'o' };
  for (const credential of [keyOf(sentinel), apiKey]) {
    for (const field of ['kind', 'secret', 'hosts', 'organizationId', 'subject']) {
      for (const [name, value] of [
        ['missing', undefined],
        ['null', null],
        ['a number', 7],
        ['a list', []],
        ['an empty object', {}],
        ['another text', 'x'],
      ] as const) {
        it(`a record of ${credential.kind} in which ${field} is ${name} is damaged, and not signed out`, async () => {
          const one = stored(credential);
          await store.write(one);
          change(one, { [field]: value });
          assert.deepEqual(await store.read(one.account.id), { kind: 'damaged' });
          assert.deepEqual(await accounts(), { accounts: [], newer: [], damaged: [one.account.id] });
        });
      }
    }
  }

  for (const api of [
    'http://api.example',
    'nonsense with spaces',
    'javascript:alert(1)',
    'https://u:p@api.example',
  ]) {
    it(`a record with the API host ${api}, which nothing may be sent to, is damaged`, async () => {
      const one = stored();
      await store.write(one);
      change(one, { hosts: { ...hosts, api } });
      assert.deepEqual(await store.read(one.account.id), { kind: 'damaged' });
    });
  }

  it('a damaged record is written over by a sign-in', async () => {
    const one = stored();
    await store.write(one);
    secrets.records.set(keyFor(one), '{');
    assert.equal(await store.write(one), 'kept');
    assert.deepEqual(await accounts(), { accounts: [one.account], newer: [], damaged: [] });
  });

  it('R3: damaged records are deleted when that is wanted, and nothing else', async () => {
    const [good, newer] = [stored(), stored(keyOf(sentinel), 'newer')];
    await store.write(good);
    await store.write(newer);
    change(newer, { v: 2, secret: { sealed: true } });
    secrets.records.set(`${SECRET_PREFIX}damaged`, '{').set('someone.else', '{');
    assert.deepEqual(await store.deleteDamaged(), ['damaged']);
    assert.deepEqual([...secrets.records.keys()], [keyFor(good), keyFor(newer), 'someone.else']);
  });

  it('T6: what cannot be read is not taken for damaged, and nothing is deleted', async () => {
    secrets.records.set(`${SECRET_PREFIX}damaged`, '{');
    secrets.failing.add('get');
    await failing(store.deleteDamaged(), 'storage');
    assert.deepEqual([secrets.records.size, secrets.calls.includes('delete')], [1, false]);
  });

  it('R12: a damaged record that another window has written anew meanwhile stays', async () => {
    const one = stored();
    secrets.records.set(keyFor(one), '{');
    const read = secrets.get.bind(secrets);
    secrets.get = async (key) => {
      const value = await read(key);
      secrets.records.set(keyFor(one), recordOf(one));
      return value;
    };
    assert.deepEqual(await store.deleteDamaged(), []);
    assert.equal(secrets.records.get(keyFor(one)), recordOf(one));
  });
});
