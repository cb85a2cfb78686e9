import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as vscode from 'vscode';
import { FakeVscode } from '../unit/extension/fakeVscode';
import { FakeMemory } from '../unit/support/fakes/memory';
import { FakeSecrets } from '../unit/support/fakes/secrets';

/** Base addresses of the hosts that are signed in to. */
export interface Addresses {
  api: string;
  auth: string;
}

interface Entry {
  activate: (context: vscode.ExtensionContext) => unknown;
}

interface Patched {
  window: Record<string, unknown>;
  workspace: Record<string, unknown>;
}

type Listener = () => void;

/**
 * The fake editor with a person in it who signs in: takes the first kind of key that is offered, pastes the key, and
 * looks at the Distribution view.
 */
export class BenchEditor {
  private readonly fake = new FakeVscode();
  private readonly providers = new Map<string, vscode.TreeDataProvider<unknown>>();

  constructor(addresses: Addresses = { api: '', auth: '' }, key = '') {
    const { window, workspace } = this.fake.api as Patched;
    const createTreeView = window['createTreeView'] as (id: string) => object;
    window['createTreeView'] = (id: string, options: vscode.TreeViewOptions<unknown>) => {
      this.providers.set(id, options.treeDataProvider);
      return createTreeView(id);
    };
    window['showQuickPick'] = ([first]: unknown[]) => Promise.resolve(first);
    window['createInputBox'] = () => boxWith(key);
    // Every address but that of the auth host is the API's: the rest is not called.
    const address = (name: string) => (name === 'appcircle.authEndpoint' ? addresses.auth : addresses.api);
    workspace['getConfiguration'] = () => ({
      get: (name: string, value: unknown) => (name.startsWith('appcircle.') ? address(name) : value),
      inspect: () => undefined,
    });
  }

  /** Loads the extension's entry file with this fake as its `vscode`, and whatever it loads later. */
  load(require: NodeJS.Require, file: string): Entry {
    this.fake.install();
    return require(file) as Entry;
  }

  activate({ activate }: Entry): void {
    activate({
      subscriptions: [],
      secrets: new FakeSecrets(),
      globalState: new FakeMemory(),
      globalStorageUri: { fsPath: path.join(tmpdir(), 'appcircle-no-such-folder') },
      workspaceState: new FakeMemory(),
      extension: { packageJSON: { version: '0.0.0' }, extensionUri: {} },
    } as unknown as vscode.ExtensionContext);
  }

  /** How many rows the Distribution view has once the sign-in is through. */
  async signInToRows(): Promise<number> {
    await this.fake.commands.get('appcircle.signIn')?.();
    const rows = await this.providers.get('appcircle.distribution')?.getChildren();
    return rows?.length ?? 0;
  }
}

/** An input box in which the text stands already, and Enter is pressed as soon as it shows. */
function boxWith(value: string): object {
  const subscribed: Partial<Record<'accept' | 'hide', Listener>> = {};
  const on = (name: 'accept' | 'hide') => (listener: Listener) => {
    subscribed[name] = listener;
    return { dispose: () => undefined };
  };
  const never = () => ({ dispose: () => undefined });
  const box = {
    enabled: true,
    onDidAccept: on('accept'),
    onDidHide: on('hide'),
    onDidChangeValue: never,
    onDidTriggerButton: never,
    show: () => {
      box.value = value;
      setImmediate(() => subscribed.accept?.());
    },
    hide: () => subscribed.hide?.(),
    dispose: () => undefined,
    value: '',
  };
  return box;
}
