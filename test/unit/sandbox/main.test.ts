/** The command: its first line, its options, its end. */
import { strict as assert } from 'node:assert';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createInterface } from 'node:readline';
import { startSandbox, type SandboxAddress } from '../../sandbox/sandbox';

const main = path.resolve(__dirname, '../../sandbox/main.ts');

describe('sandbox: command', function () {
  this.timeout(60_000);
  const children: ChildProcess[] = [];
  const run = (...args: string[]): ChildProcess => {
    const child = spawn(process.execPath, ['--require', 'tsx/cjs', main, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: path.resolve(__dirname, '../../..'),
    });
    children.push(child);
    return child;
  };
  afterEach(() => {
    for (const child of children.splice(0)) {
      child.kill('SIGKILL');
      // What a child of it has open would keep the tests from ending.
      child.stdout?.destroy();
      child.stderr?.destroy();
    }
  });

  const firstLine = async (child: ChildProcess): Promise<SandboxAddress> => {
    const [line] = (await once(createInterface(child.stdout!), 'line')) as [string];
    return JSON.parse(line) as SandboxAddress;
  };

  it('prints one JSON object as its first line, serves, and ends at SIGINT or SIGTERM', async () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      const child = run('--profiles', '3');
      const address = await firstLine(child);
      assert.deepEqual(Object.keys(address).sort(), [
        'apiEndpoint',
        'apiKey',
        'authEndpoint',
        'control',
        'hookEndpoint',
        'mcpEndpoint',
        'personalAccessKey',
        'storageEndpoint',
      ]);
      assert.deepEqual(Object.keys(address.apiKey).sort(), ['name', 'secret']);
      const exchange = await fetch(`${address.authEndpoint}/auth/v3/token`, {
        method: 'POST',
        body: new URLSearchParams({ personalAccessKey: address.personalAccessKey }),
      });
      const { access_token: token } = (await exchange.json()) as { access_token: string };
      const list = await fetch(`${address.apiEndpoint}/distribution/v2/profiles`, {
        headers: { authorization: `Bearer ${token}` },
      });
      assert.equal(((await list.json()) as unknown[]).length, 3);
      child.kill(signal);
      assert.deepEqual(await once(child, 'exit'), process.platform === 'win32' ? [null, signal] : [0, null]);
    }
  });

  it('ends when the shell that npm started it in is gone', async function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    const shell = spawn(
      'sh',
      ['-c', `"${process.execPath}" --require tsx/cjs "${main}" --profiles 1; true`],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
        cwd: path.resolve(__dirname, '../../..'),
        env: { ...process.env, npm_lifecycle_event: 'sandbox' },
      },
    );
    children.push(shell);
    const { control } = await firstLine(shell);
    shell.kill('SIGTERM');
    const deadline = Date.now() + 20_000;
    const isUp = async (): Promise<boolean> =>
      fetch(`${control}/_sandbox/address`).then(
        () => true,
        () => false,
      );
    while ((await isUp()) && Date.now() < deadline) {
      await wait(50);
    }
    assert.equal(await isUp(), false);
  });

  it('listens on the port that it is given and the five after it', async () => {
    // Six free ports in a row cannot be reserved; a few tries find some.
    for (let port = 41_300; ; port += 6) {
      const sandbox = await startSandbox({ port, profiles: 0 }).catch(() => undefined);
      if (sandbox !== undefined) {
        const { apiEndpoint, authEndpoint, control, mcpEndpoint, storageEndpoint, hookEndpoint } = sandbox;
        await sandbox.close();
        const expected = [0, 1, 2, 3, 4, 5].map((step) => `http://127.0.0.1:${port + step}`);
        assert.deepEqual(
          [apiEndpoint, authEndpoint, control, mcpEndpoint, storageEndpoint, hookEndpoint],
          expected,
        );
        return;
      }
      assert.ok(port < 41_400);
    }
  });

  it('says what is wrong with its options, and fails', async () => {
    for (const args of [['--port', 'x'], ['--profiles', '-1'], ['--colour']]) {
      const child = run(...args);
      const [message] = (await once(child.stderr!, 'data')) as [Buffer];
      assert.match(message.toString(), /--(port|profiles|colour)|profiles/);
      const [code] = (await once(child, 'exit')) as [number];
      assert.equal(code, 1);
    }
  });
});
