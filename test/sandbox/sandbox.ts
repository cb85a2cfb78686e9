/**
 * A local Appcircle: six servers on 127.0.0.1, made to be lied to and to lie. Everything in it is made up.
 *
 *     const sandbox = await startSandbox({ profiles: 5 });
 *     …
 *     await sandbox.close();
 *
 * `api`, `auth`, `mcp`, `storage` and `hook` are servers of their own, so that a test can prove what goes where. The last, `control`, is never
 * down; what it offers is under `/_sandbox/` of the api server too (routes/control.ts).
 */
import { makeDirectory, type Account, type Organization } from './accounts';
import { BuildQueue } from './builds/buildQueue';
import { Clock } from './clock';
import type { BuildSizes, Builds } from './data/builds';
import { Lists } from './data/lists';
import { Organizations } from './data/members';
import type { Profile } from './data/profiles';
import type { PublishData } from './data/publish';
import { Store } from './data/store';
import type { TestingGroup } from './data/testingGroups';
import type { VariableGroup } from './data/variables';
import type { AppVersion } from './data/versions';
import { Faults, type ArmedFault, type Fault } from './faults';
import { buildHosts } from './hosts';
import { HookTokens } from './hook/hookTokens';
import { Listener } from './listener';
import { usualMode, type Mode } from './mode';
import { PublishRuns } from './publish/publishRuns';
import { hostNames, RequestLog, type HostName, type RecordedRequest } from './requestLog';
import { collectSecrets, type SandboxSecrets } from './secrets';
import { Sessions } from './sessions';
import { Storage, type Upload } from './storage/storage';
import { Tasks } from './tasks';
import { knownSecrets, type World } from './world';

export interface SandboxOptions {
  /** api listens there, auth, control, mcp, storage and hook on the next ports; 0 or absent: free ones. */
  port?: number;
  /** How many profiles the first organization has. 40 where absent. */
  profiles?: number;
  /** Other seeds give other names, ids and keys. */
  seed?: number;
  mode?: Partial<Mode>;
  /** Names that trip up programs, as tests want them, unless friendly ones are asked for. */
  names?: 'friendly' | 'strange';
  /** How many build profiles and branches there are. */
  builds?: BuildSizes;
}

/** What the sandbox prints as its first line. */
export interface SandboxAddress {
  apiEndpoint: string;
  authEndpoint: string;
  mcpEndpoint: string;
  storageEndpoint: string;
  /** Of live logs. */
  hookEndpoint: string;
  personalAccessKey: string;
  apiKey: { name: string; secret: string };
  control: string;
}

export type { SandboxSecrets } from './secrets';

const defaultProfiles = 40;
const defaultSeed = 2026;

export class Sandbox {
  readonly faults = new Faults();
  readonly clock = new Clock();
  /** The Enterprise App Store of each organization. */
  readonly store: Store;
  /** Members and invitations of each. */
  readonly members: Organizations;
  readonly accounts: readonly Account[];
  readonly organizations: readonly Organization[];

  private readonly closing = new AbortController();
  private readonly world: World;
  private readonly listeners: Readonly<Record<HostName | 'control', Listener>>;

