import type { AuthenticationProviderAuthenticationSessionsChangeEvent, AuthenticationSession } from 'vscode';
import type { AccessTokens } from '../../account/accessTokens';
import type { Account } from '../../account/account';
import type { Accounts } from '../../account/accounts';
import type { SessionStore } from '../../account/sessionStore';
import { trustLabel } from '../../ui/text/trustLabel';

/** Far more than there are extensions that ask; a bound all the same, since others decide what is noted. */
const MAX_SCOPE_LISTS = 50;

interface Listed {
  readonly session: AuthenticationSession;
  /** When its token was had, by which a renewal is told. The token itself is not kept here. */
  readonly obtainedAt: number | undefined;
}

/**
 * The sessions that the editor was told of, and what has changed since. Made of what is in memory: a difference is
 * found without asking anybody.
 */
export class SessionList {
  private listed = new Map<string, Listed>();
  private readonly asked = new Map<string, readonly string[]>([['', []]]);

  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: SessionStore,
    private readonly tokens: AccessTokens,
  ) {}

  /**
   * The accounts that other extensions may ask for: the stored ones, and the sub-organization that the window acts in.
   * One from the environment was lent to this editor, not to them.
   */
  get offered(): Account[] {
    const { account: active } = this.sessions;
    const { known } = this.accounts;
    // A sub-organization is the same account as one that is stored with a key of its own for it.
    return active &&
      known.some(({ id }) => id === active.credentialId) &&
      !known.some(({ id }) => id === active.id)
      ? [...known, active]
      : [...known];
  }

  /** A session as it can be had without an exchange; its token is empty while none is held. */
  cachedSession(account: Account, scopes: readonly string[]): AuthenticationSession {
    return this.session(account, scopes, this.tokens.cachedToken(account.id)?.value ?? '');
  }

  session(account: Account, scopes: readonly string[], accessToken: string): AuthenticationSession {
    const { id } = account;
    return {
      id,
      accessToken,
      account: { id, label: trustLabel(account, this.accounts) },
      scopes: [...scopes],
    };
  }

  /** The editor waits for a session with just the scopes that were asked for, to take back its request to sign in. */
  rememberScopes(scopes: readonly string[]): void {
    if (this.asked.size < MAX_SCOPE_LISTS) {
      this.asked.set([...scopes].sort().join(' '), scopes);
    }
  }

  /**
   * What to tell the editor since the last call; undefined where nothing changed. Sessions in it carry no token.
   * A label that changed is one session less and one more: the Accounts menu would list both otherwise.
   */
  difference(): AuthenticationProviderAuthenticationSessionsChangeEvent | undefined {
    const before = this.listed;
    const now = new Map(this.offered.map((account) => [account.id, this.entry(account)]));
    this.listed = now;
    const same = (a: Listed, b: Listed | undefined) => a.session.account.label === b?.session.account.label;
    const removed = [...before].filter(([id, entry]) => !same(entry, now.get(id)));
    const added = [...now].filter(([id, entry]) => !same(entry, before.get(id)));
    const changed = [...now].filter(([id, entry]) => {
      const earlier = before.get(id);
      return earlier && same(entry, earlier) && entry.obtainedAt !== earlier.obtainedAt;
    });
    return removed.length + added.length + changed.length === 0
      ? undefined
      : {
          added: sessionsOf(added).flatMap((session) =>
            [...this.asked.values()].map((scopes) => ({ ...session, scopes })),
          ),
          removed: sessionsOf(removed),
          changed: sessionsOf(changed),
        };
  }

  private entry(account: Account): Listed {
    // A token that has come to its end changes nothing yet: the next one does.
    const obtainedAt =
      this.tokens.cachedToken(account.id)?.obtainedAt ?? this.listed.get(account.id)?.obtainedAt;
    return { session: this.session(account, [], ''), obtainedAt };
  }
}

function sessionsOf(entries: [string, Listed][]): AuthenticationSession[] {
  return entries.map(([, { session }]) => session);
}
