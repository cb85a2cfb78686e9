import { strict as assert } from 'node:assert';
import { inSubOrganization, makeAccount } from '../../../src/account/account';
import { ACCOUNT_NOTES, AccountNotes } from '../../../src/account/accountMetadata';
import { ACTIVE_ACCOUNT, ActiveChoice } from '../../../src/account/activeChoice';
import { FakeMemory } from '../support/fakes/memory';

describe('account notes', () => {
  let memory: FakeMemory;
  let notes: AccountNotes;
  let told: string[];
  beforeEach(() => {
    memory = new FakeMemory();
    notes = new AccountNotes(memory);
    told = [];
    notes.onDidChange((id) => told.push(id));
  });

  it('are merged, kept for each account, and told', async () => {
    assert.deepEqual(notes.of('a'), {});
    await notes.note('a', { label: 'Mine' });
    await notes.note('b', { label: 'Other' });
    await notes.note('a', { organizationName: 'Harbor' });
    assert.deepEqual(notes.of('a'), { label: 'Mine', organizationName: 'Harbor' });
    assert.deepEqual(new AccountNotes(memory).of('b'), { label: 'Other' });
    assert.deepEqual(told, ['a', 'b', 'a']);
  });

  it('are taken back by an undefined value', async () => {
    await notes.note('a', { label: 'Mine', organizationName: 'Harbor' });
    await notes.note('a', { label: undefined });
    assert.deepEqual(notes.of('a'), { organizationName: 'Harbor' });
  });

  it('R3: leave nothing behind when they are forgotten', async () => {
    await notes.note('a', { label: 'Mine' });
    await notes.note('b', { label: 'Other' });
    await notes.forget('a');
    assert.deepEqual([notes.of('a'), notes.of('b')], [{}, { label: 'Other' }]);
    await notes.forget('b');
    assert.equal(memory.get(ACCOUNT_NOTES), undefined);
    await notes.note('c', { label: 'Third' });
    await notes.forgetAll();
    assert.equal(memory.text, '[]');
  });
});

describe('the active choice', () => {
  const hosts = { api: 'https://api.example', auth: 'https://auth.example', dashboard: 'https://my.example' };
  const of = (subject: string) =>
    makeAccount({ kind: 'personalAccessKey', hosts, organizationId: 'o', subject, userName: undefined });
  const account = { a: of('a'), b: of('b') };
  let everywhere: FakeMemory;
  let workspace: FakeMemory;
  const choice = (own: FakeMemory | undefined = workspace) => new ActiveChoice(own, everywhere);
  beforeEach(() => {
    everywhere = new FakeMemory();
    workspace = new FakeMemory();
  });

  it('R11: belongs to the workspace; the first one is the default for others', async () => {
    await choice().choose(account.a);
    const other = choice(new FakeMemory());
    assert.deepEqual(
      [choice().current, other.current],
      [{ account: account.a.id }, { account: account.a.id }],
    );
    await other.choose(inSubOrganization(account.b, 'sub'));
    assert.deepEqual(
      [choice().current, other.current],
      [{ account: account.a.id }, { account: account.b.id, organization: 'sub' }],
    );
  });

  it('R11: of an account that is no more counts for nothing: the default does, then any', async () => {
    await choice().choose(account.a);
    await choice().makeDefault(account.b);
    assert.equal(choice().among([of('c'), account.b]), account.b);
    assert.equal(choice().among([of('c')])?.subject, 'c');
    assert.equal(choice().among([]), undefined);
  });

  it('R11: of an empty window is the default', async () => {
    const empty = new ActiveChoice(undefined, everywhere);
    await empty.choose(account.a);
    await empty.choose(account.b);
    assert.deepEqual(
      [empty.current, choice().current],
      [{ account: account.b.id }, { account: account.b.id }],
    );
  });

  it('R11: a new default leaves workspaces with a choice of their own alone', async () => {
    await choice().choose(account.a);
    await choice().makeDefault(account.b);
    assert.deepEqual(
      [choice().current, choice(new FakeMemory()).current],
      [{ account: account.a.id }, { account: account.b.id }],
    );
  });

  it('R3: is forgotten with its account, here and everywhere, and no other', async () => {
    await choice().choose(account.a);
    await choice().makeDefault(account.b);
    await choice().forget(account.a.id);
    assert.deepEqual([choice().current, workspace.text], [{ account: account.b.id }, '[]']);
    await choice().forget();
    assert.deepEqual([choice().current, everywhere.text], [undefined, '[]']);
  });

  it('R21: what is no choice is none', async () => {
    for (const junk of ['a', 7, [], {}, { account: 5 }, null]) {
      await everywhere.update(ACTIVE_ACCOUNT, junk);
      assert.equal(choice().current, undefined);
    }
  });
});
