import { AccessTokens } from '../../../src/account/accessTokens';
import { makeAccount, type Account, type Hosts } from '../../../src/account/account';
import { AccountMetadataStore } from '../../../src/account/accountMetadata';
import { Accounts } from '../../../src/account/accounts';
import { KnownAccounts } from '../../../src/account/knownAccounts';
import { Organizations } from '../../../src/account/organizations';
import { ActiveAccount } from '../../../src/account/activeAccount';
import { ActiveChoice } from '../../../src/account/activeChoice';
import type { Credential } from '../../../src/account/credential';
import { CredentialCheck } from '../../../src/account/credentialCheck';
import { CredentialStore } from '../../../src/account/credentialStore';
import { SessionStore, type Session } from '../../../src/account/sessionStore';
import { TokenExchange } from '../../../src/account/tokenExchange';
import { ApiClient } from '../../../src/api/client';
import type { Transport } from '../../../src/api/transport/transport';
import { redactingLog } from '../../../src/support/log';
import { Redactor } from '../../../src/support/redact';
import type { RecordedRequest } from '../../sandbox/requestLog';
import type { Sandbox } from '../../sandbox/sandbox';
import { FakeMemento } from '../support/fakes/memento';
import { FakeSecrets } from '../support/fakes/secrets';
import { wire } from '../api/transport/transportFixture';

/** What windows of one machine share. */
export interface Machine {
  secrets: FakeSecrets;
  memento: FakeMemento;
}

/** One window: every service of `account` and `api`, put together as `extension.ts` does it. */
export class WindowFixture {
  readonly secrets: FakeSecrets;
  readonly memento: FakeMemento;
  readonly log;
  readonly transport: Transport;
  readonly redactor = new Redactor();
  readonly sessions = new SessionStore();
  readonly credentials: CredentialStore;
  readonly exchange: TokenExchange;
  readonly tokens: AccessTokens;
  readonly accounts: Accounts;
  readonly metadata: AccountMetadataStore;
  private readonly organizations: AwaitedOrganizations;
  /** Milliseconds that this machine's clock is moved by. */
  offset = 0;
  /** Every session there was, since the start. */
  readonly history: Session[] = [];

  constructor(
    { secrets, memento }: Machine = { secrets: new FakeSecrets(), memento: new FakeMemento() },
    /** The state of its workspace; undefined for an empty window. */
    readonly workspace?: FakeMemento,
    /** How it reaches servers. */
    wiring: typeof wire = wire,
  ) {
    this.secrets = secrets;
    this.memento = memento;
    const clock = () => Date.now() + this.offset;
    const { transport, log } = wiring({ clock });
    this.transport = transport;
    this.log = log;
    this.credentials = new CredentialStore(secrets);
    this.exchange = new TokenExchange(transport, memento, this.redactor, clock);
    this.tokens = new AccessTokens(this.credentials, this.exchange, this.sessions, this.redactor, clock);
    this.clientFor = (account) =>
      new ApiClient(
        transport,
        account.hosts.api,
        this.tokens.sourceFor(account),
        redactingLog(log, this.redactor),
      );
    const metadata = (this.metadata = new AccountMetadataStore(memento));
    const known = new KnownAccounts();
    this.organizations = new AwaitedOrganizations(metadata, this.clientFor, known);
    const { organizations } = this;
    this.accounts = new Accounts(
      this.credentials,
      new CredentialCheck(this.exchange, this.sessions, transport, this.redactor),
      this.tokens,
      metadata,
      known,
      new ActiveAccount(
        this.sessions,
        this.tokens,
        known,
        new ActiveChoice(workspace, memento),
        organizations,
      ),
      organizations,
    );
    this.sessions.onDidChange((session) => this.history.push(session));
  }

  readonly clientFor: (account: Account) => ApiClient;

  /** Another window of the same machine. */
  another(workspace?: FakeMemento): WindowFixture {
    return new WindowFixture(this, workspace);
  }

  /** The active account. Fails the test where there is none. */
  get account(): Account {
    const { account } = this.sessions;
    if (!account) {
      throw new Error(`Not signed in: ${this.sessions.current.kind}`);
    }
    return account;
  }

  get health(): string {
    const session = this.sessions.current;
    return session.kind === 'signedIn' ? session.health.kind : session.kind;
  }

  /** Puts a credential into the storage as an earlier run did, without asking any server. */
  async store(credential: Credential, hosts: Hosts, subject = 'sub', organizationId = ''): Promise<Account> {
    const account = accountOf(credential, hosts, subject, organizationId);
    await this.credentials.write({ account, credential });
    return account;
  }

  /** Waits for the name of the organization that a sign-in asks for by the way: who counts requests meets it else. */
  async named(): Promise<void> {
    await this.organizations.named;
  }

  /** Signs in with a key of the sandbox: the owner's where none is given. */
  async signIn(sandbox: Sandbox, key = sandbox.personalAccessKey): Promise<Account> {
    const { account } = await this.accounts.signIn(
      keyOf(key),
      hostsOf(sandbox),
      new AbortController().signal,
    );
    return account;
  }

  dispose(): void {
    this.accounts.dispose();
    this.tokens.dispose();
    this.sessions.dispose();
  }
}

class AwaitedOrganizations extends Organizations {
  named: Promise<void> = Promise.resolve();

  override fetchName(stored: Account): Promise<void> {
    this.named = super.fetchName(stored);
    return this.named;
  }
}

export const keyOf = (key: string): Credential => ({ kind: 'personalAccessKey', key });

export const hostsOf = ({ apiEndpoint, authEndpoint }: Sandbox): Hosts => ({
  api: apiEndpoint,
  auth: authEndpoint,
  dashboard: 'https://my.example',
});

/** Both hosts in one place. */
export const hostsAt = (origin: string): Hosts => ({ api: origin, auth: origin, dashboard: origin });

export function accountOf(
  credential: Credential,
  hosts: Hosts,
  subject = 'sub',
  organizationId = '',
): Account {
  const identity = { kind: credential.kind, hosts, organizationId, subject };
  return makeAccount({ ...identity, userName: undefined });
}

/** The exchanges that a sandbox was asked for. */
export const exchanges = (sandbox: Sandbox): RecordedRequest[] =>
  sandbox.requests().filter(({ host, path }) => host === 'auth' && path.endsWith('/token'));

/** How often the profiles of a sandbox were asked for, by the answer. */
export const lists = (sandbox: Sandbox): (number | null)[] =>
  sandbox
    .requests()
    .filter(({ path }) => path === '/distribution/v2/profiles')
    .map(({ status }) => status);
