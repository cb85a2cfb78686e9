import { strict as assert } from 'node:assert';
import type { Account } from '../../../../../src/account/account';
import { AccountMemento } from '../../../../../src/account/accountMemento';
import type { RetainAccounts } from '../../../../../src/account/accountData';
import { SessionStore } from '../../../../../src/account/sessionStore';
import type {
  Branch,
  Build,
  BuildProfile,
  Commit,
  Configuration,
  Workflow,
} from '../../../../../src/api/builds/model';
import { WITH_VARIABLES } from '../../../../../src/api/builds/routes';
import type { NewBuild } from '../../../../../src/api/builds/startBuild';
import type { ApiClient } from '../../../../../src/api/client';
import type { BuildNode } from '../../../../../src/features/builds/buildNodes';
import type * as Starts from '../../../../../src/features/builds/start/buildStarts';
import type { BuildState, BuildSubject } from '../../../../../src/features/builds/watch/buildState';
import type { FakeQuickPick } from '../../../extension/fakeQuickPick';
import { FakeMemento } from '../../../support/fakes/memento';
import { until } from '../../../support/until';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { accounts } from '../../../ui/lists/listFixture';

export const profileOf = (id: string, name = id): BuildProfile => ({
  id,
  name,
  pinned: false,
  platform: 'ios',
  repositoryName: undefined,
  lastBuildAt: undefined,
  raw: {},
});

export const branchOf = (id: string, name = id): Branch => ({
  id,
  name,
  lastBuildAt: undefined,
  status: undefined,
});

export const commitOf = (id: string, hash: string, subject = `Subject of ${id}`): Commit => ({
  id,
  hash,
  subject,
  message: subject,
  author: 'Ayşe',
  committedAt: undefined,
});

export const buildOf = (id: string, build: Partial<Build> = {}): Build => ({
  id,
  commitId: 'c2',
  hash: HASHES.c2,
  status: 'failed',
  startedAt: undefined,
  endedAt: undefined,
  duration: undefined,
  workflowName: undefined,
  subject: 'Subject of c2',
  author: undefined,
  raw: {},
  ...build,
});

export const HASHES = { c1: 'a1'.repeat(20), c2: 'b2'.repeat(20), old: 'd4'.repeat(20) };

/** Gives the suite that it is called in Start Build; each test begins with one that was not used yet. */
export function useStarts(): StartFixture {
  const editor = useEditor('features/builds/start/buildStarts', { answersPicks: true }) as EditorWith<
    typeof Starts
  >;
  const fixture = new StartFixture(editor);
  beforeEach(() => {
    fixture.begin();
  });
  return fixture;
}

/** What the server has, what the person does, and what came of it. */
class StartState {
  sessions = new SessionStore();
  memento = new FakeMemento();
  profiles: BuildProfile[] | Error = [profileOf('harbor', 'Harbor'), profileOf('quay', 'Quay')];
  branches: Branch[] | Error = [branchOf('b-main', 'main'), branchOf('b-dev', 'develop')];
  commits: Commit[] = [commitOf('c1', HASHES.c1), commitOf('c2', HASHES.c2)];
  /** Builds of the branch. */
  builds: Build[] = [];
  workflows: Workflow[] = [
    { id: 'w1', name: 'Release', lastUsedAt: 2 },
    { id: 'w2', name: 'Debug', lastUsedAt: 1 },
  ];
  configurations: Configuration[] = [
    { id: 'k1', name: 'Default', updatedAt: undefined },
    { id: 'k2', name: 'Store', updatedAt: undefined },
  ];
  /** What a start fails with, once each. */
  failures: Error[] = [];
  missingRoutes = new Set<string>();
  /** Whether the server says that it has no route for variables. */
  describesNoVariables = false;
  /** What the workspace has of each profile. */
  heads: Partial<Record<string, { branch: string | undefined; commit: string | undefined }>> = {};
  /** Beginnings of rows that are chosen, one in each pick; where there is none it is closed. */
  chooses: string[] = [];
  asked: string[] = [];
  /** What responses to starts wait for. */
  startGate: Promise<unknown> | undefined;
  started: NewBuild[] = [];
  tracked: { id: string; subject: BuildSubject }[] = [];
  refreshes = 0;
  /** The build whose log a command is run on. */
  ofLog: BuildNode | undefined;
  /** Where builds are that were started, by their id. */
  states: Partial<Record<string, BuildState>> = {};
}

