import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as vscode from 'vscode';
import { FakeQuickPick } from '../unit/extension/fakeQuickPick';
import { FakeUri } from '../unit/extension/fakeUri';
import { FakeVscode } from '../unit/extension/fakeVscode';
import { FakeMemento } from '../unit/support/fakes/memento';
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

const builds = 'appcircle.builds';
const signing = 'appcircle.signing';

/** A quick pick that tells when it is shown. */
class BenchPick extends FakeQuickPick {
  constructor(private readonly shown: (pick: FakeQuickPick) => void) {
    super();
  }

  override show(): void {
    super.show();
    this.shown(this);
  }
}

/**
 * The fake editor with a person in it who signs in with a key, and looks at the Distribution view, finds in it and opens a
 * profile, or at the Builds view. What VS Code itself takes to draw is not in it.
 */
export class BenchEditor {
  private readonly fake = new FakeVscode();
  private readonly providers = new Map<string, vscode.TreeDataProvider<unknown>>();
  /** Which row of a list that is asked from is taken. */
  private taken = 0;
  private shown: (pick: FakeQuickPick) => void = () => undefined;

  constructor(addresses: Addresses = { api: '', auth: '' }, key = '') {
    const { window, workspace } = this.fake.api as Patched;
    const createTreeView = window['createTreeView'] as (id: string, options: object) => object;
    window['createTreeView'] = (id: string, options: vscode.TreeViewOptions<unknown>) => {
      this.providers.set(id, options.treeDataProvider);
      return createTreeView(id, options);
    };
    window['showQuickPick'] = (offered: unknown[]) => Promise.resolve(offered[this.taken]);
    window['createQuickPick'] = () =>
      new BenchPick((pick) => {
        this.shown(pick);
      });
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
      globalState: new FakeMemento(),
      globalStorageUri: { fsPath: path.join(tmpdir(), 'appcircle-no-such-folder') },
      workspaceState: new FakeMemento(),
      extension: { packageJSON: { version: '0.0.0' }, extensionUri: FakeUri.file('/extension') },
    } as unknown as vscode.ExtensionContext);
  }

  /** How many rows the Distribution view has once the sign-in is through. */
  async signInToRows(): Promise<number> {
    await this.fake.commands.get('appcircle.signIn')?.({ kind: 'personalAccessKey' });
    return (await this.draw()).length;
  }

  /** Refreshes, and draws. */
  async refresh(): Promise<void> {
    await this.fake.commands.get('appcircle.refresh')?.();
    await this.draw();
  }

  /** Opens the filter. What is given types into it, draws, and closes it again. */
  async filter(): Promise<(text: string) => Promise<void>> {
    const { pick, closed } = await this.opened('appcircle.filterProfiles');
    return async (text) => {
      pick.type(text);
      await this.draw();
      pick.hide();
      await closed;
    };
  }

  /** Sorts by the last upload, and draws. */
  async sort(): Promise<void> {
    this.taken = 1;
    await this.fake.commands.get('appcircle.sortProfiles')?.();
    await this.draw();
  }

  /** Opens Go to Profile: how many profiles it offers. */
  async goToProfile(): Promise<number> {
    const { pick, closed } = await this.opened('appcircle.goToProfile');
    const { length } = pick.items;
    pick.hide();
    await closed;
    return length;
  }

  /** Opens the row of a profile and the platforms below it: how many versions there are. */
  async openProfile(id: string): Promise<number> {
    const profile = (await this.draw()).find((node) => (node as { row?: { id: string } }).row?.id === id);
    const platforms = await this.draw(profile);
    const versions = await Promise.all(platforms.map((platform) => this.draw(platform)));
    return versions.flat().length;
  }

  /** Shows every certificate of the Signing Identities view, a page after the other: how many there are. */
  async openCertificates(): Promise<number> {
    for (;;) {
      const [certificates] = await this.draw(undefined, signing);
      const nodes = await this.draw(certificates, signing);
      const more = nodes.find((node) => (node as { kind: string }).kind === 'more');
      if (more === undefined) {
        return nodes.length;
      }
      await this.fake.commands.get('appcircle.showMoreSigningIdentities')?.(more);
    }
  }

  /** How many profiles the Builds view has once the sign-in is through. */
  async signInToBuilds(): Promise<number> {
    await this.fake.commands.get('appcircle.signIn')?.({ kind: 'personalAccessKey' });
    return (await this.buildProfiles()).length;
  }

  /** Opens every profile of the Builds view, one after the other: how many branches there are. */
  async drawBuilds(): Promise<number> {
    let count = 0;
    for (const profile of await this.buildProfiles()) {
      count += (await this.draw(profile, builds)).length;
    }
    return count;
  }

  private async buildProfiles(): Promise<unknown[]> {
    const sections = await this.draw(undefined, builds);
    const below = await Promise.all(sections.map((section) => this.draw(section, builds)));
    return below.flat().filter((node) => (node as { kind: string }).kind === 'buildProfile');
  }

  /** Asks for rows and for what each says, as the editor does to draw them. */
  private async draw(parent?: unknown, view = 'appcircle.distribution'): Promise<unknown[]> {
    const provider = this.providers.get(view);
    const nodes = (await provider?.getChildren(parent)) ?? [];
    for (const node of nodes) {
      await provider?.getTreeItem(node);
    }
    return nodes;
  }

  private async opened(command: string): Promise<{ pick: FakeQuickPick; closed: unknown }> {
    let closed: unknown;
    const pick = await new Promise<FakeQuickPick>((resolve) => {
      this.shown = resolve;
      closed = this.fake.commands.get(command)?.();
    });
    return { pick, closed };
  }
}

function never(): { dispose: () => void } {
  return { dispose: () => undefined };
}

/** An input box in which the text stands already, and Enter is pressed as soon as it shows. */
function boxWith(value: string): object {
  const subscribed: Partial<Record<'accept' | 'hide', Listener>> = {};
  const on = (name: 'accept' | 'hide') => (listener: Listener) => {
    subscribed[name] = listener;
    return { dispose: () => undefined };
  };
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
