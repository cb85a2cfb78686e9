/** All that the sandbox's servers share. */
import type { Account, Directory } from './accounts';
import type { KnownSecrets } from './carried';
import type { Clock } from './clock';
import type { Lists } from './data/lists';
import type { Faults } from './faults';
import type { Mode } from './mode';
import type { RequestLog } from './requestLog';
import type { Sessions } from './sessions';

export interface World {
  directory: Directory;
  lists: Lists;
  clock: Clock;
  mode: Mode;
  sessions: Sessions;
  faults: Faults;
  requests: RequestLog;
  /** Aborted when the sandbox closes, so that nothing goes on waiting. */
  closing: AbortSignal;
}

/** Credentials of the accounts: what is looked for in requests. */
export function knownSecrets(accounts: readonly Account[], sessions: Sessions): KnownSecrets {
  return { credentials: accounts.map(({ secret }) => secret), accessTokens: sessions.tokens() };
}
