import sinon from 'sinon';
import { SessionStore } from '../../../../../src/account/sessionStore';
import type { BuildStatus } from '../../../../../src/api/builds/buildStatus';
import type { QueueItem, UnderWayItem } from '../../../../../src/api/builds/model';
import type { ApiClient } from '../../../../../src/api/client';
import { Failure } from '../../../../../src/api/failure';
import { AccountMemento } from '../../../../../src/account/accountMemento';
import { RememberedStarts } from '../../../../../src/features/builds/watch/rememberedStarts';
import { FakeMemento } from '../../../support/fakes/memento';
import type * as BuildWatches from '../../../../../src/features/builds/watch/buildWatch';
import type { BuildState, BuildSubject } from '../../../../../src/features/builds/watch/buildState';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { accounts } from '../../../ui/lists/listFixture';

export const subject: BuildSubject = {
  profile: { id: 'harbor', name: 'Harbor' },
  branch: { id: 'main-id', name: 'main' },
  commit: { id: 'c1', hash: 'abcdef0123' },
};

/** A row of the dashboard. */
export const rowOf = (id: string, row: Partial<UnderWayItem> = {}): UnderWayItem => ({
  id,
  kind: 'build',
  status: 'running',
  profileId: 'harbor',
  profileName: 'Harbor',
  branchName: 'main',
  commitId: `commit of ${id}`,
  hash: 'abcdef0123',
  platform: undefined,
  stepName: undefined,
  publishId: undefined,
  versionId: undefined,
  startedBy: 'ayse@example.test',
  queuedAt: 0,
  ...row,
});

/** What the queue says of a build. */
export const itemOf = (status: BuildStatus, item: Partial<QueueItem> = {}): QueueItem => ({
  status,
  commitId: undefined,
  buildId: undefined,
  ...item,
});

/** Gives the suite that it is called in a watch over builds; each test begins with a new one, and its clock at 0. */
export function useWatch(): WatchFixture {
  const editor = useEditor('features/builds/watch/buildWatch') as EditorWith<typeof BuildWatches>;
  const fixture = new WatchFixture(editor);
  beforeEach(() => {
    fixture.begin();
  });
  afterEach(() => {
    fixture.clock.restore();
  });
  return fixture;
}

/** The server of a watch. */
class WatchState {
  sessions = new SessionStore();
  /** The dashboard, or what it fails with. */
  rows: readonly UnderWayItem[] | Error = [];
  /** What the queue says, by id; what it does not have it does not know. */
  queue: Partial<Record<string, QueueItem | Error>> = {};
  /** What is said of builds, by commit and build. */
  builds: Partial<Record<string, BuildStatus | Error>> = {};
  /** What was asked: seconds since the start, and what for. */
  asked: string[] = [];
  ends: BuildState[] = [];
  changes = 0;
  memento = new FakeMemento();
  /** What responses wait for. */
  gate: Promise<unknown> | undefined;
}

/** A watch, its server and its clock. */
class WatchFixture extends WatchState {
  declare clock: sinon.SinonFakeTimers;
  declare watch: BuildWatches.BuildWatch;

  constructor(readonly editor: EditorWith<typeof BuildWatches>) {
    super();
  }

  begin(): void {
    Object.assign(this, new WatchState());
    this.clock = sinon.useFakeTimers();
    this.sessions.setSignedIn(accounts[0]);
    this.open();
  }

  /** The window is opened again: all that was not remembered is gone. */
  reload(): void {
    this.watch.dispose();
    this.ends = [];
    this.asked = [];
    this.open();
  }

  get remembered(): RememberedStarts {
    return new RememberedStarts(new AccountMemento(this.memento, 'startedBuilds'));
  }

  private open(): void {
    const { sessions } = this;
    this.watch = this.editor.own(
      new this.editor.module.BuildWatch(
        { sessions, clientFor: () => ({}) as ApiClient },
        {
          listUnderWay: (_, signal) => this.respond('list', this.rows, signal),
          getQueueItem: (_, id, signal) => this.respond(`queue ${id}`, this.queue[id], signal),
          getBuildStatus: (_, commitId, buildId, signal) =>
            this.respond(`build ${commitId} ${buildId}`, this.builds[`${commitId} ${buildId}`], signal),
        },
        this.remembered,
      ),
    );
    this.watch.onDidEnd((end) => this.ends.push(end));
    this.watch.onDidChange(() => this.changes++);
  }

  /** Time goes by. */
  seconds(count: number): Promise<number> {
    return this.clock.tickAsync(count * 1000);
  }

  focus(focused: boolean): void {
    this.editor.focused = focused;
    this.editor.windowState.fire({ focused });
  }

  /** Responses wait until the result is called. */
  hold(): () => void {
    let open: () => void = () => undefined;
    this.gate = new Promise<void>((resolve) => (open = resolve));
    return () => {
      this.gate = undefined;
      open();
    };
  }

  /** Starts a build here. */
  start(queueItemId = 'q1', taskId = queueItemId): void {
    this.watch.trackStarted({ queueItemId, taskId }, subject);
  }

  /** Ids of what is under way, with their states. */
  get underWay(): string[] {
    return this.watch.underWay.map(({ id, status }) => `${id} ${status}`);
  }

  get ended(): string[] {
    return this.ends.map(({ queueItemId, status }) => `${queueItemId} ${status}`);
  }

  private async respond<T>(what: string, response: T | Error | undefined, signal?: AbortSignal): Promise<T> {
    this.asked.push(`${String(Date.now() / 1000)} ${what}`);
    await this.gate;
    if (signal?.aborted) throw new Failure('cancelled');
    if (response === undefined) throw new Failure('notFound', { host: 'api.example', status: 404 });
    if (response instanceof Error) throw response;
    return response;
  }
}
