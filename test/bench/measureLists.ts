/** Lists by the extension's client, and by a bare fetch: what the network and JSON.parse alone take. */
import { listVersions } from '../../src/api/distribution/appVersions';
import type { ApiClient } from '../../src/api/client';
import { listProfiles, type DistributionProfile } from '../../src/api/distribution/profiles';
import { listIdentities } from '../../src/api/signing/identities';
import { filterProfiles, noFilter } from '../../src/features/distribution/find/profileFilter';
import { inOrder } from '../../src/features/distribution/find/profileOrder';
import { timed, withMemory, type Measured, type Server } from './measured';
import { bareFetch, ourClient } from './signedIn';

type Asker = 'client' | 'fetch';

/**
 * `fresh`: from a key, in a process that did nothing yet. `time`: of this, from the question to sorted rows. `again`: the
 * same, while the first rows are still shown.
 */
export async function list(by: Asker, server: Server): Promise<Measured> {
  if (by === 'fetch') {
    return asked(await timed(() => bareFetch(server)), (get) => get('/distribution/v2/profiles'), rowsIn);
  }
  const signedIn = await timed(() => ourClient(server));
  let profiles: readonly DistributionProfile[] = [];
  const ask = async (client: ApiClient) => (profiles = await listProfiles(client));
  const measured = await asked(signedIn, ask, (rows) => rows.length);
  const [, filter] = await timed(() => filterProfiles(profiles, { ...noFilter, text: 'a' }));
  const [, sort] = await timed(() => inOrder(profiles, 'lastUpload'));
  return { ...measured, filter, sort };
}

/** The versions of a profile, as `list`. */
export async function versions(by: Asker, server: Server, profileId: string): Promise<Measured> {
  return by === 'fetch'
    ? asked(
        await timed(() => bareFetch(server)),
        (get) => get(`/distribution/v2/profiles/${profileId}`),
        (profile) => rowsIn((profile as { appVersions: unknown }).appVersions),
      )
    : asked(
        await timed(() => ourClient(server)),
        (client) => listVersions(client, profileId),
        (rows) => rows.length,
      );
}

/** The certificates of an organization, as `list`. */
export async function identities(by: Asker, server: Server): Promise<Measured> {
  return by === 'fetch'
    ? asked(await timed(() => bareFetch(server)), (get) => get('/signing-identity/v2/certificates'), rowsIn)
    : asked(
        await timed(() => ourClient(server)),
        (client) => listIdentities(client, 'certificate'),
        ({ length }) => length,
      );
}

async function asked<Via, ListResponse>(
  [via, signIn]: [Via, number],
  ask: (via: Via) => Promise<ListResponse>,
  count: (answer: ListResponse) => number,
): Promise<Measured> {
  const { held, measured } = await withMemory(async () => {
    const [first, time] = await timed(() => ask(via));
    return { held: first, measured: { fresh: signIn + time, time, rows: count(first) } };
  });
  const [, again] = await timed(() => ask(via));
  if (count(held) !== measured['rows']) {
    throw new Error('The first rows are gone.');
  }
  return { ...measured, again };
}

function rowsIn(answer: unknown): number {
  return Array.isArray(answer) ? answer.length : NaN;
}
