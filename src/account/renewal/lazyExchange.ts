import type { AccessToken } from '../accessToken';
import type { Account } from '../account';
import { lazy } from '../../support/lazy';
import type { TokenExchange } from '../tokenExchange';

/** An exchange that is under way for an account; `abort` ends it for all who wait. */
export interface InFlightExchange {
  readonly account: Account;
  readonly token: Promise<AccessToken>;
  readonly abort: AbortController;
}

/** The part of the token exchange that trades a credential for a token. */
export type Exchange = Pick<TokenExchange, 'exchange'>;

/** The token exchange, loaded when the first credential is traded: a start while signed out never needs it (R30). */
export function lazyExchange(...deps: ConstructorParameters<typeof TokenExchange>): Exchange {
  const load = lazy(async () => new (await import('../tokenExchange')).TokenExchange(...deps));
  return {
    exchange: async (...asked) => (await load()).exchange(...asked),
  };
}
