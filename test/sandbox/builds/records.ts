/** All builds of an organization: those that were there, and those that were started, as they are now. */
import type { Organization } from '../accounts';
import type { Branch, Build, BuildProfile, Builds, Commit } from '../data/builds';
import { found } from '../refusal';
import type { World } from '../world';
import { buildOf } from './buildQueue';
import { buildStatus, type Run } from './course';
import type { BuildEnd } from './log/steps';

const ends: Partial<Record<number, BuildEnd>> = {
  [buildStatus.failed]: 'failure',
  [buildStatus.timeout]: 'timeout',
};

export class Records {
  private readonly data: Builds;
  private readonly past = new Map<string, Run>();

  constructor(
    private readonly world: Pick<World, 'lists' | 'builds' | 'clock' | 'mode'>,
    private readonly organization: Organization,
  ) {
    this.data = world.lists.buildsOf(organization);
  }

  profiles(): BuildProfile[] {
    return this.data.profiles.map((profile) => ({
      ...profile,
      lastBuildDate: newestOf(this.buildsOfProfile(profile.id))?.startDate ?? null,
    }));
  }

  profile(id: string): BuildProfile {
    const profile = found(id, (wanted) => this.data.profiles.find((one) => one.id === wanted));
    const { startDate = null } = newestOf(this.buildsOfProfile(profile.id)) ?? {};
    return { ...profile, lastBuildDate: startDate, branches: this.branches(profile.id) };
  }

  commitsOf(branchId: string): readonly Commit[] {
    return found(branchId, (id) => this.data.commits.get(id));
  }

  commit(id: string): Commit {
    return found(id, (wanted) => this.allCommits().find((commit) => commit.id === wanted));
  }

  /** The newest first: the official command line takes the first one for that. */
  buildsOfCommit(commit: Commit): Build[] {
    const now = this.world.clock.now();
    const started = this.world.builds
      .built(this.organization.id, now)
      .filter((run) => run.commit.id === commit.id);
    return [...started.map((run) => buildOf(run, now)).reverse(), ...(commit.builds ?? [])];
  }

  buildsOfBranch(branchId: string): Build[] {
    return this.commitsOf(branchId).flatMap((commit) => this.buildsOfCommit(commit));
  }

  /** A build of a commit, with what is needed to tell its log. */
  build(commitId: string, buildId: string): { build: Build; run: Run } {
    const commit = this.commit(commitId);
    const build = found(buildId, (id) => this.buildsOfCommit(commit).find((one) => one.id === id));
    const run = this.world.builds.findBuild(this.organization.id, build.id, this.world.clock.now());
    return { build, run: run ?? this.pastRun(commit, build) };
  }

  /** By the id of a queue item, a task, or a build that is over: these may be one. */
  run(id: string): Run {
    return found(id, (wanted) => {
      const run = this.world.builds.find(this.organization.id, wanted);
      if (run !== undefined || this.world.mode.buildIds === 'different') {
        return run;
      }
      const commit = this.allCommits().find(({ builds }) => builds?.some((build) => build.id === wanted));
      const build = commit?.builds?.find((one) => one.id === wanted);
      return commit && build && this.pastRun(commit, build);
    });
  }

  branchOf({ profileId, branchId }: Commit): { profile: BuildProfile; branch: Branch } {
    const profile = this.data.profiles.find(({ id }) => id === profileId);
    const branch = this.data.branches.get(profileId ?? '')?.find(({ id }) => id === branchId);
    if (profile === undefined || branch === undefined) {
      throw new Error('A commit is of a branch.');
    }
    return { profile, branch };
  }

  private branches(profileId: string): Branch[] {
    return (this.data.branches.get(profileId) ?? []).map((branch) => {
      const newest = newestOf(this.buildsOfBranch(branch.id));
      const { startDate = null, status = null } = newest ?? {};
      return { ...branch, lastBuildDate: startDate, buildStatus: status };
    });
  }

  private buildsOfProfile(profileId: string): Build[] {
    const branches = this.data.branches.get(profileId) ?? [];
    return branches.flatMap(({ id }) => this.buildsOfBranch(id));
  }

  private allCommits(): Commit[] {
    return [...this.data.commits.values()].flat();
  }

  /** The course that a build had that was there from the beginning. */
  private pastRun(commit: Commit, build: Build): Run {
    const { profile, branch } = this.branchOf(commit);
    const startedAt = Date.parse(build.startDate ?? '');
    const length = Date.parse(build.endDate ?? '') - startedAt;
    const isCanceled = build.status === buildStatus.canceled;
    const { logBytes } = this.world.mode;
    const key = `${build.id} ${logBytes}`;
    const run = this.past.get(key) ?? {
      queueItemId: build.id,
      taskId: build.id,
      buildId: build.id,
      commit,
      platform: profile.os === 2 ? ('android' as const) : ('ios' as const),
      profileName: profile.name,
      branchName: branch.name ?? '',
      workflowName: 'Default Push Workflow',
      startedBy: '',
      startedAt,
      wait: 0,
      run: isCanceled ? 2 * length : length,
      end: ends[build.status ?? 0] ?? (build.hasWarning ? 'warning' : 'success'),
      logBytes,
      ...(isCanceled && { canceledAt: startedAt + length }),
    };
    this.past.set(key, run);
    return run;
  }
}

function newestOf(builds: readonly Build[]): Build | undefined {
  return builds.reduce<Build | undefined>(
    (newest, build) => ((newest?.startDate ?? '') < (build.startDate ?? '') ? build : newest),
    undefined,
  );
}

/** Of each organization, when it is first asked for. */
export class AllRecords {
  private readonly byOrganization = new Map<string, Records>();

  constructor(private readonly world: World) {}

  of(organization: Organization): Records {
    const records = this.byOrganization.get(organization.id) ?? new Records(this.world, organization);
    this.byOrganization.set(organization.id, records);
    return records;
  }
}
