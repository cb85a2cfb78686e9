import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Mode } from '../../sandbox/mode';
import { Elsewhere } from '../support/elsewhere';
import { UserFixture, signOutOfAll } from '../support/userFixture';
import { asUsual, control, forgetRequests, recorded } from '../support/sandbox';
import { closeAll, requestInFront, sendActive, sent, signInToRows } from './editors';

const setting = 'appcircle.api.description';

/** A row as Go to API Operation offers it. */
interface Row extends vscode.QuickPickItem {
  listed?: { module: { name: string; origin: string } };
}

describe('API Explorer: finding the description', () => {
  let user: UserFixture;
  let elsewhere: Elsewhere;

  before(async () => {
    elsewhere = await Elsewhere.start();
    user = new UserFixture();
    await asUsual();
    await signInToRows(user);
  });

  beforeEach(async () => {
    await asUsual();
    await forgetRequests();
    elsewhere.seen.length = 0;
    elsewhere.pages.clear();
    user.messages.length = 0;
  });

  afterEach(closeAll);

  after(async () => {
    await asUsual();
    await signOutOfAll(user);
    user.leave();
    elsewhere.stop();
  });

  /** All that is offered now, asked for anew. */
  async function offered(): Promise<Row[]> {
    await vscode.commands.executeCommand('appcircle.refresh');
    const done = vscode.commands.executeCommand('appcircle.goToOperation');
    const { items } = await user.list();
    await user.escape();
    await done;
    return items.filter(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
  }

  const serve = (mode: Partial<Mode>) => control('mode', mode);
  const asked = async () => (await recorded()).filter(({ path: where }) => where.startsWith('/openapi/'));

  // First the usual one: what the view asked for at the sign-in may still be under way, and is joined.
  for (const form of ['script', 'inline', 'literal', 'initializer'] as const) {
    it(`finds every module where the page is of the form "${form}", YAML and Swagger 2.0 alike`, async () => {
      await serve({ descriptions: form });
      const rows = await offered();
      const modules = new Set(rows.map(({ listed }) => listed?.module.name));
      for (const name of ['identity', 'distribution', 'build', 'task', 'legacy'])
        assert.ok(modules.has(name), name);
      assert.ok(rows.every(({ listed }) => listed?.module.origin === 'server'));
      assert.ok(
        holds(rows, 'GET /distribution/v2/profiles/{profileId} · getDistributionProfile · distribution'),
      );
      assert.ok(holds(rows, 'GET /task/v1/tasks/{taskId} · getTask · task'));
      assert.ok(holds(rows, 'GET /legacy/v1/notes · Notes_List · legacy'));
      assert.deepEqual(user.messages, []);
    });
  }

  it('falls back on what is publicly known where the server has no page', async () => {
    await serve({ descriptions: 'absent' });
    const rows = await offered();
    assert.deepEqual([...new Set(rows.map(({ listed }) => listed?.module.origin))], ['own']);
    assert.ok(holds(rows, 'GET /distribution/v2/profiles · listDistributionProfiles'));
  });

  it('asks with the session where the page is for those who are signed in', async () => {
    await serve({ descriptionsNeedToken: true });
    const rows = await offered();
    assert.ok(rows.some(({ listed }) => listed?.module.name === 'distribution'));
    const made = await asked();
    assert.ok(made.every(({ authorization }) => authorization?.state === 'valid'));
  });

  it('asks for what has changed: what it has already is not sent again', async () => {
    await offered();
    await forgetRequests();
    const again = await offered();
    const documents = (await asked()).filter(({ path: where }) => /swagger\.(json|yaml)$/.test(where));
    assert.ok(documents.length > 5);
    for (const { path: where, headerNames, status } of documents) {
      assert.ok(headerNames.includes('if-none-match'), where);
      assert.equal(status, 304, where);
    }
    assert.ok(holds(again, 'GET /legacy/v1/notes · Notes_List · legacy'));
  });

  it('lists what the server had last time while it is away', async () => {
    const before = descriptionsOf(await offered());
    await control('down', { host: 'api' });
    assert.deepEqual(descriptionsOf(await offered()), before);
    assert.deepEqual(user.messages, []);
    // Old ones are asked for again by themselves once the server is back, at no certain time of the next test.
    await control('up', {});
    await offered();
  });

  it('asks no other server for a document, whoever names it', async () => {
    elsewhere.pages.set('/stolen.json', descriptionOf('/stolen'));
    const urls = [
      { name: 'stolen', url: `${elsewhere.origin}/stolen.json` },
      { name: 'slashes', url: `//${elsewhere.host}/stolen.json` },
      { name: 'distribution', url: 'distribution/swagger.json' },
    ];
    await control('faults', {
      kind: 'respond',
      status: 200,
      path: '/openapi/index.html',
      headers: { 'content-type': 'text/html' },
      body: pageNaming(urls),
    });
    const modules = new Set((await offered()).map(({ listed }) => listed?.module.name));
    assert.deepEqual([...modules], ['distribution']);
    assert.deepEqual(elsewhere.seen, []);
  });

  it('follows no redirect of a document to another server', async () => {
    elsewhere.pages.set('/stolen.json', descriptionOf('/stolen'));
    await control('faults', {
      kind: 'redirect',
      location: `${elsewhere.origin}/stolen.json`,
      path: '/openapi/build/swagger.json',
    });
    const rows = await offered();
    assert.ok(rows.some(({ listed }) => listed?.module.name === 'distribution'));
    assert.ok(!descriptionsOf(rows).some((row) => row.includes('/stolen')));
    assert.deepEqual(elsewhere.seen, []);
  });

  it('reads the description that the setting names without a token, and sends its requests to the account’s server', async () => {
    elsewhere.pages.set('/docs', pageNaming([{ name: 'theirs', url: 'theirs.json' }]));
    elsewhere.pages.set('/theirs.json', descriptionOf('/distribution/v2/profiles', elsewhere.origin));
    const settings = vscode.workspace.getConfiguration();
    await settings.update(setting, `${elsewhere.origin}/docs`, true);
    try {
      const rows = await offered();
      assert.deepEqual(descriptionsOf(rows), ['GET /distribution/v2/profiles · theirs']);
      assert.deepEqual(
        elsewhere.seen.filter((line) => line.includes('token')),
        [],
      );
      assert.ok(elsewhere.seen.includes('GET /theirs.json'));
      assert.deepEqual(await asked(), []);

      elsewhere.seen.length = 0;
      const done = vscode.commands.executeCommand('appcircle.newRequest');
      await user.pick('theirs', / · theirs$/);
      await done;
      assert.match((await requestInFront()).getText(), /^GET \{\{host\}\}\/distribution/m);
      await forgetRequests();
      await sendActive();
      assert.deepEqual(await sent(), ['GET /distribution/v2/profiles 200']);
      assert.deepEqual(elsewhere.seen, []);
    } finally {
      await settings.update(setting, undefined, true);
    }
  });

  it('opens a file as well, until it is closed', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'appcircle-description-'));
    try {
      const file = path.join(folder, 'mine.yaml');
      await writeFile(file, 'openapi: 3.1.0\npaths:\n  /mine:\n    get: { operationId: mine }\n');
      user.opens = vscode.Uri.file(file);
      await vscode.commands.executeCommand('appcircle.openApiDescription');
      const mine = (await offered()).find(
        ({ description }) => description === 'GET /mine · mine · mine.yaml',
      );
      assert.ok(mine?.listed);
      const node = { kind: 'module', module: mine.listed.module };
      await vscode.commands.executeCommand('appcircle.closeApiDescription', node);
      assert.ok(!(await offered()).some(({ description }) => description?.includes('/mine')));
      assert.deepEqual(user.messages, []);
    } finally {
      user.opens = undefined;
      await rm(folder, { recursive: true, force: true });
    }
  });
});

function descriptionsOf(rows: readonly Row[]): string[] {
  return rows.map(({ description }) => description ?? '').sort();
}

function holds(rows: readonly Row[], description: string): boolean {
  return rows.some((row) => row.description === description);
}

/** A page of Swagger UI that names these documents. */
function pageNaming(urls: readonly { name: string; url: string }[]): string {
  return `<!DOCTYPE html><html><body><script>
window.onload = function () { window.ui = SwaggerUIBundle({ urls: ${JSON.stringify(urls)} }); };
</script></body></html>`;
}

/** A description with one operation, which wants to be sent to a server of its own. */
function descriptionOf(route: string, server = 'https://api.elsewhere.example'): string {
  const operation = { operationId: 'theirs', servers: [{ url: server }], responses: {} };
  return JSON.stringify({
    openapi: '3.0.3',
    servers: [{ url: server }],
    paths: { [route]: { get: operation } },
  });
}
