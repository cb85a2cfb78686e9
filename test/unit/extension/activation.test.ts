import assert from 'node:assert/strict';
import fs from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sinon from 'sinon';
import type * as vscode from 'vscode';
import { makeAccount } from '../../../src/account/account';
import { CredentialStore } from '../../../src/account/credentialStore';
import type { Sandbox } from '../../sandbox/sandbox';
import { FakeMemento } from '../support/fakes/memento';
import { FakeSecrets } from '../support/fakes/secrets';
import { settled, until } from '../support/until';
import { useEditor, type EditorWith } from '../support/useEditor';
import { useSandbox } from '../support/useSandbox';

type Activate = (context: vscode.ExtensionContext) => unknown;

describe('activate', () => {
  const editor = useEditor('extension') as EditorWith<{ activate: Activate }>;
  const used = useSandbox({ profiles: 3 });
  let sandbox: Sandbox;
  let secrets: FakeSecrets;
  let subscriptions: vscode.Disposable[];

  beforeEach(() => {
    sandbox = used.current;
    secrets = new FakeSecrets();
    subscriptions = [];
    editor.own({ dispose });
  });

  afterEach(() => {
    sinon.restore();
  });

  function start(): unknown {
    return editor.module.activate({
      subscriptions,
      secrets,
      globalState: new FakeMemento(),
      globalStorageUri: { fsPath: path.join(tmpdir(), 'appcircle-no-such-folder') },
      workspaceState: new FakeMemento(),
      extension: { packageJSON: { version: '1.2.3' }, extensionUri: {} },
    } as unknown as vscode.ExtensionContext);
  }

  function dispose(): void {
    for (const subscription of subscriptions.splice(0).reverse()) subscription.dispose();
  }

  async function storeKey(): Promise<void> {
    const owner = sandbox.accounts.find(({ kind }) => kind === 'personalAccessKey');
    assert.ok(owner);
    const { apiEndpoint: api, authEndpoint: auth } = sandbox.address;
    const identity = {
      kind: 'personalAccessKey' as const,
      hosts: { api, auth, dashboard: api },
      organizationId: owner.organizationId,
      subject: owner.sub,
    };
    const account = makeAccount({ ...identity, userName: owner.email });
    await new CredentialStore(secrets).write({
      account,
      credential: { kind: 'personalAccessKey', key: owner.secret },
    });
    secrets.calls.length = 0;
  }

  it('R30: touches no network, secret or file before it returns, and exports nothing', async () => {
    await storeKey();
    const connect = sinon.spy(net.Socket.prototype, 'connect');
    const files = (['readFileSync', 'readFile', 'openSync', 'statSync', 'existsSync'] as const).map((name) =>
      sinon.spy(fs, name),
    );
    const opened = sinon.spy(fs.promises, 'readFile');
    const exported = start();
    assert.deepEqual(secrets.calls, []);
    assert.equal(connect.callCount, 0);
    assert.deepEqual(
      [...files, opened].map(({ callCount }) => callCount),
      [0, 0, 0, 0, 0, 0],
    );
    assert.equal(exported, undefined);
    await until(() => sandbox.requests().length > 0, 'the check of the session');
  });

  it('makes no request at all at a start while signed out, and is signed out', async () => {
    const connect = sinon.spy(net.Socket.prototype, 'connect');
    start();
    await until(() => editor.context('appcircle.session').includes('signedOut'));
    await settled();
    assert.equal(connect.callCount, 0);
  });

  it('R6: shows no message by itself, signed out or signed in', async () => {
    await storeKey();
    start();
    await until(() => sandbox.requests().length > 0);
    await settled();
    assert.deepEqual(editor.messages, []);
  });

  it('exchanges once at a signed-in start of the focused window', async () => {
    await storeKey();
    start();
    // The name of the organization is asked for last; left under way it would be a request of the next test.
    await until(() => sandbox.requests().some(({ host, status }) => host === 'api' && status === 200));
    editor.windowState.fire({ focused: true });
    await settled();
    assert.deepEqual(
      sandbox
        .requests()
        .filter(({ host }) => host === 'auth')
        .map(({ path }) => path),
      ['/auth/v3/token'],
    );
  });

  it('R16: waits in a window without focus until it gets it', async () => {
    await storeKey();
    editor.focused = false;
    start();
    await until(() => editor.context('appcircle.session').includes('signedIn'));
    await settled();
    assert.deepEqual(sandbox.requests(), []);
    editor.focused = true;
    editor.windowState.fire({ focused: true });
    await until(() => sandbox.requests().some(({ status }) => status === 200));
  });

  it('after an outage the session and its views get well at the next focus, asking once and saying nothing', async () => {
    await storeKey();
    start();
    const view = editor.treeViews.get('appcircle.distribution') ?? assert.fail('no view');
    view.visible = true;
    await until(() => sandbox.requests().some(({ host, status }) => host === 'api' && status === 200));
    assert.equal((await view.nodes()).length, 3);
    await sandbox.down();
    await editor.commands.get('appcircle.refresh')?.();
    assert.equal((await view.nodes()).length, 5);
    assert.match(view.message ?? '', /cannot be reached/);
    await sandbox.up();
    sandbox.clearRequests();
    editor.windowState.fire({ focused: true });
    editor.windowState.fire({ focused: true });
    await until(() => view.message === '', 'the recovery');
    assert.equal((await view.nodes()).length, 3);
    assert.deepEqual(
      sandbox.requests().map(({ path }) => path),
      ['/identity/v1/organizations', '/distribution/v2/profiles'],
    );
    assert.deepEqual(editor.messages, []);
  });

  it('R9: never says signed out at a signed-in start, so that the sign-in text does not flash', async () => {
    await storeKey();
    start();
    await until(() => editor.context('appcircle.session').includes('signedIn'));
    assert.deepEqual(editor.context('appcircle.session'), ['starting', 'signedIn']);
  });

  it('T6, R1: says that the storage cannot be read, and not that nobody is signed in', async () => {
    await storeKey();
    secrets.failing.add('keys');
    start();
    await until(() => editor.context('appcircle.session').includes('storageUnreadable'));
    assert.deepEqual(editor.context('appcircle.session'), ['starting', 'storageUnreadable']);
    assert.equal(secrets.records.size, 1);
  });

  it('asks nobody and writes nothing once it is disposed, however late its storage answers', async () => {
    await storeKey();
    for (const operation of ['keys', 'get'] as const) {
      const go = secrets.hold(operation);
      start();
      await until(() => secrets.calls.includes(operation), operation);
      dispose();
      const written = secrets.calls.length;
      go();
      await settled();
      assert.deepEqual(
        secrets.calls.slice(written).filter((call) => call === 'store' || call === 'delete'),
        [],
      );
      assert.deepEqual(sandbox.requests(), []);
      assert.ok(!editor.context('appcircle.session').includes('signedIn'));
    }
  });

  it('T14: leaves nothing behind when disposed, and starts again', async () => {
    start();
    await until(() => editor.context('appcircle.session').includes('signedOut'));
    assert.ok(editor.live.length > 10);
    dispose();
    assert.deepEqual(editor.live, []);
    start();
    assert.ok(editor.live.length > 10);
  });
});
