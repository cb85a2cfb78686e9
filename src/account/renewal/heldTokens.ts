import type { Disposable } from '../../support/emitter';
import type { Redactor } from '../../support/redact';
import { startTimer, type Clock } from '../../support/time';
import { isFresh, type AccessToken } from '../accessToken';
import type { Account } from '../account';

interface Held {
  readonly account: Account;
  readonly token: AccessToken;
  readonly masking: Disposable;
  /** This machine's clock, as it would be if nobody had set it back since the token was had. */
  readonly now: () => number;
}

/** The tokens that are held, one an account, in memory alone. While one is held, it is masked in the log. */
export class HeldTokens {
  private readonly tokens = new Map<string, Held>();

  constructor(
    private readonly redactor: Redactor,
    private readonly clock: Clock,
    private readonly monotonic: Clock,
  ) {}

  /** Whose they are. */
  get accounts(): Account[] {
    return [...this.tokens.values()].map(({ account }) => account);
  }

  has(id: string): boolean {
    return this.tokens.has(id);
  }

  /** Whether this is the token of an account, used up or not. */
  isHeld(id: string, value: string): boolean {
    return this.tokens.get(id)?.token.value === value;
  }

  /** The token of an account, if it is still good. */
  fresh(id: string): AccessToken | undefined {
    const held = this.tokens.get(id);
    return held && isFresh(held.token, held.now()) ? held.token : undefined;
  }

  hold(account: Account, token: AccessToken): void {
    this.drop(account.id);
    const since = this.clock();
    const elapsed = startTimer(this.clock, this.monotonic);
    const masking = this.redactor.protect(token.value);
    this.tokens.set(account.id, { account, token, masking, now: () => since + elapsed() });
  }

  drop(id: string): void {
    this.tokens.get(id)?.masking.dispose();
    this.tokens.delete(id);
  }
}
