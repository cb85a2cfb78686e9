import type { Branch, Build, BuildProfile, UnderWayItem } from '../../../api/builds/model';
import {
  branchHasText,
  buildHasText,
  hasStatus,
  hasText,
  profileHasText,
  type BuildFilter,
} from '../find/buildFilter';
import type { LiveBuilds } from '../rooms';
import type { Repository } from '../workspace/repositories';
import type { ProfileLink } from '../workspace/workspaceProfiles';
import type { BuildLists } from './buildLists';
import { itemsOfBranch, withLive, type BuildRow } from './liveRows';

/** What decides which rows there are. */
export interface RowSources {
  readonly lists: Pick<BuildLists, 'branches' | 'builds'>;
  readonly live: Pick<LiveBuilds, 'underWay' | 'stateOf'>;
  readonly linkOf: (profile: BuildProfile) => ProfileLink | undefined;
  readonly active: () => Repository | undefined;
  readonly filter: () => BuildFilter;
}

/** Profiles, those of the workspace apart. */
export interface ProfileRows {
  readonly workspace: readonly BuildProfile[];
  readonly others: readonly BuildProfile[];
}

/** Which rows of the Builds view are there, and in what order. */
export class VisibleRows {
  constructor(private readonly sources: RowSources) {}

  /** What waits or runs, builds before runs of publish flows. */
  underWay(): readonly UnderWayItem[] {
    const { live, active } = this.sources;
    const filter = this.sources.filter();
    const head = active()?.head;
    const items = live.underWay.filter(
      ({ kind, status, profileName, branchName, startedBy, stepName, hash }) =>
        hasStatus(filter, status) &&
        hasText(filter, [profileName, branchName, startedBy, stepName], hash) &&
        (!filter.checkedOut || head?.kind !== 'branch' || (kind === 'build' && branchName === head.name)),
    );
    return [...items].sort((a, b) => Number(a.kind === 'publish') - Number(b.kind === 'publish'));
  }

  /** Of what is not known yet nothing is left out: a profile that was never opened may have what is looked for. */
  profiles(all: readonly BuildProfile[]): ProfileRows {
    const { linkOf, active } = this.sources;
    const filter = this.sources.filter();
    const root = active()?.root.toString();
    const workspace: BuildProfile[] = [];
    const others: BuildProfile[] = [];
    for (const profile of all.filter((one) => this.hasWanted(one, filter))) {
      const link = linkOf(profile);
      const isLeftOut = filter.checkedOut && link?.repository?.root.toString() !== root;
      if (!isLeftOut || root === undefined) {
        (link ? workspace : others).push(profile);
      }
    }
    return { workspace, others };
  }

  /** The name of the branch or tag of a profile that is checked out. */
  checkedOut(profile: BuildProfile): string | undefined {
    const head = this.sources.linkOf(profile)?.repository?.head;
    return head && head.kind !== 'detached' ? head.name : undefined;
  }

  /** The checked-out branch first. `all` are those with the newest builds first. */
  branches(profile: BuildProfile, all: readonly Branch[]): readonly Branch[] {
    const filter = this.sources.filter();
    const name = this.checkedOut(profile);
    const isFirst = (branch: Branch) => branch.name === name;
    const ordered = [...all.filter(isFirst), ...all.filter((branch) => !isFirst(branch))].map((branch) =>
      this.asItIsNow(profile, branch),
    );
    const only = filter.checkedOut ? this.onlyBranch(profile, all) : undefined;
    return ordered.filter(
      (branch) => (only === undefined || branch.name === only) && this.isWanted(profile, branch, filter),
    );
  }

  /** The checked-out branch that a filter asks for, and the server does not have. */
  missingBranch(profile: BuildProfile, all: readonly Branch[]): string | undefined {
    const only = this.sources.filter().checkedOut ? this.onlyBranch(profile, all) : undefined;
    return only !== undefined && all.every(({ name }) => name !== only) ? only : undefined;
  }

  /** Newest first, as `all` are. */
  builds(profile: BuildProfile, branch: Branch, all: readonly Build[]): readonly BuildRow[] {
    const { live } = this.sources;
    const filter = this.sources.filter();
    const isNamed = profileHasText(filter, profile) || branchHasText(filter, branch);
    return withLive(all, itemsOfBranch(live, profile, branch), live).filter(
      ({ build }) => hasStatus(filter, build.status) && (isNamed || buildHasText(filter, build)),
    );
  }

  /** A branch has the status of what waits or runs of it, before a list says so. */
  private asItIsNow(profile: BuildProfile, branch: Branch): Branch {
    const items = itemsOfBranch(this.sources.live, profile, branch);
    const status = items.some((item) => item.status === 'running') ? 'running' : items[0]?.status;
    return status === undefined || status === branch.status ? branch : { ...branch, status };
  }

  /** A tag need not be a branch of the server, and a detached head is none: then all are shown (R48). */
  private onlyBranch(profile: BuildProfile, all: readonly Branch[]): string | undefined {
    const head = this.sources.linkOf(profile)?.repository?.head;
    if (head?.kind === 'branch') {
      return head.name;
    }
    return head?.kind === 'tag' && all.some(({ name }) => name === head.name) ? head.name : undefined;
  }

  private hasWanted(profile: BuildProfile, filter: BuildFilter): boolean {
    const branches = this.sources.lists.branches.lastRowsOf(profile.id);
    return branches === undefined
      ? profileHasText(filter, profile)
      : (filter.statuses.length === 0 && profileHasText(filter, profile)) ||
          branches.some((branch) => this.isWanted(profile, this.asItIsNow(profile, branch), filter));
  }

  private isWanted(profile: BuildProfile, branch: Branch, filter: BuildFilter): boolean {
    const place = { profileId: profile.id, branchId: branch.id };
    const builds = this.sources.lists.builds.lastRowsOf(place) ?? [];
    const isNamed = profileHasText(filter, profile) || branchHasText(filter, branch);
    return (
      (isNamed && hasStatus(filter, branch.status)) ||
      builds.some((build) => hasStatus(filter, build.status) && (isNamed || buildHasText(filter, build)))
    );
  }
}
