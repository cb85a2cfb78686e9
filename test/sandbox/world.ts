/** All that the sandbox's servers share. */
import type { Account, Directory } from './accounts';
import type { BuildQueue } from './builds/buildQueue';
import type { KnownSecrets } from './carried';
import type { Clock } from './clock';
import type { Lists } from './data/lists';
import type { Organizations } from './data/members';
import type { Store } from './data/store';
import type { HookTokens } from './hook/hookTokens';
import type { Faults } from './faults';
import type { Mode } from './mode';
import type { PublishRuns } from './publish/publishRuns';
import type { RequestLog } from './requestLog';
import type { Sessions } from './sessions';
import type { Storage } from './storage/storage';
import type { Tasks } from './tasks';

export interface World {
  directory: Directory;
  lists: Lists;
  /** The Enterprise App Store. */
  store: Store;
  /** Members and invitations. */
  organizations: Organizations;
  clock: Clock;
  mode: Mode;
  sessions: Sessions;
  faults: Faults;
  requests: RequestLog;
  storage: Storage;
  tasks: Tasks;
  builds: BuildQueue;
  publishes: PublishRuns;
  /** Of live logs. */
  hooks: HookTokens;
  /** Aborted when the sandbox closes, so that nothing goes on waiting. */
  closing: AbortSignal;
}

/** What is looked for in requests, and never written into their log. */
export function knownSecrets(
  accounts: readonly Account[],
  sessions: Sessions,
  storage: Storage,
  hooks: HookTokens,
): KnownSecrets {
  return {
    credentials: accounts.map(({ secret }) => secret),
    accessTokens: sessions.tokens(),
    signatures: [...storage.secrets(), ...hooks.all()],
  };
}
