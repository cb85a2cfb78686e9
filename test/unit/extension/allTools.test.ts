import { strict as assert } from 'node:assert';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import sinon from 'sinon';
import type * as vscode from 'vscode';
import { makeAccount } from '../../../src/account/account';
import { ACCOUNT_METADATA_KEY } from '../../../src/account/accountMetadata';
import { CredentialStore } from '../../../src/account/credentialStore';
import { Transport } from '../../../src/api/transport/transport';
import { toolClasses, toolIdOf, toolNames as allNames, type ToolName } from '../../../src/toolNames';
import { MAX_ANSWER_BYTES } from '../../../src/ui/tools/answerText';
import { manifest } from '../project/files';
import { FakeMemento } from '../support/fakes/memento';
import { FakeSecrets } from '../support/fakes/secrets';
import { assertNoSecret, sentinel, spellings } from '../support/leaks';
import { until } from '../support/until';
import { useEditor, type EditorWith } from '../support/useEditor';
import { useSandbox } from '../support/useSandbox';
import { FakeUri } from './fakeUri';

type Activate = (context: vscode.ExtensionContext) => unknown;

const contributed = manifest.contributes.languageModelTools.map(({ name }) => name);
const toolNames = allNames.filter((name) => contributed.includes(toolIdOf(name)));

/** A tool that is asked and does not end fails its test long before mocha does. */
const PATIENCE_MS = 10_000;

describe('all tools for language models, as activate puts them together', () => {
  const editor = useEditor('extension') as EditorWith<{ activate: Activate }>;
  const used = useSandbox({ profiles: 3 });
  let tokens: vscode.CancellationTokenSource;

  beforeEach(async () => {
    const subscriptions: vscode.Disposable[] = [];
    editor.own({
      dispose: () => {
        for (const subscription of subscriptions.splice(0).reverse()) subscription.dispose();
      },
    });
    const { CancellationTokenSource } = editor.api as typeof vscode;
    tokens = new CancellationTokenSource();
    const secrets = new FakeSecrets();
    const globalState = new FakeMemento();
    const id = await storeKey(secrets);
    await globalState.update(ACCOUNT_METADATA_KEY, { [id]: { aiAccess: 'write' } });
    editor.module.activate({
      subscriptions,
      secrets,
      globalState,
      globalStorageUri: FakeUri.file(path.join(tmpdir(), 'appcircle-no-such-folder')),
      workspaceState: new FakeMemento(),
      extension: { packageJSON: { version: '1.2.3' }, extensionUri: FakeUri.file('/extension') },
    } as unknown as vscode.ExtensionContext);
    await until(() => editor.tools.size === toolNames.length, `${String(editor.tools.size)} tools`);
  });

  afterEach(() => {
    sinon.restore();
  });

  async function storeKey(secrets: FakeSecrets): Promise<string> {
    const { current: sandbox } = used;
    const owner = sandbox.accounts.find(({ kind }) => kind === 'personalAccessKey') ?? assert.fail();
    const { apiEndpoint: api, authEndpoint: auth } = sandbox.address;
    const { organizationId, sub: subject, email: userName } = owner;
    const kind = 'personalAccessKey';
    const account = makeAccount({
      kind,
      hosts: { api, auth, dashboard: api },
      organizationId,
      subject,
      userName,
    });
    await new CredentialStore(secrets).write({ account, credential: { kind, key: owner.secret } });
    return account.id;
  }

  /** Inputs that mean something to the sandbox. */
  async function inputs(): Promise<Record<ToolName, object>> {
    const { current: sandbox } = used;
    const [profile] = sandbox.profiles();
    const builds = sandbox.builds();
    const [buildProfile] = builds.profiles;
    const of = <T>(rows: ReadonlyMap<string, readonly T[]>) => rows.get(buildProfile?.id ?? '')?.[0];
    const branch = { profile: buildProfile?.id, branch: 'main' };
    const newest = await invoke('getBranchBuild', branch);
    const [, buildId] = /"buildId":"([^"]+)"/.exec(newest) ?? [];
    const [, commitId] = /"commitId":"([^"]+)"/.exec(newest) ?? [];
    return {
      findProfiles: {},
      getBranchBuild: branch,
      readBuildLog: { buildId, commitId },
      getVersion: { profile: profile?.id },
      findOperation: { query: 'profiles' },
      callReadOperation: { operation: 'GET /distribution/v2/profiles' },
      startBuild: {
        ...branch,
        workflow: of(builds.workflows)?.id,
        configuration: of(builds.configurations)?.item1?.id,
      },
      uploadVersion: { file: 'app.apk', profile: profile?.id },
    };
  }

  /** What came of a call without a chat: the text of the answer, or of the error. Fails where it does not end. */
  async function invoke(name: ToolName, input: unknown, token = tokens.token): Promise<string> {
    const tool = editor.tools.get(toolIdOf(name)) ?? assert.fail(`${name} is not registered`);
    return outcomeOf(name, tool, input, token);
  }

  it('R68, R69: are there with a class each, by the name that the manifest has', () => {
    assert.deepEqual(
      [...editor.tools.keys()].sort(),
      toolNames.map((name) => toolIdOf(name) as string).sort(),
    );
    assert.deepEqual(Object.keys(toolClasses).sort(), [...allNames].sort());
  });

  it('R69: those that write do nothing that was not agreed to, and say so', async () => {
    const wanted = await inputs();
    used.current.clearRequests();
    for (const name of toolNames) {
      const outcome = await invoke(name, wanted[name]);
      assert.ok(Buffer.byteLength(outcome) <= MAX_ANSWER_BYTES);
      if (name === 'startBuild') assert.match(outcome, /declined\. Nothing was done\./);
    }
    const writes = used.current.requests().filter(({ host, method }) => host === 'api' && method !== 'GET');
    assert.deepEqual(writes, []);
  });

  it('no answer has a secret that a server put anywhere, in any spelling, or a character that is not seen', async () => {
    const wanted = await inputs();
    const live = plantSecrets();
    for (const name of toolNames) {
      const outcome = await invoke(name, wanted[name]);
      assertNoSecret(sentinel, outcome);
      assert.ok(live.token.length > 50, 'nothing was planted');
      assertNoSecret(live.token, outcome);
      assert.doesNotMatch(outcome, /[\p{Bidi_Control}\u200b]/u);
      if (toolClasses[name] === 'read') assert.match(outcome, /^\{"at":"/, name);
    }
    assert.ok(live.planted > 50);
  });

  it('each answers nonsense in words or with JSON, and ends', async () => {
    const field = fc.constantFrom(
      'text',
      'modules',
      'profile',
      'branch',
      'buildId',
      'commitId',
      'step',
      'query',
      'operation',
      'values',
      'filter',
      'file',
      'version',
    );
    const nonsense = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.dictionary(field, fc.jsonValue({ maxDepth: 2 })),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...toolNames), nonsense, async (name, input) => {
        const outcome = await invoke(name, input);
        assert.ok(Buffer.byteLength(outcome) <= MAX_ANSWER_BYTES);
        assert.match(outcome, /^(\{"at":.*\}|.*[a-z].*[.!?"…)])$/s, outcome);
      }),
      { numRuns: 40 },
    );
  });

  it('each is cancelled, forbidden, offline and signed out in words', async () => {
    const wanted = await inputs();
    const { current: sandbox } = used;
    const each = async (expected: RegExp) => {
      for (const name of toolNames.filter((one) => one !== 'findOperation' && one !== 'uploadVersion')) {
        assert.match(await invoke(name, wanted[name]), expected, name);
      }
    };
    sandbox.arm({ kind: 'respond', status: 403, path: '/' });
    await each(/permission|Only owners/);
    sandbox.faults.clear();
    await sandbox.down();
    await each(/cannot be reached|connection|reach|respond/i);
    tokens.cancel();
    await each(/^Canceled$/);
    const known = new Map(editor.tools);
    await sandbox.up();
    editor.answers = ({ buttons }) => buttons[0];
    await editor.commands.get('appcircle.signOut')?.();
    for (const [name, tool] of known) {
      const { CancellationTokenSource } = editor.api as typeof vscode;
      const outcome = await outcomeOf(name, tool, {}, new CancellationTokenSource().token);
      assert.match(outcome, /Appcircle: Sign In|Appcircle: Set AI Access/);
    }
  });
});

