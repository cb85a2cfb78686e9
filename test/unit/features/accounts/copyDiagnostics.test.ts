import { strict as assert } from 'node:assert';
import { RecentFailures } from '../../../../src/api/recentFailures';
import type * as Diagnostics from '../../../../src/features/accounts/copyDiagnostics';
import { accountOf, hostsAt, keyOf, WindowFixture } from '../../account/accountFixture';
import { assertNoSecret, sentinel } from '../../support/leaks';
import { useEditor, type EditorWith } from '../../support/useEditor';

describe('Copy Diagnostics', () => {
  const editor = useEditor('features/accounts/copyDiagnostics') as EditorWith<typeof Diagnostics>;
  let window: WindowFixture;
  beforeEach(() => {
    window = editor.own(new WindowFixture());
  });

  async function report(): Promise<string> {
    const { accounts, sessions, redactor } = window;
    const failures = new RecentFailures();
    await editor.module.copyDiagnostics({ accounts, sessions, redactor, failures, version: '1.2.3' });
    return editor.clipboard;
  }

  it('R5: tells that a proxy is set, and nothing of its address, which may hold a password', async () => {
    assert.match(await report(), /^http\.proxy: not set$/m);
    editor.configured.set('http.proxy', `http://ada:${sentinel}@proxy.example:8080`);
    const text = await report();
    assert.match(text, /^http\.proxy: set$/m);
    assert.doesNotMatch(text, /proxy\.example/);
    assertNoSecret(sentinel, text);
  });

  it('tells an end of the token that is no date as unknown', async () => {
    const account = accountOf(keyOf(sentinel), hostsAt('https://auth.example'));
    for (const expiresAt of [1e300, NaN, -1e17]) {
      window.sessions.setSignedIn(account, {}, { obtainedAt: 0, expiresAt });
      assert.match(await report(), /^Session: signedIn, good, token ends unknown$/m);
    }
  });
});
