import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { findSecrets, type FoundSecret } from '../vscode/secretSearch';
import { VsCode } from '../ui/support/vscode';

const secret = 'planted+Secret/1234567890abcdefghij==';

describe('The search for leaked secrets', () => {
  let listener: Server;
  let port: number;
  let vscode: VsCode;

  before(async function () {
    this.timeout(60_000);
    listener = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
    await once(listener, 'listening');
    port = (listener.address() as { port: number }).port;
    vscode = await VsCode.start({
      name: 'evidence',
      helperExtensions: [path.join(__dirname, '..', 'ui', 'support', 'planter')],
      environment: { PLANTED_SECRET: secret, PLANTED_PORT: String(port) },
    });
    await vscode.workbench.statusBarItem('test.planter.done').saying('planted');
    await vscode.page.evaluate(`console.log('page', btoa(${JSON.stringify(secret)}))`);
    await vscode.page.evaluate(
      `localStorage.setItem('planted', encodeURIComponent(${JSON.stringify(secret)}))`,
    );
  });

  after(async () => {
    await vscode.stop();
    listener.close();
  });

  it('finds it in log files, output channels, stored files, browser storage and console lines', async () => {
    await vscode.closeWindows();
    const findings = findSecrets([secret], {
      files: [vscode.dataFolder],
      texts: { ...(await vscode.browserStorage()), console: vscode.evidence.consoleLines },
    });
    const foundIn = (place: RegExp): FoundSecret | undefined =>
      findings.find((finding) => place.test(finding.place));
    for (const place of [
      /exthost\d*\/test\.planter\/Planter\.log$/,
      /Planter Plain\.log$/,
      /globalStorage\/test\.planter\/planted\.json$/,
      /^localStorage planted$/,
      /^console$/,
    ]) {
      assert.ok(
        foundIn(place),
        `${String(place)} among\n${findings.map((finding) => finding.place).join('\n')}`,
      );
    }
    const inDatabases = findings.filter(({ place }) => place.startsWith('IndexedDB'));
    assert.ok(
      inDatabases.some(({ spelling }) => spelling === 'raw'),
      'globalState',
    );
    assert.ok(
      inDatabases.some(({ spelling }) => spelling.startsWith('base64')),
      'workspaceState',
    );
    assert.equal(foundIn(/^localStorage (?!planted$)/), undefined, 'the stored secret itself is encrypted');
  });

  it('names every connection of the extension host, and no other one was made', () => {
    const connections = vscode.connections();
    assert.ok(connections.some((one) => one.port === port && one.role === 'extensionHost'));
    assert.deepEqual(
      connections.filter((one) => one.port !== port),
      [],
    );
  });

  it('names every address that the browser asked for', () => {
    const own = [vscode.origin, vscode.origin.replace('http', 'ws')];
    assert.deepEqual(vscode.evidence.origins(), own);
  });
});
