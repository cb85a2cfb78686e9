/**
 * A local Appcircle: four servers on 127.0.0.1, made to be lied to and to lie. Everything in it is made up.
 *
 *     const sandbox = await startSandbox({ profiles: 5 });
 *     …
 *     await sandbox.close();
 *
 * `api`, `auth` and `mcp` are servers of their own, so that a test can prove what goes where. The last, `control`, is never
 * down; what it offers is under `/_sandbox/` of the api server too (routes/control.ts).
 */
import { makeDirectory, type Account, type Organization } from './accounts';
import { Bearer } from './bearer';
import { Clock } from './clock';
import { Lists } from './data/lists';
import type { Profile } from './data/profiles';
import type { TestingGroup } from './data/testingGroups';
import { Faults, type ArmedFault, type Fault } from './faults';
import { Listener } from './listener';
import { usualMode, type Mode } from './mode';
import { mcpRoutes } from './mcp/routes';
import { hostNames, RequestLog, type HostName, type RecordedRequest } from './requestLog';
import { controlRoutes } from './routes/control';
import { distributionRoutes } from './routes/distribution';
import { exchangeRoutes } from './routes/exchange';
import { identityRoutes } from './routes/identity';
import { userInfoRoutes } from './routes/userInfo';
import { newApp, newHost } from './server';
import { Sessions } from './sessions';
import { knownSecrets, type World } from './world';

export interface SandboxOptions {
  /** api listens there, auth, control and mcp on the next ports; 0 or absent: free ones. */
  port?: number;
  /** How many profiles the first organization has. 40 where absent. */
  profiles?: number;
  /** Other seeds give other names, ids and keys. */
  seed?: number;
  mode?: Partial<Mode>;
}

/** What the sandbox prints as its first line. */
export interface SandboxAddress {
  apiEndpoint: string;
  authEndpoint: string;
  mcpEndpoint: string;
  personalAccessKey: string;
  apiKey: { name: string; secret: string };
  control: string;
}

/** Everything that must never be seen outside a request to the host that it is for. */
export interface SandboxSecrets {
  personalAccessKeys: string[];
  apiKeySecrets: string[];
  accessTokens: string[];
  refreshTokens: string[];
  /** Passwords in the settings of profiles. */
  profilePasswords: string[];
}

const defaultProfiles = 40;
const defaultSeed = 2026;

export class Sandbox {
  readonly faults = new Faults();
  readonly clock = new Clock();
  readonly accounts: readonly Account[];
  readonly organizations: readonly Organization[];

  private readonly closing = new AbortController();
  private readonly world: World;
  private readonly listeners: Readonly<Record<HostName | 'control', Listener>>;

  constructor({ port = 0, profiles = defaultProfiles, seed = defaultSeed, mode = {} }: SandboxOptions) {
    const directory = makeDirectory(seed);
    this.accounts = directory.accounts;
    this.organizations = directory.organizations;
    const sessions = new Sessions(this.clock, () => this.authEndpoint);
    this.world = {
      directory,
      lists: new Lists(seed, profiles),
      clock: this.clock,
      mode: { ...usualMode, ...mode },
      sessions,
      faults: this.faults,
      requests: new RequestLog(sessions, () => knownSecrets(this.accounts, sessions)),
      closing: this.closing.signal,
    };
    const portAfter = (steps: number): number => (port === 0 ? 0 : port + steps);
    this.listeners = {
      api: new Listener(() => this.buildApi(), port),
      auth: new Listener(() => this.buildAuth(), portAfter(1)),
      control: new Listener(() => this.buildControl(), portAfter(2)),
      mcp: new Listener(() => this.buildMcp(), portAfter(3)),
    };
  }

  get apiEndpoint(): string {
    return this.listeners.api.origin;
  }

  get authEndpoint(): string {
    return this.listeners.auth.origin;
  }

  get mcpEndpoint(): string {
    return this.listeners.mcp.origin;
  }

  /** Where `/_sandbox/` answers even while the others are down. */
  get control(): string {
    return this.listeners.control.origin;
  }

  get personalAccessKey(): string {
    return this.account('harbor-owner').secret;
  }

  get apiKey(): { name: string; secret: string } {
    const { apiKeyName, secret } = this.account('harbor-ci');
    return { name: apiKeyName ?? '', secret };
  }

  get address(): SandboxAddress {
    const { apiEndpoint, authEndpoint, mcpEndpoint, personalAccessKey, apiKey, control } = this;
    return { apiEndpoint, authEndpoint, mcpEndpoint, personalAccessKey, apiKey, control };
  }

  get mode(): Readonly<Mode> {
    return this.world.mode;
  }

