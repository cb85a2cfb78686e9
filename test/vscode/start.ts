import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { workbenchAddress } from './workbenchAddress';
import { personalEnvironment } from './environment';
import { startFront } from './front';
import { installExtension } from './installExtension';
import { packageExtension } from './package';
import { cache } from './paths';
import { areFree, freePorts } from './ports';
import { startSandbox } from './sandbox';
import { startServer } from './server';
import { calmSettings, readSettings, sandboxSettings, writeSettings, type Settings } from './settings';
import { until } from './until';
import { makeRepository, makeWorkspace } from './workspace';

/** Settings that are those of this start, whatever a person made of them. */
const ours = [
  'appcircle.apiEndpoint',
  'appcircle.authEndpoint',
  'appcircle.dashboardUrl',
  'appcircle.hookEndpoint',
  'appcircle.mcpEndpoint',
  'git.enabled',
];

/** What the sample workspace is a working copy of, as the build profiles of the sandbox tell. */
const sampleRepository = { remote: 'https://github.com/harbor-labs/harbor-notes-ios.git', branch: 'main' };

/**
 * `npm start`: a VS Code with the extension in it, to be opened in a browser. Settings, sessions and the sample
 * workspace are kept for the next start, the cloud's apart from the sandbox's.
 */
export async function start(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      cloud: { type: 'boolean', default: false },
      port: { type: 'string' },
      'strange-names': { type: 'boolean', default: false },
    },
  });
  const folder = path.join(cache, values.cloud ? 'start-cloud' : 'start');
  const dataFolder = path.join(folder, 'vscode');
  mkdirSync(dataFolder, { recursive: true });
  // Browser storage belongs to a port, and a stored account to the hosts it was made for: both are kept.
  const port = await keptPort(path.join(folder, 'port'), 1, values.port);

  process.stdout.write('Building the extension …\n');
  const vsix = await packageExtension(path.join(folder, 'packed'));
  const sandboxPort = values.cloud ? 0 : await keptPort(path.join(folder, 'sandbox-port'), 4);
  const sandbox = values.cloud
    ? undefined
    : await startSandbox({
        profiles: 40,
        port: sandboxPort,
        names: values['strange-names'] ? 'strange' : 'friendly',
      });
  rmSync(path.join(dataFolder, 'extensions'), { recursive: true, force: true });
  await installExtension(vsix, dataFolder);
  writeSettings(dataFolder, settings(dataFolder, sandbox ? sandboxSettings(sandbox.info) : {}));

  const token = randomBytes(24).toString('hex');
  const tokenFile = path.join(folder, 'token');
  writeFileSync(tokenFile, token, { mode: 0o600 });
  const front = await startFront({ port, keyFile: path.join(folder, 'secret-key'), token });
  const server = await startServer({ dataFolder, environment: personalEnvironment(), tokenFile });
  front.forwardTo(server.port);

  const workspace = makeWorkspace(path.join(folder, 'workspace'));
  if (!existsSync(path.join(workspace, '.git'))) makeRepository(workspace, sampleRepository);
  const address = workbenchAddress(front.origin, workspace, { tkn: token });
  await until('an answer of the workbench', () => answersWithWorkbench(address));
  process.stdout.write(`\nAppcircle Explorer runs in a VS Code of its own. Open\n\n  ${address}\n\n`);
  process.stdout.write(
    sandbox
      ? `Run "Appcircle: Sign In" there, and paste this key of the sandbox:\n\n  ${sandbox.info.personalAccessKey}\n\n`
      : 'Run "Appcircle: Sign In" there with a key of your own; it goes to Appcircle’s own servers.\n\n',
  );
  process.stdout.write('Ctrl+C ends it.\n');
  await server.ended;
  throw new Error('VS Code ended by itself.');
}

/** What a person changed in their settings stays; only hosts follow the sandbox of this start. */
function settings(dataFolder: string, current: Settings): Settings {
  let kept: Settings = {};
  try {
    kept = readSettings(dataFolder);
  } catch {
    // The first start, or a file with comments in it: begin with ours.
  }
  const others = Object.entries(kept).filter(([name]) => !ours.includes(name));
  return { ...calmSettings, 'git.enabled': true, ...Object.fromEntries(others), ...current };
}

/** The port asked for, else that of the last start, else a free one, with as many free after it as are needed. */
async function keptPort(file: string, count: number, asked?: string): Promise<number> {
  const text = asked ?? (existsSync(file) ? readFileSync(file, 'utf8') : String(await freePorts(count)));
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`No port: ${text}.`);
  if (!(await areFree(port, count))) {
    const rest =
      'End what uses it (another npm start?), or name another one with "npm start -- --port <number>".';
    throw new Error(`Port ${port} is in use. ${asked === undefined && count > 1 ? `Remove ${file}.` : rest}`);
  }
  writeFileSync(file, String(port));
  return port;
}

/** Goes the way of a browser: with the token in the address, then with the cookie that VS Code hands out for it. */
async function answersWithWorkbench(address: string): Promise<boolean> {
  const first = await fetch(address, { redirect: 'manual' });
  const cookies = first.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  const location = first.headers.get('location');
  const page = location
    ? await fetch(new URL(location, address), { headers: { cookie: cookies.join('; ') } })
    : first;
  return page.ok && (await page.text()).includes('workbench');
}
