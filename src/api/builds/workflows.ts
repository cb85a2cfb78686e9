import { getList, type ApiClient } from '../client';
import type { JsonObject } from '../decode';
import type { WorkflowField } from './fields';
import type { Workflow } from './model';
import { buildProfilePath } from './paths';

/** The workflows of a profile, the one that was used last first. `GET …/workflows` (api/README 2.3, A). */
export async function listWorkflows(
  client: ApiClient,
  profileId: string,
  signal?: AbortSignal,
): Promise<Workflow[]> {
  const path = `${buildProfilePath(profileId, 'v2')}/workflows`;
  const rows = await getList(client, { path, ...(signal && { signal }) }, decodeWorkflow);
  return rows.sort((a, b) => (b.lastUsedAt ?? 0) - (a.lastUsedAt ?? 0));
}

function decodeWorkflow(row: JsonObject<WorkflowField>): Workflow | undefined {
  const id = row.text('id');
  return id === undefined
    ? undefined
    : { id, name: row.text('workflowName') ?? id, lastUsedAt: row.date('lastUsedTime') };
}
