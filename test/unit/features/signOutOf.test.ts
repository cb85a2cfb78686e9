import { strict as assert } from 'node:assert';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import type * as SignOut from '../../../src/features/accounts/signOut';
import { WindowFixture } from '../account/accountFixture';
import { until } from '../support/until';
import { inEditor } from './inEditor';

const { module, editor } = inEditor('accounts/signOut');
const { signOut } = module as typeof SignOut;

describe('Sign Out', () => {
  let sandbox: Sandbox;
  let window: WindowFixture;

  before(async () => {
    sandbox = await startSandbox({ profiles: 1 });
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    window = new WindowFixture();
    editor.messages.length = 0;
    await window.accounts.reload();
    await window.signIn(sandbox);
    const { organizations } = window.accounts;
    await until(() => organizations.namesOf(window.account).organizationName !== undefined, 'the name');
  });
  afterEach(() => {
    editor.presses = undefined;
    window.dispose();
  });

  it('R29: in a sub-organization it names the account whose key is removed', async () => {
    const [sub] = await window.accounts.organizations.ask(window.account);
    assert.ok(sub);
    await window.accounts.switchTo(sub);
    await signOut(window.accounts, window.sessions);
    assert.deepEqual(editor.messages, ['Sign out of Harbor Labs?']);
    assert.equal(window.account.id, sub.id);
    editor.presses = 'Sign Out';
    await signOut(window.accounts, window.sessions);
    assert.equal(window.sessions.current.kind, 'signedOut');
  });

  it('T5: Esc keeps the account', async () => {
    await signOut(window.accounts, window.sessions);
    assert.deepEqual(editor.messages, ['Sign out of Harbor Labs?']);
    assert.equal(window.sessions.current.kind, 'signedIn');
  });
});
