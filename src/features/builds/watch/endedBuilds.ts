import type { BuildState } from './buildState';

/** How many are remembered: rows of them may still be shown, and a dashboard may still have them. */
const MAX_ENDED = 200;

/** Builds that ended while this window looked, by each of their ids; the newest of them. */
export class EndedBuilds {
  private readonly builds: { ids: ReadonlySet<string>; state: BuildState }[] = [];

  add(ids: ReadonlySet<string>, state: BuildState): void {
    this.builds.unshift({ ids, state });
    this.builds.length = Math.min(this.builds.length, MAX_ENDED);
  }

  of(id: string): BuildState | undefined {
    return this.builds.find(({ ids }) => ids.has(id))?.state;
  }
}
