/** The Builds view in the fake editor with every profile open, its client alone, and a bare fetch of the same responses. */
import { listBranches } from '../../src/api/builds/branches';
import { listBuildProfiles } from '../../src/api/builds/profiles';
import type { BenchEditor } from './benchEditor';
import { timed, withMemory, type Measured, type Server } from './measured';
import { bareFetch, ourClient } from './signedIn';

/**
 * `fresh`: from a key to the rows of profiles. `open`: all of them are opened, one after the other. `again`: all rows that
 * are there are drawn once more.
 */
export async function buildsInView(editor: BenchEditor): Promise<Measured> {
  const { measured } = await withMemory(async () => {
    const [profiles, fresh] = await timed(() => editor.signInToBuilds());
    const [branches, open] = await timed(() => editor.drawBuilds());
    return { held: editor, measured: { fresh, open, rows: profiles + branches } };
  });
  const [, again] = await timed(() => editor.drawBuilds());
  return { ...measured, again };
}

/** Of the same, what is asked for. */
export async function builds(by: 'client' | 'fetch', server: Server): Promise<Measured> {
  const { held, measured } = await withMemory(async () => {
    const [{ profiles, branchesOf }, fresh] = await timed(async () => requestsBy(by, server));
    const [branches, open] = await timed(async () => {
      const all: unknown[] = [];
      for (const { id } of profiles) {
        all.push(...(await branchesOf(id)));
      }
      return all;
    });
    const rows = profiles.length + branches.length;
    return { held: { profiles, branches }, measured: { fresh, open, rows } };
  });
  if (held.profiles.length + held.branches.length !== measured['rows']) {
    throw new Error('The rows are gone.');
  }
  return measured;
}

interface BuildRequests {
  profiles: readonly { id: string }[];
  branchesOf: (profileId: string) => Promise<readonly unknown[]>;
}

async function requestsBy(by: 'client' | 'fetch', server: Server): Promise<BuildRequests> {
  if (by === 'client') {
    const client = await ourClient(server);
    const profiles = await listBuildProfiles(client);
    return { profiles, branchesOf: (id) => listBranches(client, id) };
  }
  const get = await bareFetch(server);
  const profiles = (await get('/build/v2/profiles')) as { id: string }[];
  return {
    profiles,
    branchesOf: async (id) => ((await get(`/build/v1/profiles/${id}`)) as { branches: unknown[] }).branches,
  };
}
