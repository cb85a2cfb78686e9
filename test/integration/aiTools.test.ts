import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../vscode/until';
import { Elsewhere } from './support/elsewhere';
import { HeldTimers } from './support/heldTimers';
import { callMcpTool, isCallable, mcpRequests, mcpTool, pressStart, start, tryToStart } from './support/mcp';
import { UserFixture, signIn, signOutOfAll } from './support/userFixture';
import { asUsual, control, forgetRequests, requests, sandbox } from './support/sandbox';

const label = 'Appcircle: Harbor Labs';

interface Profiles {
  data: { name: string }[];
  meta: { total: number };
}

/** How long the offer of a server is withdrawn, in milliseconds: nothing else in the window pauses so long. */
const WITHDRAWN = 3000;

describe('AI access', () => {
  let user: UserFixture;
  let elsewhere: Elsewhere;

  before(async function () {
    const commands = await vscode.commands.getCommands(true);
    if (!commands.includes('workbench.mcp.startServer')) {
      // An editor that has no MCP servers, or none that a test can start.
      this.skip();
    }
    elsewhere = await Elsewhere.start();
  });

  after(() => {
    elsewhere.stop();
  });

  beforeEach(async () => {
    user = new UserFixture();
    await asUsual();
    await forgetRequests();
    await signIn(user, sandbox.personalAccessKey);
    for (const path of ['/organizations/', 'v2/profiles 200']) {
      await until(path, async () => (await requests()).some((line) => line.includes(path)));
    }
    elsewhere.seen.length = 0;
    await forgetRequests();
  });

  afterEach(async () => {
    await asUsual();
    await signOutOfAll(user);
    user.leave();
  });

  const setAccess = async (level: string): Promise<void> => {
    user.chooses = (labels) => labels.find((label) => label === level);
    await vscode.commands.executeCommand('appcircle.toggleAiTools');
    user.chooses = undefined;
  };
  const turnOn = async (): Promise<void> => {
    user.presses = ['Continue', 'Turn On'];
    await setAccess('Appcircle MCP Server');
    user.messages.length = 0;
    await forgetRequests();
  };
  /** The editor takes a moment to end a server that is not offered any more. */
  const untilEnded = () =>
    until('the end of the tools', async () => {
      await forgetRequests();
      const called = mcpTool('get_testing_groups') !== undefined && (await isCallable('get_testing_groups'));
      return !called && (await mcpRequests()).length === 0;
    });
  /** Then nothing brings it back. */
  const assertEnded = async (): Promise<void> => {
    await untilEnded();
    await pressStart(label);
    assert.deepEqual(await mcpRequests(), []);
  };
  const profiles = () => callMcpTool('get_distribution_profiles', { size: 3 }) as Promise<Profiles>;

  it('R68, R73: a local tool answers through the session, is there while it is allowed, and is refused afterwards', async () => {
    const find = async (input: object) => {
      const options = { input, toolInvocationToken: undefined };
      const { content } = await vscode.lm.invokeTool('appcircle_findProfiles', options);
      const [part] = content as [vscode.LanguageModelTextPart];
      return JSON.parse(part.value) as { account: object; profiles: { items: { name: object }[] } };
    };
    // The editor lists what package.json has, wherever it is hidden: whether it answers tells.
    const answers = () =>
      find({ modules: ['distribution'] }).then(
        () => true,
        () => false,
      );
    assert.equal(await answers(), false);
    await setAccess('Local Read-Only Tools');
    await until('the tool', answers);
    const { account, profiles } = await find({ modules: ['distribution'] });
    assert.deepEqual(account, { text: 'Harbor Labs' });
    assert.ok(profiles.items.length > 5);
    assert.deepEqual(
      profiles.items.map(({ name }) => typeof (name as { text?: unknown }).text),
      profiles.items.map(() => 'string'),
    );
    assert.doesNotMatch(JSON.stringify(profiles), /[\u202a-\u202e\u2066-\u2069]/);
    assert.deepEqual(await mcpRequests(), []);
    await setAccess('None');
    assert.equal(await answers(), false);
  });

  it('R30: off by default, nothing is asked of the MCP server', async () => {
    await vscode.commands.executeCommand('appcircle.refresh');
    assert.equal(mcpTool('get_testing_groups'), undefined);
    assert.deepEqual(await mcpRequests(), []);
  });

  it('turned on, the server can be started, its tools appear, and a tool answers with the rows of the organization', async () => {
    await turnOn();
    await start(label);
    const { data, meta } = await profiles();
    assert.equal(data.length, 3);
    assert.equal(meta.total, 40);
    const asked = await mcpRequests();
    assert.ok(asked.length >= 4);
    assert.ok(asked.every(({ authorization }) => authorization?.state === 'valid'));
    assert.deepEqual(user.messages, []);
  });

  it('R14: with its token dropped at the server, it starts with another, after one renewal', async () => {
    await turnOn();
    await control('expire-tokens', {});
    await start(label);
    assert.equal((await profiles()).meta.total, 40);
    const all = await requests();
    assert.equal(all.filter((line) => line.startsWith('POST /auth/')).length, 1);
    const refused = (await mcpRequests()).filter(({ status }) => status === 401);
    assert.equal(refused.length, 1);
  });

  it('R14: while it runs, a renewed token reaches it with the next use of a tool', async () => {
    await turnOn();
    await start(label);
    const pause = new HeldTimers(WITHDRAWN);
    try {
      await control('faults', { kind: 'respond', status: 401, path: '/distribution/v2/profiles', times: 1 });
      await vscode.commands.executeCommand('appcircle.refresh');
      await untilEnded();
      await control('expire-tokens', { butNewest: true });
    } finally {
      pause.leave();
    }
    await forgetRequests();
    // Which tools there are is told the host a moment later.
    const { meta } = await until('the tool', profiles);
    assert.equal(meta.total, 40);
    assert.ok((await mcpRequests()).every(({ authorization }) => authorization?.state === 'valid'));
    assert.deepEqual(user.messages, []);
  });

  it('R15: a server that refuses the token is not started, and nobody looks for a way to sign in', async () => {
    const headers = { 'www-authenticate': `Bearer resource_metadata="${elsewhere.origin}/meta"` };
    await turnOn();
    await control('faults', { kind: 'respond', status: 401, host: 'mcp', headers });
    await tryToStart(label);
    // The token, and the one that it was replaced by.
    await until('both', async () => (await mcpRequests()).length > 1);
    const asked = await mcpRequests();
    assert.deepEqual(
      asked.map(({ method, path }) => `${method} ${path}`),
      ['POST /', 'POST /'],
    );
    assert.deepEqual(elsewhere.seen, []);
    assert.deepEqual(user.messages, []);
  });

  for (const [what, fault] of [
    ['a redirect', (origin: string) => ({ kind: 'redirect', status: 307, location: `${origin}/mcp` })],
    [
      'the older protocol',
      (origin: string) => ({
        kind: 'respond',
        status: 200,
        headers: { 'content-type': 'text/event-stream' },
        body: `event: endpoint\ndata: ${origin}/messages\n\n`,
      }),
    ],
  ] as const) {
    it(`R20: by ${what} the server does not get the token to another host`, async () => {
      await turnOn();
      await control('faults', { host: 'mcp', ...fault(elsewhere.origin) });
      await tryToStart(label);
      assert.equal((await mcpRequests()).length, 1);
      assert.deepEqual(elsewhere.seen, []);
    });
  }

  it('R20: a refusal once it is started makes the editor ask that host, and others without the token', async () => {
    const headers = { 'www-authenticate': `Bearer resource_metadata="${elsewhere.origin}/meta"` };
    await turnOn();
    await control('faults', { kind: 'respond', status: 401, host: 'mcp', after: 1, headers });
    await tryToStart(label);
    await until('the search for a way to sign in', () => elsewhere.seen.length > 0);
    assert.deepEqual(
      elsewhere.seen.filter((line) => line.endsWith('+ token')),
      [],
    );
    const { requests: all } = (await control('requests')) as {
      requests: { host: string; carries: object }[];
    };
    assert.deepEqual(
      all.filter(({ host }) => host === 'auth'),
      [],
    );
  });

  it('R20: so it does where the host names another one to sign in at', async () => {
    await turnOn();
    await control('faults', { kind: 'respond', status: 401, host: 'mcp', method: 'POST', after: 1 });
    const body = { resource: `${sandbox.mcpEndpoint}/`, authorization_servers: [elsewhere.origin] };
    await control('faults', {
      kind: 'respond',
      status: 200,
      host: 'mcp',
      path: '/.well-known/oauth-protected',
      body,
    });
    await tryToStart(label);
    await until('the search for a way to sign in', () => elsewhere.seen.length > 0);
    assert.deepEqual(
      elsewhere.seen.filter((line) => line.endsWith('+ token')),
      [],
    );
  });

  it('R10: signing out ends the server and takes its tools away', async () => {
    await turnOn();
    await start(label);
    await signOutOfAll(user);
    await assertEnded();
  });

  it('turning off does so too, without a question', async () => {
    await turnOn();
    await start(label);
    user.presses = undefined;
    await setAccess('None');
    assert.deepEqual(user.messages, ['AI access is off for Harbor Labs.']);
    await assertEnded();
  });
});
