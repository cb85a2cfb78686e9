import type { BuildStatus } from '../../../api/builds/buildStatus';
import type { UnderWayItem } from '../../../api/builds/model';
import type { BuildState, Look } from './buildState';

/** How long a server may go on calling a build running that it agreed to cancel, in milliseconds. */
const CANCEL_MS = 60_000;

/** A build that is watched: its state, its row, and how much is to be believed of what is said of it. */
export class WatchedBuild {
  readonly ids: Set<string>;
  private canceledAt: number | undefined;
  private listed = false;
  private missed = 0;

  constructor(
    ids: readonly string[],
    private current: BuildState,
    private shown: UnderWayItem,
    /** When something was done to it here last: older looks do not count. */
    private generation: number,
  ) {
    this.ids = new Set(ids);
  }

  get state(): BuildState {
    return this.current;
  }

  get row(): UnderWayItem {
    return this.shown;
  }

  /** Whether the last dashboard had it. */
  get isListed(): boolean {
    return this.listed;
  }

  /** Whether a person began or ended it here. */
  get isOwn(): boolean {
    return this.current.startedHere || this.current.canceledHere;
  }

  /** Looks in a row that found nothing of it; of a build of others also those that found it in no dashboard. */
  get misses(): number {
    return this.missed;
  }

  /** Whether nothing was done to it here since that look began. */
  isOlderThan({ generation }: Look): boolean {
    return this.generation <= generation;
  }

  cancel(generation: number, now: number): void {
    this.generation = generation;
    this.canceledAt = now;
    this.change({ status: 'canceled', canceledHere: true });
  }

  /** The dashboard has it. */
  list(row: UnderWayItem, now: number): void {
    const told = Object.entries(row).filter(([, value]) => value !== undefined);
    this.shown = { ...this.shown, ...Object.fromEntries(told), stepName: row.stepName };
    this.listed = true;
    this.missed = 0;
    this.setStatus(row.status, now);
  }

  unlist(): void {
    this.listed = false;
  }

  learn({ buildId, commitId }: { buildId: string | undefined; commitId: string | undefined }): void {
    if (buildId !== undefined) {
      this.ids.add(buildId);
      this.change({ buildId });
    }
    if (commitId !== undefined && !this.current.commit) {
      this.change({ commit: { id: commitId, hash: this.shown.hash ?? '' } });
    }
  }

  /** It is not over. What is in no dashboard and was not begun here is not waited for forever. */
  goOn(status: BuildStatus, now: number): void {
    this.missed = this.isOwn ? 0 : this.missed + 1;
    this.setStatus(status, now);
  }

  miss(): void {
    this.missed++;
  }

  /** A server that agreed to cancel may need its time. A status that nobody documented changes nothing. */
  private setStatus(status: BuildStatus, now: number): void {
    const isCanceling = this.canceledAt !== undefined && now - this.canceledAt < CANCEL_MS;
    if (!isCanceling && (status === 'waiting' || status === 'running')) {
      this.canceledAt = undefined;
      this.shown = { ...this.shown, status };
      this.change({ status, canceledHere: false });
    }
  }

  private change(change: Partial<BuildState>): void {
    this.current = Object.freeze({ ...this.current, ...change });
  }
}
