import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import { ACCOUNT_METADATA_KEY, AccountMetadataStore } from '../../../../../src/account/accountMetadata';
import type { Hosts } from '../../../../../src/account/account';
import { redactingLog } from '../../../../../src/support/log';
import type { CommandId } from '../../../../../src/contributions';
import type * as AiTools from '../../../../../src/features/aiTools/aiTools';
import type { Sandbox } from '../../../../sandbox/sandbox';
import { exchanges, hostsOf, keyOf, WindowFixture } from '../../../account/accountFixture';
import { assertNoSecret } from '../../../support/leaks';
import { settled, until } from '../../../support/until';
import { untilRefused } from '../../../support/untilRefused';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { useSandbox } from '../../../support/useSandbox';

type Provider = Required<vscode.McpServerDefinitionProvider<vscode.McpHttpServerDefinition>>;

const none = {} as vscode.CancellationToken;

describe("Appcircle's MCP server", () => {
  const editor = useEditor('features/aiTools/aiTools') as EditorWith<typeof AiTools>;
  const used = useSandbox({ profiles: 2 });
  let sandbox: Sandbox;
  let window: WindowFixture;
  let metadata: AccountMetadataStore;
  let registered: vscode.Disposable;
  let toggle: () => Promise<unknown>;

  beforeEach(() => {
    sandbox = used.current;
    editor.answers = ({ modal, buttons }) => (modal ? buttons[0] : undefined);
    editor.choose('Appcircle MCP Server');
    window = editor.own(new WindowFixture());
    metadata = new AccountMetadataStore(window.memento);
    register();
  });

  function register(): void {
    const { sessions, tokens, log, redactor, clientFor } = window;
    const command = (_id: CommandId, handler: (argument?: unknown) => unknown) => {
      toggle = () => Promise.resolve().then(() => handler());
      return { dispose: () => undefined };
    };
    const shared = { command, sessions, tokens, metadata, clientFor, tools: new Map() };
    const deps = { ...shared, log: redactingLog(log, redactor), version: '1.2.3' };
    registered = editor.own(editor.module.registerAiTools(deps));
  }

  async function signedIn(hosts: Partial<Hosts> = { mcp: sandbox.mcpEndpoint }): Promise<void> {
    const all = { ...hostsOf(sandbox), ...hosts };
    await window.accounts.signIn(keyOf(sandbox.personalAccessKey), all, new AbortController().signal);
    await until(() => {
      const session = window.sessions.current;
      return session.kind === 'signedIn' && session.names.organizationName !== undefined;
    }, 'the name');
    sandbox.clearRequests();
  }

  async function turnedOn(): Promise<vscode.McpHttpServerDefinition> {
    await signedIn();
    await toggle();
    sandbox.clearRequests();
    const [definition] = await provided();
    return definition ?? assert.fail('nothing is offered');
  }

  const provider = () => editor.mcpProviders.get('appcircle.mcp') as Provider;
  const provided = async () => (await provider().provideMcpServerDefinitions(none)) ?? [];
  const resolve = async (definition: vscode.McpHttpServerDefinition) =>
    provider().resolveMcpServerDefinition(definition, none);
  const toMcp = () => sandbox.requests().filter(({ host }) => host === 'mcp');

  it('R68: is off until the user turns it on, who is told before how many tools it has', async () => {
    await signedIn();
    assert.deepEqual(await provided(), []);
    assert.deepEqual([editor.messages, toMcp()], [[], []]);
    let fired = 0;
    provider().onDidChangeMcpServerDefinitions(() => fired++);
    await toggle();
    assert.equal(fired, 1);
    assert.deepEqual(editor.messages, [
      'Let AI agents use the Appcircle MCP server with Harbor Labs?',
      'Turn on the Appcircle MCP server for Harbor Labs?',
      'AI agents can use the Appcircle MCP server with Harbor Labs. To select its tools, use Configure Tools in the Chat view.',
    ]);
    const [first = '', second = ''] = editor.details;
    assert.match(first, /Your access token is sent to 127\.0\.0\.1:\d+: now, to count its tools/);
    assert.match(first, /no read-only mode\. For reading only, .* API key that has the Viewer role/);
    assert.match(second, /^127\.0\.0\.1:\d+ has 3 tools\.\n\nVS Code sends an AI model at most 128 tools/);
    const [definition] = await provided();
    assert.equal(definition?.label, 'Appcircle: Harbor Labs');
    assert.equal(definition.uri.toString(), `${sandbox.mcpEndpoint}/`);
    assert.equal(definition.version, '1.2.3');
    assert.deepEqual(definition.headers, {});
    assert.equal(toMcp().length, 3);
  });

  it('R68: says so where the number of tools cannot be known', async () => {
    await signedIn();
    sandbox.arm({ kind: 'respond', status: 403, host: 'mcp' });
    await toggle();
    assert.match(editor.details[1] ?? '', /^127\S+ did not report how many tools it has\. .* Show Log\.\n/);
    sandbox.arm({ kind: 'respond', status: 500, host: 'mcp', after: 2 });
    assert.equal(metadata.of(window.account.id).aiAccess, 'mcp');
  });

  it('R5: no token goes there before a yes, and a no to the number leaves it off', async () => {
    await signedIn();
    editor.answers = undefined;
    await toggle();
    assert.deepEqual([editor.messages.length, toMcp()], [1, []]);
    editor.answers = ({ buttons }) => buttons.find((label) => label === 'Continue');
    await toggle();
    assert.equal(toMcp().length, 3);
    assert.equal(metadata.of(window.account.id).aiAccess, undefined);
    editor.begun = (progress) => {
      progress.cancel();
    };
    editor.messages.length = 0;
    await toggle();
    assert.equal(editor.messages.length, 1);
  });

  it('is turned off at once, without a question', async () => {
    await turnedOn();
    editor.messages.length = 0;
    editor.choose('None');
    await toggle();
    assert.deepEqual(editor.messages, ['AI access is off for Harbor Labs.']);
    assert.deepEqual(await provided(), []);
    assert.equal(metadata.of(window.account.id).aiAccess, undefined);
  });

  it('R5: the token is in what the start of the server gets, and in nothing else', async () => {
    const definition = await turnedOn();
    const started = await resolve(definition);
    const { value } = await window.tokens.token(window.account);
    assert.deepEqual(started?.headers, { Authorization: `Bearer ${value}` });
    assert.notEqual(started, definition);
    assertNoSecret(value, definition, await provided(), window.memento.text);
    assertNoSecret(value, editor.messages, editor.executed);
    assertNoSecret(value, window.log.lines);
    assert.ok(window.log.lines.some((line) => /MCP server 127\.0\.0\.1:\d+: accepted the token/.test(line)));
    assert.deepEqual(window.memento.get(ACCOUNT_METADATA_KEY), {
      [window.account.id]: { organizationName: 'Harbor Labs', aiAccess: 'mcp' },
    });
    assert.deepEqual(
      toMcp().map(({ method, path, status }) => `${method} ${path} ${String(status)}`),
      ['POST / 200'],
    );
  });

  it('R14, R71: a token that the server dropped is renewed once, and a refused key is not asked with again', async () => {
    const definition = await turnedOn();
    sandbox.expireTokens();
    const started = await resolve(definition);
    const { value } = await window.tokens.token(window.account);
    assert.deepEqual(started?.headers, { Authorization: `Bearer ${value}` });
    assert.equal(exchanges(sandbox).length, 1);
    sandbox.clearRequests();
    sandbox.revokeKeys();
    for (let times = 0; times < 3; times++) {
      assert.equal(await resolve(definition), undefined);
    }
    assert.equal(exchanges(sandbox).length, 1);
    assert.equal(window.health, 'needsAttention');
    assert.equal(editor.messages.length, 3);
  });

  it('R15, R71: ask nothing and start nothing where the server does not take the token', async () => {
    const definition = await turnedOn();
    for (const status of [401, 403]) {
      sandbox.arm({ kind: 'respond', status, host: 'mcp' });
      assert.equal(await resolve(definition), undefined);
      sandbox.faults.clear();
    }
    assert.equal(window.health, 'good');
    const failedAt = () => metadata.of(window.account.id).mcpFailedAt;
    assert.ok((failedAt() ?? 0) > Date.now() - 60_000);
    assert.ok(await resolve(definition));
    assert.equal(failedAt(), undefined);
    sandbox.arm({ kind: 'redirect', location: sandbox.apiEndpoint, status: 307, host: 'mcp' });
    assert.equal(await resolve(definition), undefined);
    await sandbox.down();
    assert.equal(await resolve(definition), undefined);
    await untilRefused(sandbox.authEndpoint);
    window.tokens.forget(window.account.id);
    assert.equal(await resolve(definition), undefined);
    assert.equal(window.health, 'offline');
    assert.equal(editor.messages.length, 3);
    const said = window.log.lines.flatMap((line) => /MCP server 127\S+ (.*)/.exec(line)?.[1] ?? []).slice(1);
    assert.deepEqual(
      said.map((line) => line.replace(/127\S+/, '…')),
      [
        'rejected the token (401)',
        'rejected the token (401)',
        'rejected the token (403)',
        'accepted the token',
        'not started because it redirects to another host',
        'not started because it does not respond',
        'offline … ECONNREFUSED, so it is not started',
      ],
    );
  });

  it('start nothing that is not offered now', async () => {
    const definition = await turnedOn();
    const forged = (change: object) =>
      Object.assign(Object.create(definition) as vscode.McpHttpServerDefinition, change);
    assert.equal(await resolve(forged({ label: 'Appcircle: Other' })), undefined);
    assert.equal(await resolve(forged({ uri: new URL('https://evil.example') })), undefined);
    await window.accounts.signOut(window.account);
    assert.deepEqual(await provided(), []);
    assert.equal(await resolve(definition), undefined);
    assert.deepEqual(toMcp(), []);
  });

  it('R3: are off again after signing out and in', async () => {
    await turnedOn();
    await window.accounts.signOut(window.account);
    await signedIn();
    assert.deepEqual(await provided(), []);
  });

  it('R12: turned off in another window, end here at the next focus', async () => {
    await turnedOn();
    let fired = 0;
    provider().onDidChangeMcpServerDefinitions(() => fired++);
    await new AccountMetadataStore(window.memento).set(window.account.id, { aiAccess: undefined });
    assert.deepEqual(await provided(), []);
    editor.windowState.fire({ focused: true });
    assert.equal(fired, 1);
  });

  it('a control character in the name of an organization is seen, not obeyed', async () => {
    await signedIn();
    await metadata.set(window.account.id, { label: 'Harbor\u202Esbal' });
    window.sessions.setNames(window.account, { label: 'Harbor\u202Esbal' });
    await toggle();
    assert.equal((await provided())[0]?.label, 'Appcircle: Harbor‹U+202E›sbal');
  });

  it('say why they cannot be turned on', async () => {
    await window.accounts.reload();
    await toggle();
    assert.deepEqual(editor.executed.at(-1), ['appcircle.signIn', 'forCommand']);
    await signedIn({});
    await toggle();
    assert.match(editor.messages.at(-1) ?? '', /^This account has no MCP server/);
    registered.dispose();
    editor.mcpServers = 'unknown';
    register();
    await toggle();
    assert.match(editor.messages.at(-1) ?? '', /^This version of VS Code does not support MCP servers/);
    assert.equal(metadata.of(window.account.id).aiAccess, undefined);
  });

  it('are left out, alone, where the editor refuses the provider', async () => {
    registered.dispose();
    editor.mcpServers = 'refused';
    register();
    await settled();
    assert.ok(window.log.lines.some((line) => line.startsWith('warn MCP servers cannot be offered')));
    assert.equal(editor.mcpProviders.size, 0);
  });
});
