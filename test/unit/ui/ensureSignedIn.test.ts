import { strict as assert } from 'node:assert';
import { makeAccount } from '../../../src/account/account';
import { SessionStore } from '../../../src/account/sessionStore';
import type * as EnsureSignedIn from '../../../src/ui/ensureSignedIn';
import { failureOf, settled } from '../support/until';
import { useEditor, type EditorWith } from '../support/useEditor';

const hosts = { api: 'https://api.example', auth: 'https://auth.example', dashboard: 'https://my.example' };
const account = makeAccount({
  kind: 'personalAccessKey',
  hosts,
  organizationId: 'o',
  subject: 's',
  userName: undefined,
});

describe('a command that needs an account', () => {
  const editor = useEditor('ui/ensureSignedIn') as EditorWith<typeof EnsureSignedIn>;
  let sessions: SessionStore;

  beforeEach(() => {
    sessions = new SessionStore();
  });

  it('waits until the storage was read, before it says that nobody is signed in', async () => {
    const asked = editor.module.ensureSignedIn(sessions);
    await settled();
    sessions.setSignedIn(account);
    assert.equal(await asked, account);
    assert.deepEqual(editor.executed, []);
  });

  it('has the storage read where it can', async () => {
    const reload = () => {
      sessions.setSignedIn(account);
      return Promise.resolve();
    };
    assert.equal(await editor.module.ensureSignedIn(sessions, { reload }), account);
  });

  it('T6: does not open the sign-in where the storage cannot be read', async () => {
    sessions.setStorageUnreadable();
    assert.match(String(await failureOf(editor.module.ensureSignedIn(sessions))), /storage/);
    assert.deepEqual(editor.executed, []);
  });

  it('opens the sign-in where nobody is', async () => {
    sessions.setSignedOut();
    assert.equal(await editor.module.ensureSignedIn(sessions), undefined);
    assert.deepEqual(editor.executed, [['appcircle.signIn', 'forCommand']]);
  });
});
