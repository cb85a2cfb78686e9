import assert from 'node:assert/strict';
import fc from 'fast-check';
import { AccessTokens } from '../../../src/account/accessTokens';
import type { Account } from '../../../src/account/account';
import { AccountMetadataStore } from '../../../src/account/accountMetadata';
import { Accounts } from '../../../src/account/accounts';
import { ActiveAccount } from '../../../src/account/activeAccount';
import { ActiveChoice } from '../../../src/account/activeChoice';
import { CredentialCheck } from '../../../src/account/credentialCheck';
import { CredentialStore } from '../../../src/account/credentialStore';
import { KnownAccounts } from '../../../src/account/knownAccounts';
import { Organizations } from '../../../src/account/organizations';
import { SessionStore, type Session } from '../../../src/account/sessionStore';
import { TokenExchange } from '../../../src/account/tokenExchange';
import { ApiClient } from '../../../src/api/client';
import { listProfiles } from '../../../src/api/distribution/profiles';
import type { Transport } from '../../../src/api/transport/transport';
import { Redactor } from '../../../src/support/redact';
import { briefOrLong } from '../support/briefOrLong';
import { RecordingLog } from '../support/fakes/log';
import { FakeMemento } from '../support/fakes/memento';
import { FakeSecrets } from '../support/fakes/secrets';
import { settled } from '../support/until';
import { TwoServers } from './twoServers';

const people = ['harbor', 'northwind'] as const;
type Name = (typeof people)[number];

/** One window over what all windows share. */
class WindowFixture {
  readonly sessions = new SessionStore();
  /** What the last event said, as a view or the status bar would show it. */
  told: Session = this.sessions.current;
  offset = 0;
  readonly accounts: Accounts;
  readonly tokens: AccessTokens;
  readonly clientFor: (account: Account) => ApiClient;

  constructor(name: string, servers: TwoServers, secrets: FakeSecrets, memento: FakeMemento) {
    const transport = servers.transportOf(name) as Transport;
    const [redactor, log, clock] = [new Redactor(), new RecordingLog(), () => Date.now() + this.offset];
    const credentials = new CredentialStore(secrets);
    const exchange = new TokenExchange(transport, memento, redactor, clock);
    this.tokens = new AccessTokens(credentials, exchange, this.sessions, redactor, clock);
    this.clientFor = (account) =>
      new ApiClient(transport, account.hosts.api, this.tokens.sourceFor(account), log);
    const metadata = new AccountMetadataStore(memento);
    const known = new KnownAccounts();
    const organizations = new Organizations(metadata, this.clientFor, known);
    const choice = new ActiveChoice(new FakeMemento(), memento);
    this.accounts = new Accounts(
      credentials,
      new CredentialCheck(exchange, this.sessions, transport, redactor),
      this.tokens,
      metadata,
      known,
      new ActiveAccount(this.sessions, this.tokens, known, choice, organizations),
      organizations,
    );
    this.sessions.onDidChange((session) => {
      this.told = session;
    });
  }

  /** Ten callers at a time, as views, commands and tooltips are; how many rows each saw, or why not. */
  async read(): Promise<string[]> {
    const { account } = this.sessions;
    if (!account) return [];
    const lists = Array.from({ length: 10 }, () => listProfiles(this.clientFor(account)));
    const results = await Promise.allSettled(lists);
    return results.flatMap((result) =>
      result.status === 'fulfilled' ? result.value.map(({ name }) => name) : [],
    );
  }

  dispose(): void {
    this.accounts.dispose();
    this.tokens.dispose();
    this.sessions.dispose();
  }
}

type Step = { window: 0 | 1; user: Name } & {
  do:
    | 'signIn'
    | 'switch'
    | 'replace'
    | 'expire'
    | 'revoke'
    | 'restore'
    | 'lock'
    | 'unlock'
    | 'offline'
    | 'online'
    | 'signOut'
    | 'read'
    | 'focus'
    | 'sleep'
    | 'retry';
};

