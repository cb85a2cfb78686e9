import { randomUUID } from 'node:crypto';
import type { components } from '../../src/api/appcircle';
import type { Sandbox } from '../vscode/sandbox';
import type { Server } from './measured';

type Profile = components['schemas']['DistributionProfile'];
type AppVersion = components['schemas']['AppVersion'];

const day = 86_400_000;

/** Gives one profile of the sandbox so many versions, one a day, of both platforms: its id. */
export async function makeVersions(
  sandbox: Sandbox,
  { addresses, key }: Server,
  count: number,
): Promise<string> {
  const body = new URLSearchParams({ personalAccessKey: key });
  const exchange = await fetch(`${addresses.auth}/auth/v3/token`, { method: 'POST', body });
  const { access_token: token } = (await exchange.json()) as { access_token: string };
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${addresses.api}/distribution/v2/profiles`, { headers });
  const profiles = (await answer.json()) as Profile[];
  const profile = profiles.find(({ iOSVersion, androidVersion }) => iOSVersion && androidVersion);
  if (profile?.id === undefined) {
    throw new Error('No profile has versions of both platforms.');
  }
  const { versions: some } = (await sandbox.control(`versions/${profile.id}`)) as { versions: AppVersion[] };
  const newest = Date.parse(some[0]?.createDate ?? '');
  const versions = Array.from({ length: count }, (_, at) => ({
    ...some[at % some.length],
    id: randomUUID(),
    createDate: new Date(newest - at * day).toISOString(),
  }));
  await sandbox.control(`versions/${profile.id}`, { versions });
  return profile.id;
}
