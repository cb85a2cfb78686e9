import { isOver, type BuildStatus } from '../../../api/builds/buildStatus';
import type { QueueItem, StartedBuild, UnderWayItem } from '../../../api/builds/model';
import type { Clock } from '../../../support/time';
import { EndedBuilds } from './endedBuilds';
import type { RememberedStart } from './rememberedStarts';
import { WatchedBuild } from './watchedBuild';
import { rowOfSubject, subjectOfRow, type BuildState, type BuildSubject, type Look } from './buildState';

/** How many looks in a row may find nothing of a build before it is given up. */
const MAX_MISSES = 5;

/**
 * What this window knows of builds that are under way, by looks and by what a person did here. A look that began before
 * a start or a cancel tells nothing of that build (R47). Only an end of the build's own is an end: not that a dashboard
 * leaves it out, and not that it waits for long.
 */
export class BuildStates {
  private generation = 0;
  private readonly watched = new Set<WatchedBuild>();
  private readonly ended = new EndedBuilds();
  private publishes: readonly UnderWayItem[] = [];

  constructor(
    /** Told once of each build that ended. */
    private readonly onEnd: (state: BuildState) => void,
    private readonly clock: Clock = Date.now,
  ) {}

  /** What is under way: first what no dashboard has yet. */
  get rows(): readonly UnderWayItem[] {
    const builds = [...this.watched].filter(({ state }) => isKnown(state) && !isOver(state.status));
    const newest = builds.filter(({ isListed }) => !isListed);
    return [
      ...[...newest, ...builds.filter(({ isListed }) => isListed)].map(({ row }) => row),
      ...this.publishes,
    ];
  }

  /** Whether there is a build whose end matters to somebody here, whatever they look at. */
  get hasOwn(): boolean {
    return [...this.watched].some(({ isOwn }) => isOwn);
  }

  /** By the id of the queue, the task or the build. */
  of(id: string): BuildState | undefined {
    const state = this.find(id)?.state;
    return state && isKnown(state) ? state : this.ended.of(id);
  }

  /** A look at the server begins. */
  begin(): Look {
    return { generation: this.generation };
  }

  /** Whether nothing was done here since it began. */
  isNewest({ generation }: Look): boolean {
    return generation === this.generation;
  }

  /** A build was started here: it waits, whatever a look under way will say. */
  addStarted({ queueItemId, taskId }: StartedBuild, subject: BuildSubject): void {
    for (const id of [queueItemId, taskId]) {
      this.drop(this.find(id));
    }
    const state = {
      ...subject,
      queueItemId,
      taskId,
      status: 'waiting',
      startedHere: true,
      canceledHere: false,
    } as const;
    const row = rowOfSubject(queueItemId, subject, this.clock());
    this.watched.add(new WatchedBuild([queueItemId, taskId], state, row, ++this.generation));
  }

  /** A build was started here by an earlier window. Where it is nobody knows before a look tells. */
  addRemembered({ started, subject, at }: RememberedStart): void {
    const { queueItemId, taskId } = started;
    const state = {
      ...subject,
      queueItemId,
      taskId,
      status: 'unknown',
      startedHere: true,
      canceledHere: false,
    } as const;
    const row = rowOfSubject(queueItemId, subject, at);
    this.watched.add(new WatchedBuild([queueItemId, taskId], state, row, this.generation));
  }

  /** A build was canceled here: so it is, whatever a look under way will say. */
  cancel(id: string, subject: BuildSubject): void {
    const build = this.find(id) ?? this.add(rowOfSubject(id, subject, this.clock()), subject);
    build.cancel(++this.generation, this.clock());
  }

  /** The dashboard, as that look found it. */
  applyRows(look: Look, rows: readonly UnderWayItem[]): void {
    this.publishes = rows.filter(({ kind }) => kind === 'publish');
    const listed = new Set<WatchedBuild>();
    for (const row of rows) {
      // A dashboard may lag behind the build's own state.
      if (row.kind === 'build' && !this.ended.of(row.id)) {
        const build = this.find(row.id) ?? this.add(row, subjectOfRow(row));
        listed.add(build);
        if (build.isOlderThan(look)) {
          build.list(row, this.clock());
        }
      }
    }
    for (const build of this.watched) {
      if (!listed.has(build) && build.isOlderThan(look)) {
        build.unlist();
      }
    }
  }

  /** The builds that are to be asked for one by one, those first that a person began something with here. */
  toAsk(look: Look, wasListAsked: boolean): BuildState[] {
    const builds = [...this.watched].filter(
      (build) => build.isOlderThan(look) && (wasListAsked ? !build.isListed : build.isOwn),
    );
    return [...builds.filter(({ isOwn }) => isOwn), ...builds.filter(({ isOwn }) => !isOwn)].map(
      ({ state }) => state,
    );
  }

  /** What the queue says of a build. */
  applyItem(look: Look, queueItemId: string, { status, buildId, commitId }: QueueItem): void {
    const build = this.find(queueItemId);
    if (build?.isOlderThan(look)) {
      if (buildId !== undefined) {
        const same = this.find(buildId);
        if (same !== build) {
          this.drop(same);
        }
      }
      build.learn({ buildId, commitId });
      this.applyStatus(look, queueItemId, status);
    }
  }

  /** What the server says of the build itself. */
  applyStatus(look: Look, queueItemId: string, status: BuildStatus): void {
    const build = this.find(queueItemId);
    if (!build?.isOlderThan(look)) {
      return;
    }
    if (isOver(status)) {
      this.end(build, status);
    } else {
      build.goOn(status, this.clock());
      this.giveUp(build);
    }
  }

  /** Neither the queue nor the build is known to the server. */
  applyNothing(look: Look, queueItemId: string): void {
    const build = this.find(queueItemId);
    if (!build?.isOlderThan(look)) {
      return;
    }
    if (build.state.canceledHere) {
      // What was canceled while it waited may never become a build.
      this.end(build, 'canceled');
    } else {
      build.miss();
      this.giveUp(build);
    }
  }

  private giveUp(build: WatchedBuild): void {
    if (build.misses >= MAX_MISSES) {
      this.end(build, 'unknown');
    }
  }

  private end(build: WatchedBuild, status: BuildStatus): void {
    const { canceledHere } = build.state;
    const state = { ...build.state, status, canceledHere: canceledHere && status === 'canceled' };
    this.watched.delete(build);
    this.ended.add(build.ids, state);
    this.onEnd(state);
  }

  private add(row: UnderWayItem, subject: BuildSubject): WatchedBuild {
    const { id: queueItemId, status } = row;
    const state = { ...subject, queueItemId, status, startedHere: false, canceledHere: false };
    const build = new WatchedBuild([queueItemId], state, row, 0);
    this.watched.add(build);
    return build;
  }

  private drop(build: WatchedBuild | undefined): void {
    if (build) {
      this.watched.delete(build);
    }
  }

  private find(id: string): WatchedBuild | undefined {
    return [...this.watched].find(({ ids }) => ids.has(id));
  }
}

/** Whether anything was ever heard of it. */
function isKnown({ status }: BuildState): boolean {
  return status !== 'unknown';
}
