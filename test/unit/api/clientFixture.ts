import type { ApiClient } from '../../../src/api/client';
import type { Transport } from '../../../src/api/transport/transport';
import { usualMode } from '../../sandbox/mode';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/sandbox';
import { Client } from '../sandbox/client';
import type { RecordingLog } from '../support/fakes/log';
import { clientOf, FakeTokens } from './fakeClient';

/** A sandbox with a client of its owner. */
export interface ClientFixture {
  sandbox: Sandbox;
  client: ApiClient;
  transport: Transport;
  log: RecordingLog;
  token: string;
  /** A profile that has versions of both platforms. */
  profileId: string;
  /** What was asked since `calm`, `GET /distribution/v2/profiles`. */
  asked: () => string[];
  /** Forgets what was asked, and takes back modes and faults. */
  calm: () => void;
  /** The client of another account. */
  as: (accountId: string) => Promise<ApiClient>;
}

export async function startClientFixture(options: SandboxOptions = {}): Promise<ClientFixture> {
  const sandbox = await startSandbox({ profiles: 12, ...options });
  const http = new Client(sandbox);
  const token = await http.token();
  const { client, transport, log } = clientOf(sandbox.apiEndpoint, new FakeTokens(token));
  const [profile] = sandbox
    .profiles()
    .filter(({ iOSVersion, androidVersion }) => iOSVersion && androidVersion);
  return {
    sandbox,
    client,
    transport,
    log,
    token,
    profileId: profile?.id ?? '',
    asked: () => sandbox.requests().map(({ method, path }) => `${method} ${path}`),
    calm: () => {
      sandbox.clearRequests();
      sandbox.setMode(usualMode);
      sandbox.faults.clear();
    },
    as: async (accountId) => {
      const other = await http.token(sandbox.account(accountId));
      return clientOf(sandbox.apiEndpoint, new FakeTokens(other)).client;
    },
  };
}