async function outcomeOf(
  name: string,
  tool: vscode.LanguageModelTool<unknown>,
  input: unknown,
  token: vscode.CancellationToken,
): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new assert.AssertionError({ message: `${name} does not end` }));
    }, PATIENCE_MS);
  });
  const work = async () => {
    await tool.prepareInvocation?.({ input }, token);
    const result = await tool.invoke({ input, toolInvocationToken: undefined }, token);
    return (result?.content as [vscode.LanguageModelTextPart])[0].value;
  };
  try {
    return await Promise.race([work(), late]);
  } catch (error) {
    if (error instanceof assert.AssertionError || !(error instanceof Error)) throw error;
    return error.message || error.name;
  } finally {
    clearTimeout(timer);
  }
}

/** From here on each text of a server has a secret in it: the token that is lent right now, or one by shape and name. */
function plantSecrets(): { token: string; planted: number } {
  const live = { token: '', planted: 0 };
  const secret = () => {
    const named = [`password=${sentinel}`, `Authorization: Bearer ${sentinel}`, `{"apiKey":"${sentinel}"}`];
    const all = [...spellings(live.token), ...named];
    return ` \u202e${all[live.planted++ % all.length] ?? ''} \u200b`;
  };
  const plant = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') {
      return /id$|ids$|date|time|url|hash|platform|status|type|version$/i.test(key) || value === 'main'
        ? value
        : value + secret();
    }
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => plant(item, key));
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plant(item, name)]));
  };
  const send = Reflect.get(Transport.prototype, 'send');
  const sendHttp = Reflect.get(Transport.prototype, 'sendHttp');
  sinon.replace(Transport.prototype, 'send', async function (this: Transport, request) {
    live.token = request.bearer ?? live.token;
    const response = await send.call(this, request);
    return { ...response, body: plant(response.body) };
  });
  sinon.replace(Transport.prototype, 'sendHttp', async function (this: Transport, request) {
    live.token = request.bearer ?? live.token;
    const response = await sendHttp.call(this, request);
    const text = Buffer.from(response.body).toString();
    const body = /^\s*[[{]/.test(text)
      ? JSON.stringify(plant(JSON.parse(text)))
      : text.replace(/$/gm, secret);
    return { ...response, body: Buffer.from(body) };
  });
  return live;
}
