import { strict as assert } from 'node:assert';
import type { Account } from '../../../src/account/account';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { keyOf, type WindowFixture } from '../account/accountFixture';
import { failureOf } from '../support/until';
import { PromptedFixture } from './windowFixture';

describe('createSession of the authentication provider, asked for an account', () => {
  let sandbox: Sandbox;
  let asked: PromptedFixture;
  let window: WindowFixture;
  let first: Account;
  let second: Account;

  before(async () => {
    sandbox = await startSandbox({ profiles: 1 });
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    asked = new PromptedFixture();
    ({ window } = asked);
    await window.accounts.reload();
    first = await window.signIn(sandbox);
    second = await window.signIn(sandbox, viewer());
  });
  afterEach(() => {
    asked.dispose();
  });

  const viewer = () => sandbox.account('harbor-viewer').secret;
  const create = ({ id }: Account, scopes = ['api']) =>
    asked.provider.createSession(scopes, { account: { id, label: '' } });

  it('R11: takes another key of the active one', async () => {
    asked.inDialog = () =>
      window.accounts.replaceCredential(second, keyOf(viewer()), new AbortController().signal);
    const session = await create(second);
    assert.equal(session.id, second.id);
    assert.deepEqual([asked.replacements, asked.dialogs], [1, 0]);
  });

  it('R11: opens the sign-in for one that is not active, and answers for it', async () => {
    asked.inDialog = () => window.signIn(sandbox);
    const session = await create(first);
    assert.equal(session.id, first.id);
    assert.equal(session.accessToken, window.tokens.held(first.id)?.value);
    assert.deepEqual([asked.replacements, asked.dialogs], [0, 1]);
  });

  it("R11: never answers with another account's session", async () => {
    asked.inDialog = () => window.signIn(sandbox, viewer());
    assert.match(String(await failureOf(create(first))), /another Appcircle account/);
    await window.accounts.signOut(first);
    assert.match(String(await failureOf(create(first))), /another Appcircle account/);
  });

  it('R11: a sub-organization is asked for by the key of its root', async () => {
    asked.inDialog = () => window.signIn(sandbox);
    await create(first);
    const [sub] = await window.accounts.organizations.ask(window.account);
    assert.ok(sub);
    assert.equal((await create(sub)).id, sub.id);
    assert.deepEqual([asked.replacements, asked.dialogs], [1, 1]);
  });

  it('T5: Esc is a cancellation', async () => {
    for (const account of [first, second]) {
      assert.equal(((await failureOf(create(account))) as Error).name, 'Canceled');
    }
  });

  it('gives the asked one a token where that alone was missing', async () => {
    const next = await asked.restarted(sandbox);
    const session = await next.provider.createSession([], { account: { id: first.id, label: '' } });
    assert.equal(session.id, first.id);
    assert.equal(next.dialogs, 0);
    next.dispose();
  });
});
