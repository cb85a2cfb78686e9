import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../vscode/until';
import { UserFixture, signInAndSettle, signOutOfAll } from './support/userFixture';
import { asUsual, control, forgetRequests, requests, sandbox } from './support/sandbox';
import { environmentOf, shellsStart, terminalBy } from './support/shell';

const title = 'Appcircle with Access Token';
const defaultProfile = {
  linux: 'defaultProfile.linux',
  darwin: 'defaultProfile.osx',
  win32: 'defaultProfile.windows',
}[process.platform as 'linux' | 'darwin' | 'win32'];
const environmentSetting = defaultProfile.replace('defaultProfile', 'env');

describe('Open Terminal with Access Token', () => {
  let user: UserFixture;
  let shells: boolean;

  before(async () => {
    shells = await shellsStart();
  });

  beforeEach(async () => {
    user = new UserFixture();
    await asUsual();
    await signInAndSettle(user, sandbox.personalAccessKey);
    // A desktop editor keeps terminals, and so is asked about that first.
    user.presses = 'Open Anyway';
  });

  afterEach(async () => {
    for (const terminal of vscode.window.terminals) terminal.dispose();
    await signOutOfAll(user);
    user.leave();
  });

  const tokens = async () => ((await control('secrets')) as { accessTokens: string[] }).accessTokens;
  const openTerminal = () => terminalBy(() => vscode.commands.executeCommand('appcircle.openTerminal'));

  async function withSetting<T>(
    target: vscode.ConfigurationTarget,
    changes: Record<string, unknown>,
    work: () => Promise<T>,
  ): Promise<T> {
    const set = async (value: (name: string) => unknown) => {
      for (const name of Object.keys(changes)) {
        await vscode.workspace.getConfiguration('terminal.integrated').update(name, value(name), target);
      }
    };
    await set((name) => changes[name]);
    try {
      return await work();
    } finally {
      await set(() => undefined);
    }
  }

  it('R28: opens a transient terminal of the organization by one exchange', async () => {
    const terminal = await openTerminal();
    assert.equal(terminal.name, 'Appcircle: Harbor Labs');
    const options = terminal.creationOptions as vscode.TerminalOptions;
    assert.equal(options.isTransient, true);
    assert.equal(options.env?.['AC_ACCESS_TOKEN'], (await tokens()).at(-1));
    const exchanges = (await requests()).filter((line) => line.startsWith('POST'));
    assert.deepEqual(exchanges, ['POST /auth/v3/token 200']);
  });

  it('R28: its shell prints the live token', async function () {
    if (!shells) this.skip();
    const environment = await environmentOf(await openTerminal());
    const token = environment.get('AC_ACCESS_TOKEN') ?? '';
    assert.equal(environment.get('APPCIRCLE_ACCESS_TOKEN'), token);
    const answer = await fetch(`${sandbox.apiEndpoint}/distribution/v2/profiles`, {
      headers: { authorization: `Bearer ${token}` },
    });
    assert.equal(answer.status, 200);
    assert.ok(environment.has('APPCIRCLE_EXPLORER_TERMINAL'));
  });

  it('R28: a plain terminal beside it has no token, whatever the settings of the workspace ask for', async function () {
    if (!shells) this.skip();
    await openTerminal();
    await forgetRequests();
    const wishes = {
      [defaultProfile]: title,
      [environmentSetting]: {
        WISH: '${env:AC_ACCESS_TOKEN}',
        ANOTHER: '${command:appcircle.copyAccessToken}',
      },
    };
    await withSetting(vscode.ConfigurationTarget.Workspace, wishes, async () => {
      const terminal = await terminalBy(() =>
        vscode.commands.executeCommand('workbench.action.terminal.new'),
      );
      const environment = await environmentOf(terminal);
      assert.ok(environment.has('WISH'), 'the settings of the workspace were not taken');
      const all = [...environment.values()].join('\n');
      for (const token of await tokens()) assert.ok(!all.includes(token));
      assert.ok(!environment.has('AC_ACCESS_TOKEN') && !environment.has('APPCIRCLE_ACCESS_TOKEN'));
      const exchanges = (await requests()).filter((line) => line.startsWith('POST'));
      assert.deepEqual(exchanges, []);
      assert.match(
        (terminal.creationOptions as vscode.TerminalOptions).message ?? '',
        /^No access token\. This workspace is set to use one/,
      );
    });
  });

  it('the profile opens the same terminal, also where the user made it the default', async () => {
    await withSetting(vscode.ConfigurationTarget.Global, { [defaultProfile]: title }, async () => {
      const terminal = await terminalBy(() =>
        vscode.commands.executeCommand('workbench.action.terminal.new'),
      );
      const options = terminal.creationOptions as vscode.TerminalOptions;
      assert.deepEqual([options.name, options.isTransient], ['Appcircle: Harbor Labs', true]);
      assert.equal(options.env?.['AC_ACCESS_TOKEN'], (await tokens()).at(-1));
    });
  });

  it('after Sign Out those that still have a token are named, and closed when that is wanted', async () => {
    const terminal = await openTerminal();
    const plain = vscode.window.createTerminal({ name: 'plain' });
    user.messages.length = 0;
    user.presses = ['Sign Out', 'Close Terminals'];
    await vscode.commands.executeCommand('appcircle.signOut');
    await until('the end of the terminal', () => !vscode.window.terminals.includes(terminal));
    assert.deepEqual(user.messages.slice(1), [
      'You signed out, but open terminals still have an access token that works until it expires: Appcircle: Harbor Labs',
    ]);
    assert.ok(vscode.window.terminals.includes(plain));
  });

  it('while signed out it leads to Sign In, and Esc there opens nothing', async () => {
    await signOutOfAll(user);
    const { length } = vscode.window.terminals;
    user.chooses = () => undefined;
    user.messages.length = 0;
    await vscode.commands.executeCommand('appcircle.openTerminal');
    assert.ok(user.offered.includes('Personal Access Key'));
    assert.equal(vscode.window.terminals.length, length);
    assert.deepEqual(user.messages, []);
  });
});
