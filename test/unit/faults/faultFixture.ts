import { strict as assert } from 'node:assert';
import type { Account } from '../../../src/account/account';
import type { AccessToken } from '../../../src/account/accessToken';
import type { Credential } from '../../../src/account/credential';
import { FileStorage, storageRetries } from '../../../src/api/files/fileStorage';
import type { ApiClient } from '../../../src/api/client';
import type { Upload } from '../../../src/api/upload/runUpload';
import { AccountList } from '../../../src/ui/lists/accountList';
import type { AppVersion } from '../../sandbox/data/versions';
import type { Profile } from '../../sandbox/data/profiles';
import type { TestingGroup } from '../../sandbox/data/testingGroups';
import type { Sandbox } from '../../sandbox/sandbox';
import { keyOf, WindowFixture } from '../account/accountFixture';
import { wireImpatiently } from './impatientTransport';

/** What all cells begin with: an account of the sandbox, and data of its organization. */
export interface Beginning {
  readonly sandbox: Sandbox;
  readonly account: Account;
  readonly token: AccessToken;
  readonly profiles: readonly Profile[];
  readonly groups: readonly TestingGroup[];
  readonly profileId: string;
  /** The smallest of that profile. */
  readonly versionId: string;
}

/** Signs in once. */
export async function begin(sandbox: Sandbox): Promise<Beginning> {
  const window = new WindowFixture();
  const account = await window.signIn(sandbox);
  const token = await window.exchange.exchange(keyOf(sandbox.personalAccessKey), account.hosts.auth);
  await window.named();
  window.dispose();
  const profiles = sandbox.profiles();
  const profileId = profiles.find(({ iOSVersion, androidVersion }) => iOSVersion && androidVersion)?.id ?? '';
  const versionId = smallest(sandbox.versions(profileId))?.id ?? '';
  return { sandbox, account, token, profiles, groups: sandbox.testingGroups(), profileId, versionId };
}

/** A window that is signed in, before an organization that nobody has touched. */
export class FaultFixture {
  /** How long answers are waited for: longer than a busy machine takes for any. */
  readonly patience = { timeout: 10_000 };
  readonly window = new WindowFixture(undefined, undefined, wireImpatiently(this.patience));
  readonly client: ApiClient;
  readonly storage: FileStorage;
  readonly profileId: string;
  /** One that may be deleted. */
  readonly spareProfileId: string;
  readonly versionId: string;
  readonly groupId: string;
  readonly tester: string;
  upload: Upload | undefined;
  /** Of a build that was started. */
  queueItemId = '';
  list: AccountList<{ id: string }> | undefined;

  constructor(private readonly beginning: Beginning) {
    const { account, profiles, groups, profileId, versionId } = beginning;
    this.client = this.window.clientFor(account);
    this.storage = new FileStorage(this.window.transport, account.hosts.api, {
      ...storageRetries,
      firstDelay: 0,
    });
    this.profileId = profileId;
    this.spareProfileId = profiles.find(({ id }) => id !== this.profileId)?.id ?? '';
    this.versionId = versionId;
    const group = groups.find(({ testers }) => (testers ?? []).length > 0);
    this.groupId = group?.id ?? '';
    this.tester = group?.testers?.[0] ?? '';
  }

  get sandbox(): Sandbox {
    return this.beginning.sandbox;
  }

  get account(): Account {
    return this.beginning.account;
  }

  get token(): AccessToken {
    return this.beginning.token;
  }

  get apiKey(): Credential {
    const { secret, apiKeyName } =
      this.sandbox.accounts.find(({ kind }) => kind === 'apiKey') ?? assert.fail();
    return { kind: 'apiKey', name: apiKeyName ?? '', secret, organizationId: '' };
  }

  /** Takes back what the cell before did, and signs in without asking anybody. */
  async enter(): Promise<void> {
    const { sandbox, account, token, profiles, groups } = this.beginning;
    sandbox.faults.clear();
    sandbox.replaceProfiles(profiles);
    sandbox.replaceTestingGroups(groups);
    await this.window.credentials.write({ account, credential: keyOf(sandbox.personalAccessKey) });
    await this.window.accounts.reload();
    this.window.tokens.adopt(account, token);
  }

  /** A list whose rows are there. */
  async listOf<T extends { id: string }>(
    ask: (client: ApiClient, signal: AbortSignal, fixture: FaultFixture) => Promise<T[]>,
  ): Promise<void> {
    this.list = new AccountList<{ id: string }>(this.window.sessions, (_, signal) =>
      ask(this.client, signal, this),
    );
    await this.list.rows();
  }

  /** How many rows a list has; undefined where this is no list. */
  get rows(): number | undefined {
    const state = this.list?.state;
    return state && (state.kind === 'ready' ? state.rows.length : 0);
  }

  async leave(): Promise<void> {
    await this.window.named();
    this.list?.dispose();
    this.window.dispose();
  }
}

function smallest(versions: readonly AppVersion[]): AppVersion | undefined {
  return versions.toSorted((one, other) => (one.fileSize ?? 0) - (other.fileSize ?? 0))[0];
}
