import { strict as assert } from 'node:assert';
import { createRequire } from 'node:module';
import type * as vscode from 'vscode';
import type { Account } from '../../../../../src/account/account';
import { AccountMemento } from '../../../../../src/account/accountMemento';
import { SessionStore } from '../../../../../src/account/sessionStore';
import type { ApiClient, ApiRequest } from '../../../../../src/api/client';
import { JsonObject } from '../../../../../src/api/decode';
import { decodeProfile, type DistributionProfile } from '../../../../../src/api/distribution/profiles';
import { Failure } from '../../../../../src/api/failure';
import type { DistributionDeps } from '../../../../../src/features/distribution/deps';
import type * as Declarations from '../../../../../src/features/distribution/distribution';
import type * as Workspaces from '../../../../../src/features/distribution/distributionView';
import type * as LateTrees from '../../../../../src/ui/lists/lazyTree';
import type { ListNode } from '../../../../../src/ui/lists/listView';
import { accountOf, hostsAt, keyOf } from '../../../account/accountFixture';
import type { FakeQuickPick } from '../../../extension/fakeQuickPick';
import { FakeTreeView } from '../../../extension/fakeTreeView';
import { FakeUri } from '../../../extension/fakeUri';
import { FakeVscode } from '../../../extension/fakeVscode';
import { FakeAccountData } from '../../../support/fakes/accountData';
import { RecordingLog } from '../../../support/fakes/log';
import { FakeMemento } from '../../../support/fakes/memento';
import { until } from '../../../support/until';
import { forgetEditorModules } from '../../../support/withVscode';

const load = createRequire(__filename);

const loaded = (() => {
  let known: ReturnType<typeof loadAll> | undefined;
  return () => (known ??= loadAll());
})();

function loadAll() {
  const editor = new FakeVscode();
  const leave = editor.install();
  forgetEditorModules();
  try {
    return {
      editor,
      ...(load('../../../../../src/features/distribution/distributionView') as typeof Workspaces),
      ...(load('../../../../../src/features/distribution/distribution') as typeof Declarations),
      ...(load('../../../../../src/ui/lists/lazyTree') as typeof LateTrees),
    };
  } finally {
    leave();
  }
}

export type Raw = { id: string; name: string } & Record<string, unknown>;
type Node = ListNode<DistributionProfile>;

/** A profile as the server has it. */
export function raw(name: string, more: Record<string, unknown> = {}): Raw {
  return { id: `id of ${name}`, name, testingGroupIds: [], ...more };
}

const authentication = (authenticationType: number) => ({ settings: { authenticationType } });
/** Five profiles that differ in what they are found by. */
export const served: readonly Raw[] = [
  raw('Atlas', { iOSVersion: '1.0', testingGroupIds: ['g'], ...authentication(4) }),
  raw('Atlas Pay', { androidVersion: '1.0', ...authentication(1), createDate: '2026-01-01T00:00:00Z' }),
  raw('Harbor', { iOSVersion: '1', androidVersion: '2', lastAppVersionCreateDate: '2026-02-01T00:00:00Z' }),
  raw('Harbor Pay', { ...authentication(5), testingGroupIds: ['g'] }),
  raw('Zephyr', { pinned: true, ...authentication(4), createDate: '2025-01-01T00:00:00Z' }),
];
/** Their names as a list has them. */
export const names = ['Zephyr', 'Atlas', 'Atlas Pay', 'Harbor', 'Harbor Pay'];

/** A profile, read. */
export function profile(name: string, more: Record<string, unknown> = {}): DistributionProfile {
  const row = JsonObject.of(raw(name, more));
  return (row && decodeProfile(row)) ?? assert.fail('no profile');
}

const [anna, ben] = ['anna', 'ben'].map((subject) =>
  accountOf(keyOf('k'), hostsAt('https://api.example'), subject),
) as [Account, Account];

interface Chosen {
  title: string;
  placeHolder: string;
}

/** The Distribution view over a fake editor and a server of a few lines, and the person before it. */
export class FindFixture {
  readonly editor = loaded().editor;
  readonly sessions = new SessionStore();
  served: readonly Raw[] = [];
  /** What the server fails with. */
  fails: Failure | undefined;
  /** What an answer waits for. */
  waits: Promise<unknown> = Promise.resolve();
  /** Paths that were asked for. */
  readonly asked: string[] = [];
  /** Lists that the person was asked with, and what is chosen from them by label. */
  readonly questions: { labels: string[]; descriptions: (string | undefined)[]; options: Chosen }[] = [];
  chooses: string | undefined;
  readonly opened: string[] = [];
  readonly documents: unknown[][] = [];
  clipboard = '';
  /** Progress that was shown. */
  readonly progress: string[] = [];
  readonly tree: LateTrees.LazyTree<Node>;
  readonly treeView: FakeTreeView<Node>;
  readonly workspace: Workspaces.DistributionView;

