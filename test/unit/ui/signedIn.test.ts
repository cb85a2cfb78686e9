import { strict as assert } from 'node:assert';
import { makeAccount } from '../../../src/account/account';
import { SessionStore } from '../../../src/account/sessionStore';
import type * as SignedIn from '../../../src/ui/signedIn';
import { failureOf, settled } from '../support/until';
import { withVscode, type Loaded } from '../support/withVscode';

const hosts = { api: 'https://api.example', auth: 'https://auth.example', dashboard: 'https://my.example' };
const account = makeAccount({
  kind: 'personalAccessKey',
  hosts,
  organizationId: 'o',
  subject: 's',
  userName: undefined,
});

describe('a command that needs an account', () => {
  let loaded: Loaded<typeof SignedIn>;
  let sessions: SessionStore;

  beforeEach(() => {
    loaded = withVscode('ui/signedIn') as Loaded<typeof SignedIn>;
    sessions = new SessionStore();
  });
  afterEach(() => {
    loaded.leave();
  });

  const opened = () => loaded.editor.executed;

  it('waits until the storage was read, before it says that nobody is signed in', async () => {
    const asked = loaded.module.ensureSignedIn(sessions);
    await settled();
    sessions.setSignedIn(account);
    assert.equal(await asked, account);
    assert.deepEqual(opened(), []);
  });

  it('has the storage read where it can', async () => {
    const reload = () => {
      sessions.setSignedIn(account);
      return Promise.resolve();
    };
    assert.equal(await loaded.module.ensureSignedIn(sessions, { reload }), account);
  });

  it('T6: does not open the sign-in where the storage cannot be read', async () => {
    sessions.setStorageUnreadable();
    assert.match(String(await failureOf(loaded.module.ensureSignedIn(sessions))), /storage/);
    assert.deepEqual(opened(), []);
  });

  it('opens the sign-in where nobody is', async () => {
    sessions.setSignedOut();
    assert.equal(await loaded.module.ensureSignedIn(sessions), undefined);
    assert.deepEqual(opened(), [['appcircle.signIn']]);
  });
});