  setMode(change: Partial<Mode>): void {
    Object.assign(this.world.mode, change);
  }

  account(id: string): Account {
    const found = this.accounts.find((account) => account.id === id);
    if (found === undefined) {
      throw new Error(`No account ${id}`);
    }
    return found;
  }

  /** By id; the first one where none is given. */
  organization(id?: string): Organization {
    const found = this.organizations.find((one) => (id === undefined ? one.isFirst : one.id === id));
    if (found === undefined) {
      throw new Error(`No organization ${id ?? ''}`);
    }
    return found;
  }

  /** What was asked since the log was last cleared, oldest first. A copy. */
  requests(): RecordedRequest[] {
    return this.world.requests.all();
  }

  clearRequests(): void {
    this.world.requests.clear();
  }

  arm(fault: Fault): ArmedFault {
    return this.faults.arm(fault);
  }

  /** Drops every session: tokens that were good are answered with 401. */
  expireTokens(): number {
    return this.world.sessions.dropAll();
  }

  /** A revoked key is answered with 401, and so are its tokens. All accounts where none is named. */
  revokeKeys(accountId?: string, revoked = true): void {
    for (const account of accountId === undefined ? this.accounts : [this.account(accountId)]) {
      account.revoked = revoked;
    }
  }

  profiles(organizationId?: string): readonly Profile[] {
    return this.world.lists.profilesOf(this.organization(organizationId)).rows;
  }

  /** Replaces the profiles of an organization by `count` generated ones or by these. */
  replaceProfiles(by: number | readonly Profile[], organizationId?: string): void {
    const organization = this.organization(organizationId);
    if (typeof by === 'number') {
      this.world.lists.makeProfiles(organization, by);
    } else {
      this.world.lists.setProfiles(organization, by);
    }
  }

  testingGroups(organizationId?: string): readonly TestingGroup[] {
    return this.world.lists.testingGroupsOf(this.organization(organizationId)).rows;
  }

  replaceTestingGroups(rows: readonly TestingGroup[], organizationId?: string): void {
    this.world.lists.setTestingGroups(this.organization(organizationId), rows);
  }

  secrets(): SandboxSecrets {
    const ofKind = (wanted: Account['kind']): string[] =>
      this.accounts.filter(({ kind }) => kind === wanted).map(({ secret }) => secret);
    return {
      personalAccessKeys: ofKind('personalAccessKey'),
      apiKeySecrets: ofKind('apiKey'),
      accessTokens: this.world.sessions.tokens(),
      refreshTokens: this.world.sessions.issuedRefreshTokens(),
      profilePasswords: this.world.lists.passwords(),
    };
  }

  /** Starts one of api, auth and mcp, or all of them, on the ports that they had. */
  async up(host?: HostName): Promise<void> {
    for (const name of host === undefined ? hostNames : [host]) {
      await this.listeners[name].start();
    }
  }

  /** Takes one of them down, or all; connections are refused from then on. */
  async down(host?: HostName): Promise<void> {
    await Promise.all((host === undefined ? hostNames : [host]).map((name) => this.listeners[name].stop()));
  }

  /** Brings them up again by itself after a while. */
  upAfter(milliseconds: number, host?: HostName): void {
    const timer = setTimeout(() => void this.up(host), milliseconds);
    this.closing.signal.addEventListener('abort', () => {
      clearTimeout(timer);
    });
  }

  async start(): Promise<void> {
    try {
      await this.up();
      await this.listeners.control.start();
    } catch (error) {
      await this.close();
      throw error;
    }
    // So that the first caller does not wait while 100,000 profiles are made.
    this.profiles();
  }

  async close(): Promise<void> {
    this.closing.abort();
    await Promise.all([this.down(), this.listeners.control.stop()]);
  }

  private buildApi(): ReturnType<typeof newHost> {
    const app = newHost(this.world, 'api');
    const bearer = new Bearer(this.world);
    identityRoutes(app, this.world, bearer);
    distributionRoutes(app, this.world, bearer);
    controlRoutes(app, this);
    return app;
  }

  private buildAuth(): ReturnType<typeof newHost> {
    const app = newHost(this.world, 'auth');
    exchangeRoutes(app, this.world);
    userInfoRoutes(app, new Bearer(this.world));
    return app;
  }

  private buildMcp(): ReturnType<typeof newHost> {
    const app = newHost(this.world, 'mcp');
    mcpRoutes(app, this.world, new Bearer(this.world));
    return app;
  }

  private buildControl(): ReturnType<typeof newApp> {
    const app = newApp();
    controlRoutes(app, this);
    return app;
  }
}

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = new Sandbox(options);
  await sandbox.start();
  return sandbox;
}
