import { strict as assert } from 'node:assert';
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as vscode from 'vscode';
import { makeAccount } from '../../../src/account/account';
import { CredentialStore } from '../../../src/account/credentialStore';
import { Command } from '../../../src/contributions';
import { FakeUri } from '../extension/fakeUri';
import { FakeVscode } from '../extension/fakeVscode';
import { FakeMemento } from '../support/fakes/memento';
import { FakeSecrets } from '../support/fakes/secrets';
import { settled, until } from '../support/until';
import { useSandbox } from '../support/useSandbox';
import { BuiltBundle } from './builtBundle';

interface Shipped {
  activate: (context: vscode.ExtensionContext) => void;
}

/** What Send needs, with all that each of these loads at once. */
const neededToSend = [
  'explorer',
  'responseDocuments',
  'responseLenses',
  'sending',
  'exchangeHttp',
  'responseFailure',
  'describeResponse',
];

describe('R30: of the extension as it is shipped', () => {
  const used = useSandbox();
  const editor = new FakeVscode();
  const fromHere = createRequire(__filename);
  const subscriptions: vscode.Disposable[] = [];
  let bundle: BuiltBundle;
  let leave: () => void;
  /** By what came before: files that were loaded. */
  let started: string[];
  let opened: string[];
  let sent: string[];

  before(async function () {
    this.timeout(60_000);
    bundle = await BuiltBundle.use();
    leave = editor.install();
    await activate();
    await until(() => used.current.requests().some(({ host, status }) => host === 'api' && status === 200));
    await settled();
    started = loaded();
    const document = editor.documents.add('untitled:Untitled-1', 'GET {{host}}/distribution/v2/profiles\n');
    editor.documents.opened.fire(document);
    // Help with it reads what is described, and what this one says against it is nothing.
    await until(
      () => loaded().some((name) => name.startsWith('description-')),
      'help with a request document',
    );
    await settled();
    opened = loaded().filter((name) => !started.includes(name));
    await editor.commands.get(Command.sendRequest)?.({ uri: document.uri.toString(), offset: 0 });
    assert.equal(editor.shownDocuments.length, 1, 'the response');
    sent = loaded().filter((name) => ![...started, ...opened].includes(name));
  });

  after(() => {
    for (const subscription of subscriptions.splice(0).reverse()) subscription.dispose();
    leave();
  });

  it('what Send needs has at most 150,000 bytes, and no first Send loads anything else', () => {
    const atStart = bundle.loadedWith(bundle.file('extension'));
    const needed = neededToSend.flatMap((name) => [
      ...bundle.loadedWith(bundle.file(name), new Set(atStart)),
    ]);
    const files = new Set(needed.map((name) => path.basename(name)));
    for (const name of atStart) files.delete(path.basename(name));
    const bytes = bundle.bytes(files);
    assert.ok(sent.length > 3);
    assert.deepEqual(
      sent.filter((name) => !files.has(name)),
      [],
    );
    assert.ok(bytes > 60_000 && bytes <= 150_000, `${String(bytes)} bytes`);
    assert.ok(bundle.bytes(opened) < bytes, `${String(bundle.bytes(opened))} bytes to open one`);
  });

  it('nothing of what helps with descriptions, of rows and of other requests is needed to send one', () => {
    const sources = [...opened, ...sent].flatMap((name) => {
      const output = bundle.outputs.find((one) => path.basename(one) === name) ?? assert.fail(name);
      return Object.keys(bundle.metafile.outputs[output]?.inputs ?? {});
    });
    assert.deepEqual(
      sources.filter((name) =>
        /openapi\/discover|request\/(curl|copyAs)\/|apiTree|goToOperation|newRequest|historyPick|responseActions|sendAll|jsonLibrary|json-p3|node_modules\/yaml/.test(
          name,
        ),
      ),
      [],
    );
  });

  async function activate(): Promise<void> {
    const secrets = new FakeSecrets();
    await storeKey(secrets);
    const { activate: start } = fromHere(path.join(bundle.folder, 'extension.js')) as Shipped;
    start({
      subscriptions,
      secrets,
      globalState: new FakeMemento(),
      globalStorageUri: FakeUri.file(path.join(bundle.root, 'storage')),
      workspaceState: new FakeMemento(),
      extension: { packageJSON: { version: '1.2.3' }, extensionUri: FakeUri.file(bundle.root) },
    } as unknown as vscode.ExtensionContext);
  }

  async function storeKey(secrets: FakeSecrets): Promise<void> {
    const owner = used.current.accounts.find(({ kind }) => kind === 'personalAccessKey') ?? assert.fail();
    const { apiEndpoint: api, authEndpoint: auth } = used.current.address;
    const account = makeAccount({
      kind: 'personalAccessKey',
      hosts: { api, auth, dashboard: api },
      organizationId: owner.organizationId,
      subject: owner.sub,
      userName: owner.email,
    });
    const credential = { kind: 'personalAccessKey', key: owner.secret } as const;
    await new CredentialStore(secrets).write({ account, credential });
  }

  /** Names of the shipped files that were loaded by now. */
  function loaded(): string[] {
    return Object.keys(fromHere.cache)
      .filter((file) => path.dirname(file) === bundle.folder)
      .map((file) => path.basename(file));
  }
});
