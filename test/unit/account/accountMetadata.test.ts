import { strict as assert } from 'node:assert';
import { inSubOrganization, makeAccount } from '../../../src/account/account';
import { ACCOUNT_METADATA_KEY, AccountMetadataStore } from '../../../src/account/accountMetadata';
import { ACTIVE_ACCOUNT, ActiveChoice } from '../../../src/account/activeChoice';
import { FakeMemento } from '../support/fakes/memento';

describe('account notes', () => {
  let memento: FakeMemento;
  let metadata: AccountMetadataStore;
  let told: string[];
  beforeEach(() => {
    memento = new FakeMemento();
    metadata = new AccountMetadataStore(memento);
    told = [];
    metadata.onDidChange((id) => told.push(id));
  });

  it('are merged, kept for each account, and told', async () => {
    assert.deepEqual(metadata.of('a'), {});
    await metadata.set('a', { label: 'Mine' });
    await metadata.set('b', { label: 'Other' });
    await metadata.set('a', { organizationName: 'Harbor' });
    assert.deepEqual(metadata.of('a'), { label: 'Mine', organizationName: 'Harbor' });
    assert.deepEqual(new AccountMetadataStore(memento).of('b'), { label: 'Other' });
    assert.deepEqual(told, ['a', 'b', 'a']);
  });

  it('are taken back by an undefined value', async () => {
    await metadata.set('a', { label: 'Mine', organizationName: 'Harbor' });
    await metadata.set('a', { label: undefined });
    assert.deepEqual(metadata.of('a'), { organizationName: 'Harbor' });
  });

  it('have no AI access but one of the levels, and read the flag of before as the MCP server', async () => {
    const stored = async (notes: object) => {
      await memento.update(ACCOUNT_METADATA_KEY, { a: notes });
      return metadata.of('a').aiAccess;
    };
    assert.equal(await stored({ mcp: true }), 'mcp');
    assert.equal(await stored({ mcp: 'true' }), undefined);
    assert.equal(await stored({ mcp: true, aiAccess: 'read' }), 'read');
    assert.equal(await stored({ mcp: true, aiAccess: 'everything' }), undefined);
    assert.equal(await stored({ aiAccess: 'none' }), undefined);
    for (const aiAccess of ['write', undefined] as const) {
      await stored({ mcp: true, label: 'Mine' });
      await metadata.set('a', { aiAccess });
      assert.deepEqual(memento.get(ACCOUNT_METADATA_KEY), {
        a: { label: 'Mine', ...(aiAccess && { aiAccess }) },
      });
    }
  });

  it('R3: leave nothing behind when they are forgotten', async () => {
    await metadata.set('a', { label: 'Mine' });
    await metadata.set('b', { label: 'Other' });
    await metadata.forget('a');
    assert.deepEqual([metadata.of('a'), metadata.of('b')], [{}, { label: 'Other' }]);
    await metadata.forget('b');
    assert.equal(memento.get(ACCOUNT_METADATA_KEY), undefined);
    await metadata.set('c', { label: 'Third' });
    await metadata.forgetAll();
    assert.equal(memento.text, '[]');
  });
});

describe('the active choice', () => {
  const hosts = { api: 'https://api.example', auth: 'https://auth.example', dashboard: 'https://my.example' };
  const of = (subject: string) =>
    makeAccount({ kind: 'personalAccessKey', hosts, organizationId: 'o', subject, userName: undefined });
  const account = { a: of('a'), b: of('b') };
  let everywhere: FakeMemento;
  let workspace: FakeMemento;
  const choice = (own: FakeMemento | undefined = workspace) => new ActiveChoice(own, everywhere);
  beforeEach(() => {
    everywhere = new FakeMemento();
    workspace = new FakeMemento();
  });

  it('R11: belongs to the workspace; the first one is the default for others', async () => {
    await choice().choose(account.a);
    const other = choice(new FakeMemento());
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
    assert.equal(choice().pickFrom([of('c'), account.b]), account.b);
    assert.equal(choice().pickFrom([of('c')])?.subject, 'c');
    assert.equal(choice().pickFrom([]), undefined);
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
      [choice().current, choice(new FakeMemento()).current],
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
