import type { Account } from '../../../account/account';
import type { SessionStore } from '../../../account/sessionStore';
import { listVersions } from '../../../api/distribution/appVersions';
import type { AppVersion } from '../../../api/distribution/appVersion';
import type { ApiClient } from '../../../api/client';
import { isFailure, toFailure, type Failure } from '../../../api/failure';

/** What is known of the versions of a profile: with a failure, those of the last answer. */
export interface KnownVersions {
  readonly versions: readonly AppVersion[];
  readonly failure?: Failure;
  /** When the last answer came, in milliseconds since 1970, where there was one and a failure after it. */
  readonly loadedAt?: number;
}

interface Load {
  versions?: Promise<readonly AppVersion[]> | undefined;
  /** Why there is no answer; a row is drawn more often than a server wants to be asked (R16). */
  failure?: Failure | undefined;
  /** The last answer. It outlives a renewal that fails (rule 17). */
  last?: Required<Pick<KnownVersions, 'versions' | 'loadedAt'>>;
}

/** The versions of profiles, asked for when they are first wanted. What belongs to another account is dropped. */
export class VersionLoads {
  private readonly loads = new Map<string, Load>();
  private account: Account | undefined;
  private leaving = new AbortController();
  private readonly subscription;

  constructor(
    private readonly sessions: SessionStore,
    private readonly clientFor: (account: Account) => ApiClient,
  ) {
    this.account = sessions.account;
    this.subscription = sessions.onDidChange(() => this.current());
  }

  /** The versions of a profile, newest first; asked for once until they are forgotten. Fails as a request does. */
  versionsOf(profileId: string): Promise<readonly AppVersion[]> {
    const account = this.current();
    if (!account) {
      return Promise.resolve([]);
    }
    const load = this.loads.get(profileId) ?? {};
    this.loads.set(profileId, load);
    return (load.versions ??= this.startLoad(load, account, profileId));
  }

  /**
   * The same for a row that is drawn: what failed is not asked for again until it is forgotten, and does not hide what
   * was known before. Undefined when the account left meanwhile.
   */
  async loadForRows(profileId: string): Promise<KnownVersions | undefined> {
    const account = this.current();
    const failure = this.loads.get(profileId)?.failure;
    const known = failure
      ? this.withFailure(profileId, failure)
      : await this.versionsOf(profileId).then(
          (versions): KnownVersions => ({ versions }),
          (error: unknown) => this.withFailure(profileId, toFailure(error)),
        );
    return this.current() === account ? known : undefined;
  }

  /** The versions of this profile are asked for again when they are next wanted; without an id, those of all. */
  forget(profileId?: string): void {
    const loads = profileId === undefined ? [...this.loads.values()] : [this.loads.get(profileId)];
    for (const load of loads) {
      if (load) {
        load.versions = undefined;
        load.failure = undefined;
      }
    }
  }

  dispose(): void {
    this.subscription.dispose();
    this.drop();
  }

  private withFailure(profileId: string, failure: Failure): KnownVersions {
    return { ...(this.loads.get(profileId)?.last ?? { versions: [] }), failure };
  }

  private startLoad(load: Load, account: Account, profileId: string): Promise<readonly AppVersion[]> {
    const versions = listVersions(this.clientFor(account), profileId, this.leaving.signal);
    versions.then(
      (known) => {
        // A newer answer may have overtaken it.
        if (load.versions === undefined || load.versions === versions) {
          load.last = { versions: known, loadedAt: Date.now() };
          load.failure = undefined;
        }
      },
      (error: unknown) => {
        if (load.versions === versions) {
          load.versions = undefined;
          load.failure = isFailure(error) && error.kind !== 'cancelled' ? error : undefined;
        }
      },
    );
    return versions;
  }

  private current(): Account | undefined {
    const { account } = this.sessions;
    if (account !== this.account) {
      this.account = account;
      this.drop();
    }
    return account;
  }

  private drop(): void {
    this.leaving.abort();
    this.leaving = new AbortController();
    this.loads.clear();
  }
}
