import type { Branch, Build, Commit, Configuration, StartedBuild, Workflow } from '../../../api/builds/model';
import type { BranchPlace } from '../../../api/builds/commits';
import type { NewBuild } from '../../../api/builds/startBuild';
import type { ApiClient } from '../../../api/client';

/** How the server is asked before a start, and for it. All fail as requests do. */
export interface StartRequests {
  listBranches: (client: ApiClient, profileId: string) => Promise<Branch[]>;
  listCommits: (client: ApiClient, place: BranchPlace) => Promise<Commit[]>;
  listBuilds: (client: ApiClient, place: BranchPlace, signal?: AbortSignal) => Promise<Build[]>;
  getCommit: (client: ApiClient, commitId: string, signal?: AbortSignal) => Promise<{ commit: Commit }>;
  listWorkflows: (client: ApiClient, profileId: string) => Promise<Workflow[]>;
  listConfigurations: (client: ApiClient, profileId: string, branchId?: string) => Promise<Configuration[]>;
  startBuild: (client: ApiClient, build: NewBuild) => Promise<StartedBuild>;
  canStartWithVariables: (client: ApiClient) => Promise<boolean>;
}

/**
 * The server's own lists of what can be started, each asked for once while a person chooses: on the way back to a
 * question nothing is asked again.
 */
export class StartLists {
  private readonly lists = new Map<string, Promise<unknown>>();

  constructor(
    private readonly client: ApiClient,
    private readonly requests: StartRequests,
  ) {}

  branches(profileId: string): Promise<Branch[]> {
    return this.once(`branches ${profileId}`, () => this.requests.listBranches(this.client, profileId));
  }

  commits(place: BranchPlace): Promise<Commit[]> {
    return this.once(`commits ${place.branchId}`, () => this.requests.listCommits(this.client, place));
  }

  workflows(profileId: string): Promise<Workflow[]> {
    return this.once(`workflows ${profileId}`, () => this.requests.listWorkflows(this.client, profileId));
  }

  configurations(profileId: string, branchId: string): Promise<Configuration[]> {
    return this.once(`configurations ${profileId} ${branchId}`, () =>
      this.requests.listConfigurations(this.client, profileId, branchId),
    );
  }

  /**
   * A commit that is not in the list of its branch, by its hash or the beginning of it: one that was built before. No
   * route is known that finds a commit by its hash (api/README 11.1), but builds tell of which they are. Undefined where
   * there is none.
   */
  async findBuiltCommit(place: BranchPlace, hash: string, signal: AbortSignal): Promise<Commit | undefined> {
    const builds = await this.requests.listBuilds(this.client, place, signal);
    const id = builds.find((build) => build.hash?.toLowerCase().startsWith(hash))?.commitId;
    return id === undefined ? undefined : (await this.requests.getCommit(this.client, id, signal)).commit;
  }

  private once<T>(key: string, load: () => Promise<T>): Promise<T> {
    const known = this.lists.get(key) as Promise<T> | undefined;
    if (known) {
      return known;
    }
    const list = load();
    this.lists.set(key, list);
    list.catch(() => this.lists.delete(key));
    return list;
  }
}
