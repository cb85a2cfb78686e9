import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { accountName } from '../../../src/account/account';
import { AccountMemento } from '../../../src/account/accountMemento';
import { ACCOUNT_METADATA_KEY, AccountMetadataStore } from '../../../src/account/accountMetadata';
import { ActiveChoice } from '../../../src/account/activeChoice';
import { dueReminder } from '../../../src/account/keyReminder';
import { KnownAccounts } from '../../../src/account/knownAccounts';
import { Organizations } from '../../../src/account/organizations';
import { RecentOperations } from '../../../src/features/apiExplorer/operations/recentOperations';
import { RequestHistory } from '../../../src/features/apiExplorer/requests/requestHistory';
import { LastProfiles } from '../../../src/features/distribution/upload/lastProfiles';
import { retained } from '../support/fakes/accountData';
import { FakeMemento } from '../support/fakes/memento';
import { accountOf, hostsAt, keyOf } from './accountFixture';

const account = accountOf(keyOf('k'), hostsAt('https://auth.example'));
const any = fc.jsonValue({ maxDepth: 4 });
const fields = [
  ...[
    'organizationName',
    'subOrganizations',
    'label',
    'keyExpiresAt',
    'remindedAt',
    'snoozedUntil',
    'mcp',
    'aiAccess',
    'mcpFailedAt',
  ],
  ...['account', 'organization', 'credentialId', 'value', 'id', 'name', 'method', 'path', 'status', 'at'],
];
const record = fc.dictionary(fc.constantFrom(...fields), fc.oneof(any, fc.array(any)));
const found = fc.oneof(any, record, fc.record({ [account.id]: fc.oneof(any, record) }));

describe('state that is found in whatever form', () => {
  const each = (check: (memento: FakeMemento) => void) => {
    fc.assert(
      fc.property(found, (value) => {
        const memento = new FakeMemento();
        memento.get = () => structuredClone(value);
        check(memento);
      }),
    );
  };
  const isText = (value: unknown) => value === undefined || typeof value === 'string';

  it('notes of an account are what they should be, or not there', () => {
    each((memento) => {
      const metadata = new AccountMetadataStore(memento);
      const { organizationName, label, keyExpiresAt, snoozedUntil, remindedAt, aiAccess, mcpFailedAt } =
        metadata.of(account.id);
      assert.ok(isText(organizationName) && isText(label));
      for (const number of [keyExpiresAt, snoozedUntil, remindedAt, mcpFailedAt]) {
        assert.ok(number === undefined || Number.isFinite(number));
      }
      assert.ok(aiAccess === undefined || ['read', 'write', 'mcp'].includes(aiAccess));
      dueReminder(metadata.of(account.id), 1e12);
      const organizations = new Organizations(metadata, () => assert.fail(), new KnownAccounts());
      assert.equal(typeof accountName(account, organizations.namesOf(account)), 'string');
      for (const sub of organizations.known(account)) {
        assert.equal(typeof accountName(sub, organizations.namesOf(sub)), 'string');
      }
    });
  });

  it('the account to act with is one of those that are there', () => {
    each((memento) => {
      const choice = new ActiveChoice(memento, memento);
      assert.equal(choice.pickFrom([account])?.credentialId, account.id);
      assert.equal(choice.pickFrom([]), undefined);
    });
  });

  it('history, recent operations and the last profile are lists and ids, or empty', async () => {
    each((memento) => {
      const remembered = new AccountMemento(memento, 'appcircle.something');
      for (const { path, at } of new RequestHistory(remembered).of(account.id)) {
        assert.ok(isText(path) && Number.isFinite(at));
      }
      assert.ok(new RecentOperations(remembered).of(account).every(isText));
      assert.ok(isText(new LastProfiles(remembered).of(account.id)));
    });
    await fc.assert(
      fc.asyncProperty(found, async (value) => {
        const memento = new FakeMemento();
        await memento.update('appcircle.something', value);
        const remembered = new AccountMemento(memento, 'appcircle.something');
        await remembered.set(account, 'mine');
        assert.equal(remembered.of(account.id), 'mine');
        await remembered.retainAccounts(retained([]));
        assert.equal(memento.get('appcircle.something'), undefined);
      }),
    );
  });

  it('takes a note beside whatever stands there, and keeps the notes of others', async () => {
    await fc.assert(
      fc.asyncProperty(found, async (value) => {
        const memento = new FakeMemento();
        await memento.update(ACCOUNT_METADATA_KEY, value);
        const metadata = new AccountMetadataStore(memento);
        await metadata.set('other', { label: 'Other' });
        const before = metadata.of('other');
        await metadata.set(account.id, { label: 'Mine' });
        assert.equal(metadata.of(account.id).label, 'Mine');
        assert.deepEqual(metadata.of('other'), before);
      }),
    );
  });
});
