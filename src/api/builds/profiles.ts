import { compareNames } from '../../support/names';
import { getList, type ApiClient } from '../client';
import type { JsonObject } from '../decode';
import { platformIn, type BuildProfileField } from './fields';
import type { BuildProfile } from './model';

/** Largest list that is read: tens of thousands of profiles. */
const MAX_LIST_BYTES = 128 * 1024 * 1024;

/**
 * All build profiles that the account may see, pinned ones first, then by name. `GET build/v2/profiles` without paging
 * parameters, as the official command line asks (api/README 2.3, A): with them the form of the answer is not known.
 */
export async function listBuildProfiles(client: ApiClient, signal?: AbortSignal): Promise<BuildProfile[]> {
  const request = {
    path: '/build/v2/profiles',
    timeout: 120_000,
    maxBytes: MAX_LIST_BYTES,
    ...(signal && { signal }),
  };
  const rows = await getList(client, request, decodeBuildProfile);
  return rows.sort((a, b) => Number(b.pinned) - Number(a.pinned) || compareNames(a.name, b.name));
}

/** A profile from a row; undefined when it has no id, without which nothing can be done with it. */
export function decodeBuildProfile(row: JsonObject<BuildProfileField>): BuildProfile | undefined {
  const id = row.text('id');
  return id === undefined
    ? undefined
    : {
        id,
        name: row.text('name') ?? id,
        pinned: row.flag('pinned'),
        platform: platformIn(row),
        repositoryName: row.text('repositoryName'),
        lastBuildAt: row.date('lastBuildDate'),
        raw: row.raw,
      };
}
