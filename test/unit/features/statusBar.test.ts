import { strict as assert } from 'node:assert';
import { SessionStore } from '../../../src/account/sessionStore';
import { Failure } from '../../../src/api/failure';
import type * as StatusBar from '../../../src/features/statusBar/statusBar';
import { settled } from '../support/until';
import { useEditor, type EditorWith } from '../support/useEditor';
import { accounts } from '../ui/lists/listFixture';

describe('the status bar, when a session falls ill', () => {
  const editor = useEditor('features/statusBar/statusBar') as EditorWith<typeof StatusBar>;
  const [account] = accounts;
  let sessions: SessionStore;

  beforeEach(() => {
    sessions = new SessionStore();
    sessions.setSignedIn(account, { label: 'Harbor' });
    editor.own(editor.module.registerStatusBar(sessions));
  });

  const fallIll = (kind: 'offline' | 'timeout') => {
    sessions.setHealth(account, { kind: 'offline', failure: new Failure(kind, { host: 'api.example' }) });
  };
  const item = () => editor.statusBarItems.at(-1) ?? assert.fail('there is none');
  const spoken = () => item().accessibilityInformation?.label;

  it('says at once that it did, and what the failure is as soon as its text is loaded', async () => {
    fallIll('timeout');
    assert.equal(item().text, '$(debug-disconnect) Harbor: Offline');
    assert.equal(spoken(), 'Appcircle: Harbor: Offline.');
    await settled();
    assert.equal(
      spoken(),
      'Appcircle: Harbor: Offline. api.example did not respond in time. Retry, or check your network connection.',
    );
  });

  it('says all of it at once from then on', async () => {
    fallIll('timeout');
    await settled();
    fallIll('offline');
    assert.match(spoken() ?? '', /api\.example cannot be reached/);
  });

  it('speaks of the session that is the latest when the text has come', async () => {
    fallIll('timeout');
    sessions.setHealth(account, { kind: 'good' });
    await settled();
    assert.equal(spoken(), 'Appcircle: Harbor. Signed in.');
  });

  it('says the name in full, which the bar has no room for', () => {
    sessions.setSignedIn(account, { label: 'The Harbor and its lighthouses' });
    assert.equal(item().text, '$(circle-outline) The Harbor and its ligh…');
    assert.equal(spoken(), 'Appcircle: The Harbor and its lighthouses. Not checked yet.');
  });

  it('says once that it is of Appcircle, and once that somebody signs in', () => {
    sessions.setSignedOut();
    assert.equal(spoken(), 'Appcircle: Sign In. Signed out.');
    sessions.setSigningIn(true);
    assert.equal(spoken(), 'Appcircle: Signing in…');
  });
});