  constructor(readonly memento = new FakeMemento()) {
    const { LazyTree, DistributionView } = loaded();
    const { picks, executed, messages } = this.editor;
    for (const list of [picks, executed, messages]) list.length = 0;
    this.editor.focused = true;
    this.sessions.setSignedIn(anna, { organizationName: 'Harbor Labs' });
    let treeView: FakeTreeView<Node> | undefined;
    this.equip((provider) => (treeView = new FakeTreeView(provider)));
    this.tree = new LazyTree<Node>('appcircle.distribution', this.sessions, () =>
      Promise.resolve(this.workspace.rows),
    );
    this.treeView = treeView ?? assert.fail('no view');
    const deps = {
      accountData: new FakeAccountData(),
      lastProfiles: new AccountMemento(memento, 'appcircle.lastUploads'),
      sessions: this.sessions,
      memento,
      clientFor: () => this.client,
      extension: FakeUri.file('/extension') as unknown as vscode.Uri,
      log: new RecordingLog(),
      documents: {
        show: (...shown: unknown[]) => Promise.resolve(this.documents.push(shown)),
      } as unknown as DistributionDeps['documents'],
    };
    this.workspace = new DistributionView(
      deps as Partial<DistributionDeps> as ConstructorParameters<typeof DistributionView>[0],
      this.tree,
    );
  }

  run(command: string, argument?: unknown): Promise<void> {
    const id = `appcircle.${command}` as keyof typeof Declarations.distributionCommands;
    const run = loaded().distributionCommands[id] ?? assert.fail(id);
    return Promise.resolve(run(this.workspace, argument) as Promise<void>);
  }

  /** Runs a command up to the list that it opens. */
  async open(command: string, argument?: unknown): Promise<{ pick: FakeQuickPick; done: Promise<void> }> {
    const before = this.editor.picks.length;
    const done = this.run(command, argument);
    await until(() => this.editor.picks.length > before, 'a list');
    return { pick: this.editor.picks.at(-1) ?? assert.fail('no list'), done };
  }

  /** What the rows of the view say. */
  labels(): Promise<string[]> {
    return this.treeView.labels();
  }

  /** The row of the view with this name. */
  async row(name: string): Promise<Node> {
    const nodes = await this.treeView.nodes();
    return nodes.find((node) => node.kind === 'row' && node.row.name === name) ?? assert.fail(name);
  }

  switchAccount(): void {
    this.sessions.setSignedIn(ben, { organizationName: 'Ben & Co' });
  }

  dispose(): void {
    this.workspace.dispose();
    this.tree.dispose();
  }

  private readonly client = {
    host: 'api.example',
    log: new RecordingLog(),
    get: async ({ path, query }: ApiRequest) => {
      this.asked.push(query ? `${path} alone` : path);
      const { served, fails } = this;
      await this.waits;
      if (fails) throw fails;
      const id = decodeURIComponent(path.split('/').at(-1) ?? '');
      if (path === '/distribution/v2/profiles') return served;
      const found = served.find((row) => row.id === id);
      if (!found) throw new Failure('notFound', { host: 'api.example', status: 404 });
      return query ? found : { ...found, appVersions: [] };
    },
  } as unknown as ApiClient;

  private equip(view: (provider: vscode.TreeDataProvider<Node>) => object): void {
    const { window, commands, env } = this.editor.api as { window: object; commands: object; env: object };
    Object.assign(window, {
      createTreeView: (_id: string, { treeDataProvider }: vscode.TreeViewOptions<Node>) =>
        view(treeDataProvider),
      withProgress: ({ title }: { title?: string }, work: () => unknown) => {
        if (title !== undefined) this.progress.push(title);
        return work();
      },
      showQuickPick: (rows: { label: string; description?: string }[], options: Chosen) => {
        const [labels, descriptions] = [rows.map(({ label }) => label), rows.map((row) => row.description)];
        this.questions.push({ labels, descriptions, options });
        return Promise.resolve(rows.find(({ label }) => label === this.chooses));
      },
    });
    Object.assign(commands, {
      executeCommand: (...call: [string, ...unknown[]]) => {
        this.editor.executed.push(call);
        return call[0] === 'appcircle.clearProfileFilter'
          ? this.run('clearProfileFilter')
          : Promise.resolve();
      },
    });
    Object.assign(env, {
      clipboard: { writeText: (text: string) => Promise.resolve((this.clipboard = text)) },
      openExternal: (uri: FakeUri) => Promise.resolve(this.opened.push(uri.toString())),
    });
  }
}