const step: fc.Arbitrary<Step> = fc.record({
  window: fc.constantFrom(0, 1),
  user: fc.constantFrom(...people),
  // Mostly what people do, and faults that end more often than they begin, so that much is signed in and working.
  do: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom('signIn', 'read', 'read', 'switch') },
    { weight: 4, arbitrary: fc.constantFrom('unlock', 'online', 'restore', 'retry', 'focus') },
    {
      weight: 4,
      arbitrary: fc.constantFrom('replace', 'expire', 'sleep', 'signOut', 'revoke', 'lock', 'offline'),
    },
  ),
});

describe('two windows, two accounts', () => {
  it('R9, R11, R12, R13, R15: whatever happens, in whatever order', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30, size: 'max' }), async (steps) => {
        const servers = new TwoServers(people);
        const [secrets, memento] = [new FakeSecrets(), new FakeMemento()];
        const windows = [
          new WindowFixture('the first', servers, secrets, memento),
          new WindowFixture('the second', servers, secrets, memento),
        ] as const;
        await Promise.all(windows.map(({ accounts }) => accounts.reload()));
        for (const each of steps) {
          const before = servers.exchanges;
          await take(each, windows[each.window], servers, secrets);
          await settled();
          for (const window of windows) {
            assert.equal(window.told, window.sessions.current, 'a subscriber lags behind');
          }
          assert.deepEqual(servers.wrongs, []);
          // Ten callers share one exchange, and one more after a 401 or for a key that was replaced meanwhile.
          if (each.do === 'read') assert.ok(servers.exchanges - before <= 2, 'a storm');
        }
        for (const window of windows) window.dispose();
      }),
      { numRuns: briefOrLong(60, 500) },
    );
  });
});

async function take(
  { do: action, user }: Step,
  window: WindowFixture,
  servers: TwoServers,
  secrets: FakeSecrets,
): Promise<void> {
  const { accounts, sessions } = window;
  const { signal } = new AbortController();
  const key = { kind: 'personalAccessKey', key: servers.keyOf(user) } as const;
  const failing = (work: Promise<unknown>) => work.catch(() => undefined);
  switch (action) {
    case 'signIn':
      await failing(accounts.signIn(key, servers.hostsOf(user), signal));
      return;
    case 'switch': {
      const account = accounts.known.find(({ subject }) => subject === user);
      if (account) await failing(accounts.switchTo(account));
      return;
    }
    case 'replace':
      servers.rotate(user);
      if (sessions.account?.subject === user) {
        const credential = { ...key, key: servers.keyOf(user) };
        await failing(accounts.replaceCredential(sessions.account, credential, signal));
        assert.equal(sessions.account.subject, user);
      }
      return;
    case 'read': {
      const { account } = sessions;
      const rows = await window.read();
      assert.ok(rows.every((row) => row === `row of ${account?.subject ?? ''}`));
      return;
    }
    case 'signOut': {
      const leaving = sessions.account;
      if (leaving) {
        await failing(accounts.signOut(leaving));
        assert.equal(window.tokens.cachedToken(leaving.id), undefined);
      }
      return;
    }
    case 'retry':
      if (sessions.account) accounts.clearRefusal(sessions.account);
      return;
    case 'expire':
      servers.dropTokens();
      return;
    case 'revoke':
      servers.revoke(user, true);
      return;
    case 'restore':
      servers.revoke(user, false);
      return;
    case 'lock':
      for (const operation of ['get', 'store', 'delete', 'keys'] as const) secrets.failing.add(operation);
      return;
    case 'unlock':
      secrets.failing.clear();
      return;
    case 'offline':
      servers.offline = true;
      return;
    case 'online':
      servers.offline = false;
      return;
    case 'focus':
      await accounts.reload();
      return;
    case 'sleep':
      window.offset += 2 * 3600 * 1000;
  }
}
