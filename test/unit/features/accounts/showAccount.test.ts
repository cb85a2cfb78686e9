import { strict as assert } from 'node:assert';
import type { AccountMetadata } from '../../../../src/account/accountMetadata';
import { makeAccount, type AccountIdentity, type AccountNames } from '../../../../src/account/account';
import type { Health } from '../../../../src/account/sessionStore';
import { SessionStore } from '../../../../src/account/sessionStore';
import { Failure } from '../../../../src/api/failure';
import type * as ShowAccount from '../../../../src/features/accounts/showAccount';
import { useEditor, type EditorWith } from '../../support/useEditor';

const hosts = { api: 'https://api.example', auth: 'https://auth.example', dashboard: 'https://my.example' };
const known: AccountIdentity = {
  kind: 'personalAccessKey',
  hosts,
  organizationId: '3da06279-1107-429e-af32-4f8fd2b30490',
  subject: 'bc2e188b-318c-44e9-a776-8fbfe4033ca5',
  userName: 'deniz@people.example',
};

describe('Show Account', () => {
  const editor = useEditor('features/accounts/showAccount', { answersPicks: true }) as EditorWith<
    typeof ShowAccount
  >;
  let sessions: SessionStore;
  let notes: AccountMetadata;

  beforeEach(() => {
    notes = {};
    sessions = new SessionStore();
    editor.chooses = () => undefined;
  });

  /** What its rows say, by label. */
  async function show(): Promise<Record<string, string | undefined>> {
    const accounts = { persistence: () => 'kept', stored: { damaged: 0 } };
    const metadata = { of: () => ({ keyExpiresAt: Date.UTC(2027, 0, 15), ...notes }) };
    const deps = { sessions, accounts, metadata };
    await editor.module.showAccount(deps as unknown as ShowAccount.ShowAccountDeps);
    const rows = editor.lists.at(-1)?.rows ?? [];
    return Object.fromEntries(rows.map(({ label, description }) => [label, description]));
  }

  async function showFor(identity: AccountIdentity, names: AccountNames = {}) {
    const account = makeAccount(identity);
    sessions.setSignedIn(account, names);
    return show();
  }

  it('says whose the key is, by name', async () => {
    const rows = await showFor(known, { organizationName: 'Harbor Labs' });
    assert.deepEqual([rows['Organization'], rows['User']], ['Harbor Labs', 'deniz@people.example']);
    assert.ok(!('Belongs to' in rows));
  });

  it('shows no id while the name of the organization is not known', async () => {
    const rows = await showFor(known);
    assert.equal(rows['Organization'], 'Name unknown');
    assert.ok(!JSON.stringify(rows).includes(known.organizationId));
  });

  it('says that nobody told who the key belongs to', async () => {
    const rows = await showFor({ ...known, organizationId: '', subject: '', distinct: 'x' });
    assert.equal(rows['Belongs to'], 'Unknown. The server did not report who owns this key.');
    assert.ok(!('Organization' in rows));
  });

  it('signs in first where nobody is, and goes on', async () => {
    sessions.setSignedOut();
    editor.executes = (command) => {
      if (command === 'appcircle.signIn')
        sessions.setSignedIn(makeAccount(known), { organizationName: 'Harbor' });
    };
    assert.equal((await show())['Organization'], 'Harbor');
  });

  it('T5: ends silently when the sign-in was closed', async () => {
    sessions.setSignedOut();
    assert.deepEqual(await show(), {});
    assert.deepEqual([editor.picks, editor.messages], [[], []]);
  });

  /** Chooses these rows, one list after the other, and then nothing. */
  const choose = (...labels: string[]) => {
    editor.chooses = (rows) => {
      const label = labels.shift();
      return rows.find((row) => row.label === label);
    };
  };
  const labelsOf = (nth: number) => editor.picks[nth]?.labels ?? [];
  const becomes = (health: Health) => {
    const account = sessions.account ?? assert.fail('nobody');
    sessions.setHealth(account, health);
  };

  it('begins with a header of facts and has the focus on the first row that does something; the rest is behind More', async () => {
    await showFor({ ...known, hosts: { ...hosts, api: 'https://api.appcircle.io' } });
    assert.deepEqual(labelsOf(0), [
      '[Account]',
      'Organization',
      'User',
      'Session',
      '[Actions]',
      'Switch Account',
      'Open Dashboard',
      'Organization…',
      'Copy Access Token',
      'Open Terminal with Access Token',
      'Sign Out',
      'More…',
    ]);
  });

  it('has the focus on what helps, where something is wrong, and says what is', async () => {
    const focused: (string | undefined)[] = [];
    editor.chooses = () => {
      focused.push(editor.picks.at(-1)?.activeItems[0]?.label);
      return undefined;
    };
    await showFor(known);
    becomes({ kind: 'needsAttention', failure: new Failure('rejectedCredential', { host: 'auth.example' }) });
    await show();
    becomes({ kind: 'offline', failure: new Failure('offline', { host: 'api.example' }) });
    await show();
    assert.deepEqual(focused, ['Switch Account', 'Replace Key', 'Try Again']);
    const session = editor.picks.at(-1)?.items.find(({ label }) => label === 'Session');
    assert.match(session?.detail ?? '', /api\.example/);
  });

  it('shows a server that is not the cloud at once, the cloud behind More', async () => {
    assert.equal((await showFor(known))['Server'], 'api.example');
    choose('More…');
    const rows = await showFor({ ...known, hosts: { ...hosts, api: 'https://api.appcircle.io' } });
    assert.equal(rows['Server'], 'api.appcircle.io');
  });

  it('R71: has the level of AI access at once, none of it behind More, and that an MCP server did not start', async () => {
    const shown: (string | undefined)[] = [];
    for (notes of [
      {},
      { aiAccess: 'read' },
      { aiAccess: 'mcp' },
      { aiAccess: 'mcp', mcpFailedAt: 1e12 },
    ] as const) {
      if (!('aiAccess' in notes)) {
        choose('More…');
      }
      shown.push((await showFor(known))['AI access']);
    }
    const failed = shown.pop();
    assert.deepEqual(shown, ['None', 'Local Read-Only Tools', 'Appcircle MCP Server']);
    assert.match(failed ?? '', /^Appcircle MCP Server\. It did not start on .*2001.*\. See Show Log\.$/);
  });

  it('behind More are the other facts and what is rarely wanted, and a way back', async () => {
    choose('More…');
    await showFor(known);
    assert.deepEqual(labelsOf(1), [
      '[Details]',
      'Signed in with',
      'Stored in',
      'Key expires',
      'AI access',
      '[Actions]',
      'Replace Key',
      'Set Key Expiry Reminder',
      'Rename Account',
      'Set AI Access',
      'Show Token Claims',
      'Show Log',
      'Copy Diagnostics',
      'Remove All Data',
    ]);
    const [, more] = editor.picks;
    assert.deepEqual(
      more?.buttons.map(({ tooltip }) => tooltip),
      ['Back'],
    );
    editor.chooses = (rows) => {
      const pick = editor.picks.at(-1);
      if (pick?.title === 'Appcircle: Account' && editor.picks.length === 3) {
        return rows.find(({ label }) => label === 'More…');
      }
      pick?.pressTitle('Back');
      return undefined;
    };
    await show();
    assert.deepEqual(
      editor.picks.slice(2).map(({ title }) => title),
      ['Appcircle: Account', 'Appcircle: Account Details', 'Appcircle: Account'],
    );
  });

  it('copies a fact by its row, or by a button that leaves the list open, and says so in passing', async () => {
    editor.chooses = (rows) => {
      editor.picks.at(-1)?.pressButton('User');
      assert.equal(editor.picks.at(-1)?.visible, true);
      return rows.find(({ label }) => label === 'Organization');
    };
    await showFor(known, { organizationName: 'Harbor $(eye) Labs' });
    assert.deepEqual(editor.copied, ['deniz@people.example', 'Harbor $(eye) Labs']);
    assert.deepEqual(editor.statusBar, ['User copied', 'Organization copied']);
    assert.deepEqual(editor.executed, []);
  });

  it('runs what is chosen', async () => {
    choose('Open Dashboard');
    await showFor(known);
    assert.deepEqual(editor.executed, [['appcircle.openDashboard']]);
  });
});
