import { getList, type ApiClient } from '../client';
import type { JsonObject } from '../decode';
import type { ConfigurationField } from './fields';
import type { Configuration } from './model';
import { buildProfilePath } from './paths';

/**
 * The configurations of a profile, or those for a branch of it, in the order of the server: the first is the default
 * (api/README 11.1). `GET …/configurations` (api/README 2.3, A).
 */
export async function listConfigurations(
  client: ApiClient,
  profileId: string,
  branchId?: string,
  signal?: AbortSignal,
): Promise<Configuration[]> {
  const path = `${buildProfilePath(profileId, 'v2')}/configurations`;
  const query = branchId === undefined ? {} : { branchId };
  return getList(client, { path, query, ...(signal && { signal }) }, decodeConfiguration);
}

/** Wrapped in `item1`, as the halves of a .NET pair are named; bare as well, in case the other half goes. */
function decodeConfiguration(entry: JsonObject<'item1' | ConfigurationField>): Configuration | undefined {
  const row = entry.object<'item1' | ConfigurationField>('item1') ?? entry;
  const id = row.text('id');
  return id === undefined
    ? undefined
    : { id, name: row.text('configurationName') ?? id, updatedAt: row.date('updateDate') };
}
