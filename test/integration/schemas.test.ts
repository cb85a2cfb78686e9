import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../vscode/until';
import { answerHolding, closeAll, send } from './apiExplorer/editors';
import { asUsual, control, sandbox } from './support/sandbox';
import { Elsewhere } from './support/elsewhere';
import { UserFixture, signIn, signOutOfAll } from './support/userFixture';

const profile = { id: '00000000-0000-4000-8000-00000000000a', name: 'composer.json' };
const version = { version: '1.0', versionCode: '1', platformType: 1, createDate: '2026-01-01T00:00:00Z' };
const profiles = '/distribution/v2/profiles';
const groups = '/distribution/v2/testing-groups';

describe('What a server sends names a schema', () => {
  let user: UserFixture;
  let elsewhere: Elsewhere;
  /** Settings as they were. */
  const settings = new Map<string, unknown>();
  const set = (name: string, value: unknown) =>
    vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);

  before(async () => {
    user = new UserFixture();
    elsewhere = await Elsewhere.start();
    await asUsual();
    const wanted = {
      // Comments in every JSON file: many people have that.
      'files.associations': { '*.json': 'jsonc' },
      'json.schemaDownload.enable': true,
      'json.schemaDownload.trustedDomains': { [`${elsewhere.origin}/`]: true },
    };
    for (const [name, value] of Object.entries(wanted)) {
      const before = vscode.workspace.getConfiguration().inspect(name);
      // The oldest editor trusts every host.
      if (before?.defaultValue !== undefined) {
        settings.set(name, before.globalValue);
        await set(name, value);
      }
    }
    await signIn(user, sandbox.personalAccessKey);
  });

  beforeEach(async () => {
    await asUsual();
    elsewhere.seen.length = 0;
  });

  afterEach(closeAll);

  after(async () => {
    for (const [name, value] of settings) await set(name, value);
    await asUsual();
    await signOutOfAll(user);
    user.leave();
    elsewhere.stop();
  });

  const schema = (name: string) => ({ $schema: `${elsewhere.origin}/${name}` });
  const serve = (path: string, body: unknown) =>
    control('faults', { kind: 'respond', status: 200, method: 'GET', path, body });
  const serveVersions = async (...rows: object[]) => {
    await serve(`${profiles}/${profile.id}/app-versions`, rows);
    await serve(profiles, [profile]);
    await run('refresh');
  };
  const run = (command: string, row?: unknown) =>
    vscode.commands.executeCommand(`appcircle.${command}`, ...(row === undefined ? [] : [row]));
  /** The documents that show the name of the schema. */
  const showing = (name: string) =>
    vscode.workspace.textDocuments.filter((one) => one.getText().includes(`${elsewhere.origin}/${name}`));

  /** The editor's own service fetches the schema of a document that was opened last: it has seen all others by then. */
  async function serviceIsThrough(control: string): Promise<void> {
    const content = JSON.stringify(schema(control));
    const document = await vscode.workspace.openTextDocument({ language: 'json', content });
    await vscode.window.showTextDocument(document);
    // The service may only now be started, which takes a busy machine long.
    await until('the schema of the control', () => elsewhere.seen.includes(`GET /${control}`), {
      timeout: 45_000,
    });
  }

  const opened: [what: string, name: string, count: number, open: () => PromiseLike<unknown>][] = [
    [
      'Show Profile as JSON',
      'profile',
      1,
      () =>
        run('showProfileAsJson', {
          kind: 'row',
          row: { ...profile, raw: { ...profile, ...schema('profile') } },
        }),
    ],
    [
      'Show Version as JSON',
      'version',
      1,
      async () => {
        await serveVersions({ id: 'v1', ...version, ...schema('version') });
        user.chooses = (labels) => labels[0];
        await run('showVersionAsJson', { kind: 'row', row: profile });
      },
    ],
    [
      'Compare Versions',
      'compared',
      2,
      async () => {
        const notes = (id: string) => ({ message: JSON.stringify(schema(`compared-${id}`)) });
        await serveVersions(...['v1', 'v2'].map((id) => ({ id, ...version, ...notes(id) })));
        user.chooses = (labels) => labels[0];
        await run('compareVersions', { kind: 'row', row: profile });
      },
    ],
    [
      'Show Testing Group as JSON',
      'group',
      1,
      async () => {
        await serve(groups, [{ id: 'g1', name: 'tsconfig.json', testers: [], ...schema('group') }]);
        await run('refresh');
        user.chooses = (labels) => labels[0];
        await run('showTestingGroupAsJson');
      },
    ],
    [
      'Send, with JSON',
      'sent',
      1,
      async () => {
        await serve(profiles, { ...schema('sent') });
        await send(`GET {{host}}${profiles}`);
        await answerHolding('/sent');
      },
    ],
  ];

  for (const [command, name, count, open] of opened) {
    it(`rule 13: ${command} opens no document that the editor fetches it for`, async () => {
      await open();
      const documents = await until('the documents', () => {
        const found = showing(name);
        return found.length >= count ? found : undefined;
      });
      for (const { languageId, uri } of documents) {
        // What is compared of versions is lines to read, in no language.
        const expected = uri.scheme === 'appcircle-version' ? 'plaintext' : 'appcircle-answer';
        assert.equal(languageId, expected, uri.path);
      }
      await serviceIsThrough(`after-${name}`);
      assert.deepEqual(elsewhere.seen, [`GET /after-${name}`]);
    });
  }

  it('rule 13: Show Token Claims opens a document in a language of ours', async () => {
    user.chooses = (labels) => labels.find((label) => ['Show Token Claims', 'More…'].includes(label));
    await run('showAccount');
    const document = await until('the claims', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'appcircle-json'),
    );
    assert.equal(document.languageId, 'appcircle-answer');
  });
});