class StartFixture extends StartState {
  declare starts: Starts.BuildStarts;
  declare retain: RetainAccounts;

  constructor(readonly editor: EditorWith<typeof Starts>) {
    super();
  }

  begin(): void {
    Object.assign(this, new StartState());
    const { editor } = this;
    this.sessions.setSignedIn(accounts[0]);
    editor.answersPicks = true;
    editor.chooses = (rows) => {
      const wanted = this.chooses.shift();
      return wanted === undefined ? undefined : rows.find(({ label }) => label.startsWith(wanted));
    };
    this.starts = editor.own(
      new editor.module.BuildStarts({
        sessions: this.sessions,
        clientFor: () => ({ missingRoutes: this.missingRoutes }) as unknown as ApiClient,
        accountData: {
          add: (retain) => {
            this.retain = retain;
            return { dispose: () => undefined };
          },
        },
        profiles: () => this.answer('profiles', this.profiles),
        workspace: {
          load: () => Promise.resolve(),
          isHere: ({ id }) => this.heads[id] !== undefined,
          checkedOut: ({ id }) => this.heads[id],
        },
        buildOfLog: () => Promise.resolve(this.ofLog),
        lastStarts: new AccountMemento(this.memento, 'appcircle.lastStarts'),
        watch: {
          trackStarted: ({ queueItemId: id }, subject) => this.tracked.push({ id, subject }),
          stateOf: (id) => this.states[id],
          refresh: () => {
            this.refreshes++;
            return Promise.resolve();
          },
        },
        requests: {
          listBranches: (_, profileId) => this.answer(`branches ${profileId}`, this.branches),
          listCommits: (_, { branchId }) => this.answer(`commits ${branchId}`, this.commits),
          listBuilds: (_, { branchId }) => this.answer(`builds ${branchId}`, this.builds),
          getCommit: (_, id) => this.answer(`commit ${id}`, { commit: commitOf(id, HASHES.old) }),
          listWorkflows: (_, profileId) => this.answer(`workflows ${profileId}`, this.workflows),
          listConfigurations: (_, profileId, branchId = '') =>
            this.answer(`configurations ${profileId} ${branchId}`, this.configurations),
          canStartWithVariables: ({ missingRoutes }) => {
            if (this.describesNoVariables) missingRoutes.add(WITH_VARIABLES);
            return this.answer('variables', !this.describesNoVariables);
          },
          startBuild: async (_, build) => {
            this.started.push(build);
            const id = `q${this.started.length}`;
            await this.startGate;
            return this.answer('start', this.failures.shift() ?? { taskId: id, queueItemId: id });
          },
        },
      }),
    );
  }

  /** What stood above the rows of each pick, those that nobody had to answer left out. */
  get questions(): string[] {
    return this.editor.lists.map(({ options }) => options.placeHolder);
  }

  /** Labels and descriptions of the rows of a pick. */
  rows(index: number): string[] {
    const rows = this.editor.lists.at(index)?.rows ?? [];
    return rows.map(({ label, description = '' }) =>
      description === '' ? label : `${label} | ${description}`,
    );
  }

  /** The next pick that somebody has to answer, with its rows. */
  async open(): Promise<FakeQuickPick> {
    await until(
      () => this.editor.picks.at(-1)?.visible === true && !this.editor.picks.at(-1)?.busy,
      'a pick',
    );
    return this.editor.picks.at(-1) ?? assert.fail();
  }

  /** Starts a build of all that there is, by its first choices. */
  async startFirst(): Promise<void> {
    this.chooses = ['Harbor', 'main', 'Subject of c1', 'Debug', 'Store', 'Start'];
    await this.starts.start(undefined);
  }

  /** Starts are under way until the result is called. */
  holdStarts(): () => void {
    let open: () => void = () => undefined;
    this.startGate = new Promise<void>((resolve) => (open = resolve));
    return open;
  }

  other(): Account {
    return accounts[1];
  }

  private answer<T>(what: string, value: T | Error): Promise<T> {
    this.asked.push(what);
    return value instanceof Error ? Promise.reject(value) : Promise.resolve(value);
  }
}
