import { strict as assert } from 'node:assert';
import { makeAccount, type AccountIdentity } from '../../../../src/account/account';
import { AccountMetadataStore } from '../../../../src/account/accountMetadata';
import { SessionStore } from '../../../../src/account/sessionStore';
import type * as AiTools from '../../../../src/features/aiTools/aiTools';
import type { AiToolsDeps } from '../../../../src/features/aiTools/aiTools';
import { RecordingLog } from '../../support/fakes/log';
import { FakeMemento } from '../../support/fakes/memento';
import { settled } from '../../support/until';
import { useEditor, type EditorWith } from '../../support/useEditor';
import { addFakeTools } from './toolsFixture';

const api = 'https://api.example';
const known: AccountIdentity = {
  kind: 'personalAccessKey',
  hosts: { api, auth: 'https://auth.example', dashboard: api, mcp: 'https://mcp.example' },
  organizationId: 'org',
  subject: 'sub',
  userName: 'deniz',
};

describe('Set AI Access', () => {
  const editor = useEditor('features/aiTools/aiTools') as EditorWith<typeof AiTools>;
  let sessions: SessionStore;
  let metadata: AccountMetadataStore;
  let memento: FakeMemento;
  let set: () => Promise<unknown>;

  beforeEach(() => {
    sessions = new SessionStore();
    memento = new FakeMemento();
    metadata = new AccountMetadataStore(memento);
    register();
  });

  function register(): void {
    const tools: AiToolsDeps['tools'] = new Map();
    const command: AiToolsDeps['command'] = (_id, handler) => {
      set = () => Promise.resolve(handler());
      return { dispose: () => undefined };
    };
    const unused = {} as Pick<AiToolsDeps, 'tokens' | 'clientFor'>;
    const deps = { ...unused, command, sessions, metadata, tools, log: new RecordingLog(), version: '1' };
    editor.own(editor.module.registerAiTools(deps));
    addFakeTools(tools, [], editor);
  }

  const signIn = (change: Partial<AccountIdentity> = {}) => {
    const account = makeAccount({ ...known, ...change });
    sessions.setSignedIn(account, { organizationName: 'Harbor Labs' });
    return account;
  };
  const level = () => metadata.of(sessions.account?.credentialId ?? '').aiAccess;
  const key = () => editor.context('appcircle.aiAccess').at(-1);
  const choose = async (label: string) => {
    editor.choose(label);
    await set();
    await settled();
  };

  it('offers four levels, the present one marked, and says what each can do and what is sent where', async () => {
    signIn();
    await set();
    const [{ rows, options } = assert.fail()] = editor.lists;
    assert.equal(options.title, 'AI Access for Harbor Labs');
    assert.deepEqual(
      rows.map(({ label, description = '' }) => `${label}: ${description}`),
      ['None: Current', 'Local Read-Only Tools: ', 'Local Tools with Writing: ', 'Appcircle MCP Server: '],
    );
    assert.match(rows[1]?.detail ?? '', /goes to your AI model's provider\.$/);
    assert.match(rows[2]?.detail ?? '', /You confirm each one first\.$/);
    assert.match(rows[3]?.detail ?? '', /whatever you can\. Your access token is sent to mcp\.example\.$/);
    assert.equal(level(), undefined);
  });

  it('gives reading at once, asks before writing, and takes back at once', async () => {
    signIn();
    assert.deepEqual([key(), editor.tools.size], ['none', 0]);
    await choose('Local Read-Only Tools');
    assert.deepEqual([level(), key(), editor.tools.size], ['read', 'read', 6]);
    assert.match(editor.messages[0] ?? '', /^AI agents can read with Harbor Labs\. .*Configure Tools/);
    await choose('Local Tools with Writing');
    assert.deepEqual(
      [level(), editor.messages.at(-1)],
      ['read', 'Allow AI agents to write with Harbor Labs?'],
    );
    editor.presses = 'Allow Writing';
    await choose('Local Tools with Writing');
    assert.deepEqual([level(), key(), editor.tools.size], ['write', 'write', 8]);
    await choose('None');
    assert.deepEqual([level(), key(), editor.tools.size], [undefined, 'none', 0]);
    assert.equal(editor.messages.at(-1), 'AI access is off for Harbor Labs.');
  });

  it('hides the tools while nobody is signed in, and from another account', async () => {
    const mine = signIn();
    await choose('Local Read-Only Tools');
    signIn({ organizationId: 'other' });
    await settled();
    assert.deepEqual([key(), editor.tools.size], ['none', 0]);
    sessions.setSignedIn(mine);
    await settled();
    assert.deepEqual([key(), editor.tools.size], ['read', 6]);
    sessions.setSignedOut();
    await settled();
    assert.deepEqual([key(), editor.tools.size], ['none', 0]);
  });

  it('R12: follows what another window set at the next focus', async () => {
    const { credentialId } = signIn();
    await new AccountMetadataStore(memento).set(credentialId, { aiAccess: 'read' });
    editor.windowState.fire({ focused: true });
    await settled();
    assert.deepEqual([key(), editor.tools.size], ['read', 6]);
    await new AccountMetadataStore(memento).set(credentialId, { aiAccess: undefined });
    editor.windowState.fire({ focused: true });
    await settled();
    assert.deepEqual([key(), editor.tools.size], ['none', 0]);
  });

  it('gives local tools also to a token from the environment, which goes to the API alone, and no MCP server', async () => {
    signIn({ kind: 'environment' });
    await choose('Local Read-Only Tools');
    assert.equal(level(), 'read');
    await choose('Appcircle MCP Server');
    assert.match(
      editor.messages.at(-1) ?? '',
      /^The MCP server cannot use an access token from the environment/,
    );
    assert.equal(level(), 'read');
  });

  it('says what this editor cannot do, and loses that alone', async () => {
    editor.mcpServers = 'unknown';
    signIn();
    await choose('Local Read-Only Tools');
    assert.deepEqual(editor.messages, ['This version of VS Code does not support language model tools.']);
    assert.equal(level(), undefined);
  });

  it('T5: leaves all as it is on Esc, and asks to sign in first', async () => {
    sessions.setSignedOut();
    await set();
    assert.deepEqual(editor.executed.at(-1), ['appcircle.signIn', 'forCommand']);
    signIn();
    await set();
    assert.deepEqual([level(), editor.messages], [undefined, []]);
  });
});
