import { strict as assert } from 'node:assert';
import { AccountMetadataStore } from '../../../../src/account/accountMetadata';
import { SECRET_PREFIX } from '../../../../src/account/credentialStore';
import type * as Dialogs from '../../../../src/features/accounts/dialogs';
import type * as SessionText from '../../../../src/ui/text/sessionText';
import { hostsAt, keyOf, WindowFixture } from '../../account/accountFixture';
import { sentinel } from '../../support/leaks';
import { useEditor, type EditorWith } from '../../support/useEditor';

describe('damaged accounts on screen', () => {
  const editor = useEditor('features/accounts/dialogs', { answersPicks: true }) as EditorWith<typeof Dialogs>;
  let window: WindowFixture;
  let labels: string[];

  beforeEach(async () => {
    window = editor.own(new WindowFixture());
    window.secrets.records.set(`${SECRET_PREFIX}one`, '{').set(`${SECRET_PREFIX}two`, 'null');
    await window.accounts.reload();
  });

  const records = () => [...window.secrets.records.keys()];

  /** Opens Show Account and chooses the row with a label. */
  async function showAccount(label: string): Promise<void> {
    editor.chooses = (rows) => {
      labels = rows.map((row) => row.label);
      return rows.find((row) => row.label === label);
    };
    const { accounts, sessions, tokens, memento } = window;
    const metadata = new AccountMetadataStore(memento);
    const documents = undefined as never;
    await editor.module.showAccount({ accounts, sessions, tokens, metadata, documents });
  }

  it('are what the status bar speaks of while nobody is signed in', () => {
    const { sessionText } = editor.load('ui/text/sessionText') as typeof SessionText;
    assert.equal(
      sessionText(window.sessions.current),
      '2 stored accounts are damaged and cannot be used. Sign in again, or remove them.',
    );
  });

  it('are told by Show Account, which offers to sign in and to remove them', async () => {
    await showAccount('Sign In');
    assert.deepEqual(labels, ['Sign In', 'Remove Damaged Accounts', 'Show Log', 'Remove All Data']);
    assert.equal(
      editor.lists[0]?.rows[0]?.detail,
      '2 stored accounts are damaged and cannot be used. Sign in again, or remove them.',
    );
    assert.deepEqual(
      editor.executed.map(([command]) => command),
      ['appcircle.signIn'],
    );
  });

  it('are removed once that was asked, and not before', async () => {
    await showAccount('Remove Damaged Accounts');
    assert.equal(records().length, 2);
    editor.presses = 'Remove';
    await showAccount('Remove Damaged Accounts');
    assert.deepEqual(records(), []);
    assert.deepEqual(editor.messages, [
      'Remove 2 damaged accounts from this computer?',
      'Remove 2 damaged accounts from this computer?',
      'Removed 2 damaged accounts.',
    ]);
    assert.deepEqual(window.sessions.current, { kind: 'signedOut', signingIn: false });
  });

  it('are removed by Sign Out where nobody is signed in', async () => {
    editor.presses = 'Remove';
    await editor.module.signOut(window.accounts, window.sessions);
    assert.deepEqual(records(), []);
  });

  it('stand beside the account that is signed in, in Show Account and in Switch Account', async () => {
    const account = await window.store(keyOf(sentinel), hostsAt('http://127.0.0.1:1'));
    await window.accounts.reload();
    assert.equal(window.account.id, account.id);
    await showAccount('none of them');
    assert.ok(labels.includes('Remove Damaged Accounts'));
    editor.presses = 'Remove';
    editor.chooses = (rows) => rows.find(({ label }) => label === '2 more, damaged');
    const { accounts, sessions } = window;
    await editor.module.switchAccount({ accounts, sessions, environment: () => undefined });
    assert.deepEqual(records(), [SECRET_PREFIX + account.id]);
    await showAccount('none of them');
    assert.ok(!labels.includes('Remove Damaged Accounts'));
    assert.equal(window.account.id, account.id);
  });
});
