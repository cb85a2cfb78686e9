import type { Account } from '../../../account/account';
import type { SessionStore } from '../../../account/sessionStore';
import { listBranches } from '../../../api/builds/branches';
import { listBuilds } from '../../../api/builds/builds';
import { listCommits, type BranchPlace } from '../../../api/builds/commits';
import type { Branch, Build, BuildProfile } from '../../../api/builds/model';
import { listBuildProfiles } from '../../../api/builds/profiles';
import type { ApiClient } from '../../../api/client';
import { isFailure, type Failure } from '../../../api/failure';
import { Disposables } from '../../../support/disposables';
import type { Disposable } from '../../../support/emitter';
import { AccountList } from '../../../ui/lists/accountList';
import { AccountLoads } from '../../../ui/lists/accountLoads';

/** Build profiles, their branches and the builds of those, of the active account. Each is asked for when it is opened. */
export class BuildLists implements Disposable {
  private readonly disposables = new Disposables();
  /** Pinned ones first, then by name. */
  readonly profiles: AccountList<BuildProfile>;
  /** By the id of the profile; those with the newest builds first. */
  readonly branches: AccountLoads<Branch>;
  /** Newest first. */
  readonly builds: AccountLoads<Build, BranchPlace>;

  constructor(sessions: SessionStore, clientFor: (account: Account) => ApiClient) {
    const { disposables } = this;
    this.profiles = disposables.add(
      new AccountList(sessions, (account, signal) => listBuildProfiles(clientFor(account), signal)),
    );
    this.branches = disposables.add(
      new AccountLoads(sessions, (account, profileId, signal) =>
        listBranches(clientFor(account), profileId, signal),
      ),
    );
    this.builds = disposables.add(
      new AccountLoads(
        sessions,
        (account, place, signal) => this.askForBuilds(clientFor(account), place, signal),
        ({ profileId, branchId }) => JSON.stringify([profileId, branchId]),
      ),
    );
  }

  /** Why what is below the profiles cannot be had, whichever it is. */
  get failure(): Failure | undefined {
    return this.branches.failure ?? this.builds.failure;
  }

  onDidChangeFailure(listener: () => void): Disposable {
    const disposables = new Disposables();
    disposables.add(this.branches.onDidChangeFailure(listener));
    disposables.add(this.builds.onDidChangeFailure(listener));
    return disposables;
  }

  /** Branches and builds are asked for again when they are next wanted. */
  forget(): void {
    this.branches.forget();
    this.builds.forget();
  }

  /** The same for those that failed in a way that may have passed. Whether there were any. */
  forgetFailed(): boolean {
    const [branches, builds] = [this.branches.forgetFailed(), this.builds.forgetFailed()];
    return branches || builds;
  }

  /** The same for one branch, and for the state of the others of its profile. */
  forgetBranch(place: BranchPlace): void {
    this.branches.forget(place.profileId);
    this.builds.forget(place);
  }

  /**
   * The builds of a branch as they are now, newest first. A list of them need not tell what they are of; the commits of
   * the branch do. Fails as a request does.
   */
  async askForBuilds(client: ApiClient, place: BranchPlace, signal: AbortSignal): Promise<Build[]> {
    const known = new Map(this.builds.lastRowsOf(place)?.map((build) => [build.id, build]));
    const builds = await listBuilds(client, { ...place, known }, signal);
    const isTold = ({ subject, commitId }: Build) => subject !== undefined || commitId === undefined;
    if (builds.every(isTold)) {
      return builds;
    }
    const commits = new Map((await commitsOf(client, place, signal)).map((commit) => [commit.id, commit]));
    return builds.map((build) => {
      const commit = commits.get(build.commitId ?? '');
      return commit
        ? {
            ...build,
            hash: build.hash ?? (commit.hash || undefined),
            subject: build.subject ?? (commit.subject || undefined),
            author: build.author ?? commit.author,
          }
        : build;
    });
  }

  dispose(): void {
    this.disposables.dispose();
  }
}

/** None where they are refused: builds without the words of their commits are builds all the same. */
async function commitsOf(client: ApiClient, place: BranchPlace, signal: AbortSignal) {
  try {
    return await listCommits(client, place, signal);
  } catch (error) {
    if (isFailure(error) && error.kind !== 'cancelled') {
      return [];
    }
    throw error;
  }
}