  constructor({
    port = 0,
    profiles = defaultProfiles,
    seed = defaultSeed,
    mode = {},
    names = 'strange',
    builds = {},
  }: SandboxOptions) {
    const directory = makeDirectory(seed);
    this.accounts = directory.accounts;
    this.organizations = directory.organizations;
    const sessions = new Sessions(this.clock, () => this.authEndpoint);
    const storage = new Storage(seed, this.clock, () => this.storageEndpoint);
    const hooks = new HookTokens();
    this.store = new Store(seed, names);
    this.members = new Organizations(seed, directory.accounts, names);
    this.world = {
      directory,
      lists: new Lists(seed, profiles, names, builds, () => this.clock.now()),
      store: this.store,
      organizations: this.members,
      clock: this.clock,
      mode: { ...usualMode, ...mode },
      sessions,
      faults: this.faults,
      requests: new RequestLog(sessions, () => knownSecrets(this.accounts, sessions, storage, hooks)),
      storage,
      tasks: new Tasks(seed),
      builds: new BuildQueue(seed),
      publishes: new PublishRuns(seed),
      hooks,
      closing: this.closing.signal,
    };
    const build = buildHosts(this.world, this);
    const portAfter = (steps: number): number => (port === 0 ? 0 : port + steps);
    this.listeners = {
      api: new Listener(build.api, port),
      auth: new Listener(build.auth, portAfter(1)),
      control: new Listener(build.control, portAfter(2)),
      mcp: new Listener(build.mcp, portAfter(3)),
      storage: new Listener(build.storage, portAfter(4)),
      hook: new Listener(build.hook, portAfter(5)),
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

  get storageEndpoint(): string {
    return this.listeners.storage.origin;
  }

  get hookEndpoint(): string {
    return this.listeners.hook.origin;
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
    const { apiEndpoint, authEndpoint, mcpEndpoint, storageEndpoint, hookEndpoint, control } = this;
    const { personalAccessKey, apiKey } = this;
    const hosts = { apiEndpoint, authEndpoint, mcpEndpoint, storageEndpoint, hookEndpoint };
    return { ...hosts, personalAccessKey, apiKey, control };
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

  /** Drops every session, or all but the newest: tokens that were good are answered with 401. */
  expireTokens(but: { butNewest?: boolean } = {}): number {
    return this.world.sessions.drop(but);
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

  variableGroups(organizationId?: string): readonly VariableGroup[] {
    return this.world.lists.variableGroupsOf(this.organization(organizationId)).rows;
  }

  /** The rows of every organization. */
  get lists(): Lists {
    return this.world.lists;
  }

  testingGroups(organizationId?: string): readonly TestingGroup[] {
    return this.world.lists.testingGroupsOf(this.organization(organizationId)).rows;
  }

  replaceTestingGroups(rows: readonly TestingGroup[], organizationId?: string): void {
    this.world.lists.setTestingGroups(this.organization(organizationId), rows);
  }

  /** Of a profile, newest first. */
  versions(profileId: string, organizationId?: string): readonly AppVersion[] {
    return this.world.lists.versionsOf(this.profile(profileId, organizationId)).rows;
  }

  /** Replaces the versions of a profile, which then tells of the newest ones; `rows` begins with the newest. */
  replaceVersions(profileId: string, rows: readonly AppVersion[], organizationId?: string): void {
    const profile = this.profile(profileId, organizationId);
    this.world.lists.setVersions(this.organization(organizationId), profile, rows);
  }

  /** Build profiles with branches, workflows, configurations and commits. */
  builds(organizationId?: string): Builds {
    return this.world.lists.buildsOf(this.organization(organizationId));
  }

  /** What is published to stores. */
  publishing(organizationId?: string): PublishData {
    return this.world.lists.publishOf(this.organization(organizationId));
  }

  /** What may be, is being or was put into the storage, oldest first. A copy. */
  uploads(): Upload[] {
    return structuredClone(this.world.storage.all());
  }

  secrets(): SandboxSecrets {
    return collectSecrets(this.world);
  }

  /** Starts one of api, auth, mcp, storage and hook, or all of them, on the ports that they had. */
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
    // So that the first caller does not wait while 100,000 profiles are made and written.
    this.world.lists.warm(this.organization());
  }

  async close(): Promise<void> {
    this.closing.abort();
    await Promise.all([this.down(), this.listeners.control.stop()]);
  }

  private profile(id: string, organizationId?: string): Profile {
    const found = this.world.lists.profilesOf(this.organization(organizationId)).find(id);
    if (found === undefined) {
      throw new Error(`No profile ${id}`);
    }
    return found;
  }
}

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = new Sandbox(options);
  await sandbox.start();
  return sandbox;
}
