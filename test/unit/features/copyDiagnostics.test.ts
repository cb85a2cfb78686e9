import { strict as assert } from 'node:assert';
import { RecentFailures } from '../../../src/api/recentFailures';
import type * as Diagnostics from '../../../src/features/accounts/copyDiagnostics';
import { WindowFixture } from '../account/accountFixture';
import { assertNoSecret, sentinel } from '../support/leaks';
import { withVscode, type Loaded } from '../support/withVscode';

describe('Copy Diagnostics', () => {
  let loaded: Loaded<typeof Diagnostics>;
  let window: WindowFixture;
  beforeEach(() => {
    loaded = withVscode('features/accounts/copyDiagnostics') as Loaded<typeof Diagnostics>;
    window = new WindowFixture();
  });
  afterEach(() => {
    window.dispose();
    loaded.leave();
  });

  async function report(): Promise<string> {
    let copied = '';
    const writeText = (text: string) => {
      copied = text;
      return Promise.resolve();
    };
    Object.assign(loaded.editor.env, { clipboard: { writeText } });
    const { accounts, sessions, redactor } = window;
    const failures = new RecentFailures();
    await loaded.module.copyDiagnostics({ accounts, sessions, redactor, failures, version: '1.2.3' });
    return copied;
  }

  it('R5: tells that a proxy is set, and nothing of its address, which may hold a password', async () => {
    assert.match(await report(), /^http\.proxy: not set$/m);
    loaded.editor.configured.set('http.proxy', `http://ada:${sentinel}@proxy.example:8080`);
    const text = await report();
    assert.match(text, /^http\.proxy: set$/m);
    assert.doesNotMatch(text, /proxy\.example/);
    assertNoSecret(sentinel, text);
  });
});
