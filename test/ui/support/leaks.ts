import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findSecrets } from '../../vscode/secretSearch';
import { secretsOf } from './appcircle';
import type { VsCode } from './vscode';

/** What the password of every profile begins with: one text to look for instead of hundreds. */
const everyPassword = 'Sentinel+Profile/';

/**
 * The last test of a suite: closes its windows, which writes out what VS Code held back, then looks for every key and
 * every token in all that was written or said, and at every connection. The encrypted secret needs no exception: none
 * of the searched spellings is in it.
 */
export async function assertNothingLeaked(vscode: VsCode, typed: readonly string[] = []): Promise<void> {
  const running = argumentLists();
  await vscode.closeWindows();
  const { profilePasswords, ...credentials } = await secretsOf(vscode.sandbox);
  assert.ok(profilePasswords.every((password) => password.startsWith(everyPassword)));
  const secrets = [...Object.values<string[]>(credentials).flat(), ...typed, everyPassword];
  assert.ok(credentials.accessTokens.length > 0, 'a suite without a token would prove nothing');
  assertLogged(vscode);
  const findings = findSecrets(secrets, {
    files: [vscode.dataFolder],
    texts: {
      ...(await vscode.browserStorage()),
      console: vscode.evidence.consoleLines,
      'uncaught errors': vscode.evidence.pageErrors,
      addresses: vscode.evidence.requests,
      'argument lists': running,
    },
  });
  assert.deepEqual(
    findings.map(({ place, spelling }) => `${spelling} in ${place}`),
    [],
  );
  assertStayedHome(vscode);
}

/** Of everything that runs on this machine, where that can be read by anybody: on Linux. */
function argumentLists(): string[] {
  const processes =
    process.platform === 'linux' ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  return processes.flatMap((id) => {
    try {
      return [readFileSync(path.join('/proc', id, 'cmdline'), 'utf8').replaceAll('\0', ' ')];
    } catch {
      return [];
    }
  });
}

/** A search of log files proves nothing unless our channel wrote one. */
function assertLogged(vscode: VsCode): void {
  const logs = path.join(vscode.dataFolder, 'data', 'logs');
  const files = readdirSync(logs, { recursive: true, encoding: 'utf8' });
  assert.ok(
    files.some((file) => /appcircle-explorer\.appcircle-explorer[/\\]Appcircle\.log$/.test(file)),
    `our log among\n${files.join('\n')}`,
  );
}

/** Nothing went anywhere but to the sandbox, the browser also to VS Code itself. */
function assertStayedHome(vscode: VsCode): void {
  const { apiEndpoint, authEndpoint, mcpEndpoint, storageEndpoint, hookEndpoint } = vscode.sandbox.info;
  const sandbox = [apiEndpoint, authEndpoint, mcpEndpoint, storageEndpoint, hookEndpoint].map(
    (address) => new URL(address),
  );
  const strangers = vscode
    .connections()
    .filter(({ host, port }) => !sandbox.some((url) => url.hostname === host && Number(url.port) === port));
  assert.deepEqual(strangers, []);
  const own = new Set([
    vscode.origin,
    vscode.origin.replace('http', 'ws'),
    ...sandbox.map(({ origin }) => origin),
  ]);
  assert.deepEqual(
    // A preview's own files have addresses of this host, which a service worker in the page answers.
    vscode.evidence.origins().filter((origin) => !own.has(origin) && !origin.endsWith('.vscode-cdn.net')),
    [],
  );
}
