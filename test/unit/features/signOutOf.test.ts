import { strict as assert } from 'node:assert';
import type * as SignOut from '../../../src/features/accounts/signOut';
import { WindowFixture } from '../account/accountFixture';
import { until } from '../support/until';
import { useEditor, type EditorWith } from '../support/useEditor';
import { useSandbox } from '../support/useSandbox';

describe('Sign Out', () => {
  const editor = useEditor('features/accounts/signOut') as EditorWith<typeof SignOut>;
  const sandbox = useSandbox({ profiles: 1 });
  const { signOut } = editor.module;
  let window: WindowFixture;

  beforeEach(async () => {
    window = editor.own(new WindowFixture());
    await window.accounts.reload();
    await window.signIn(sandbox.current);
    const { organizations } = window.accounts;
    await until(() => organizations.namesOf(window.account).organizationName !== undefined, 'the name');
  });

  it('R29: in a sub-organization it names the account whose key is removed', async () => {
    const [sub] = await window.accounts.organizations.fetch(window.account);
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
