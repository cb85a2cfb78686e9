import type { CommandId } from '../../../../../src/contributions';
import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import type { Account } from '../../../../../src/account/account';
import { AccountMemento } from '../../../../../src/account/accountMemento';
import { SessionStore } from '../../../../../src/account/sessionStore';
import type { ApiClient, ApiRequest } from '../../../../../src/api/client';
import { JsonObject } from '../../../../../src/api/decode';
import { decodeProfile, type DistributionProfile } from '../../../../../src/api/distribution/profiles';
import { Failure } from '../../../../../src/api/failure';
import type { DistributionDeps } from '../../../../../src/features/distribution/deps';
import type * as Workspaces from '../../../../../src/features/distribution/distributionView';
import type * as LateTrees from '../../../../../src/ui/lists/lazyTree';
import type { ListNode } from '../../../../../src/ui/lists/listNodes';
import { accountOf, hostsAt, keyOf } from '../../../account/accountFixture';
import type { FakeQuickPick } from '../../../extension/fakeQuickPick';
import type { FakeTreeView } from '../../../extension/fakeTreeView';
import { FakeUri } from '../../../extension/fakeUri';
import { FakeAccountData } from '../../../support/fakes/accountData';
import { RecordingLog } from '../../../support/fakes/log';
import { FakeMemento } from '../../../support/fakes/memento';
import { until } from '../../../support/until';
import { useEditor, type EditorWith } from '../../../support/useEditor';

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

type Editor = EditorWith<typeof Workspaces>;

/** Gives the suite that it is called in the Distribution view; each test begins with one before five profiles. */
export function useFind(): FindFixture {
  const editor = useEditor('features/distribution/distributionView') as Editor;
  const fixture = new FindFixture(editor);
  beforeEach(() => {
    fixture.begin();
  });
  return fixture;
}

/** The Distribution view over a fake editor and a server of a few lines, and the person before it. */
class FindFixture {
  declare memento: FakeMemento;
  declare sessions: SessionStore;
  served: readonly Raw[] = served;
  /** What the server fails with. */
  fails: Failure | undefined;
  /** What an answer waits for. */
  waits: Promise<unknown> | undefined;
  /** Paths that were asked for. */
  asked: string[] = [];
  documents: unknown[][] = [];
  /** What open JSON documents were told: path and value. */
  renewed: [path: string, value: unknown][] = [];
  declare tree: LateTrees.LazyTree<Node>;
  declare treeView: FakeTreeView<Node>;
  declare workspace: Workspaces.DistributionView;
  private isOpen = false;

  constructor(readonly editor: Editor) {}

  /** Opens a window with this workspace, in place of the one that is open; one that was not used yet unless told. */
  begin(memento = new FakeMemento()): void {
    this.dispose();
    this.isOpen = true;
    this.editor.reset();
    this.editor.own(this);
    this.editor.executes = (command) =>
      command === 'appcircle.clearProfileFilter' ? this.run('clearProfileFilter') : undefined;
    this.memento = memento;
    this.sessions = new SessionStore();
    this.sessions.setSignedIn(anna, { organizationName: 'Harbor Labs' });
    this.served = served;
    this.fails = this.waits = undefined;
    this.asked = [];
    this.documents = [];
    this.renewed = [];
    const { LazyTree } = this.editor.load('ui/lists/lazyTree') as typeof LateTrees;
    const { DistributionView } = this.editor.module;
    this.tree = new LazyTree<Node>('appcircle.distribution', this.sessions, () =>
      Promise.resolve(this.workspace.rows),
    );
    this.treeView = this.editor.treeViews.get('appcircle.distribution') as FakeTreeView<Node>;
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
        has: () => false,
        renew: (_owner: string, path: string[], value: unknown) => {
          this.renewed.push([path.join('/'), value]);
        },
      } as unknown as DistributionDeps['documents'],
    };
    this.workspace = new DistributionView(
      deps as Partial<DistributionDeps> as ConstructorParameters<typeof DistributionView>[0],
      this.tree,
    );
  }

  run(command: string, argument?: unknown): Promise<unknown> {
    return this.workspace.run(`appcircle.${command}` as CommandId, argument, undefined);
  }

  /** Runs a command up to the list that it opens. */
  async open(command: string, argument?: unknown): Promise<{ pick: FakeQuickPick; done: Promise<unknown> }> {
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
    if (!this.isOpen) return;
    this.isOpen = false;
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
}
