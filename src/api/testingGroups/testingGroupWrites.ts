import type { ApiClient } from '../client';
import { JsonObject } from '../decode';
import { deleteResource } from '../deleteResource';
import { Failure } from '../failure';
import { segment } from '../paths';
import { withRequiredRole } from '../roles';
import type { TaskPace } from '../tasks';
import { decodeGroup, type TestingGroup } from './testingGroups';

const ALL = '/distribution/v2/testing-groups';

/** One group as it is now. `GET distribution/v2/testing-groups/{id}` (api/README 2.2, A). */
export async function getGroup(
  client: ApiClient,
  groupId: string,
  signal?: AbortSignal,
): Promise<TestingGroup> {
  return requireGroup(client, await client.get({ path: groupPath(groupId), ...(signal && { signal }) }));
}

/**
 * A new group without testers. The server refuses blank names and names in use. `POST …/testing-groups` (A). For owners and
 * managers, as every write here (api/README 17.1).
 */
export async function createGroup(
  client: ApiClient,
  name: string,
  signal?: AbortSignal,
): Promise<TestingGroup> {
  const answer = await withRequiredRole('manage', () =>
    client.send({
      method: 'POST',
      path: ALL,
      json: { name },
      ...(signal && { signal }),
    }),
  );
  return requireGroup(client, answer);
}

/** `DELETE …/testing-groups/{id}` (api/README 2.2, A). */
export async function deleteGroup(
  client: ApiClient,
  groupId: string,
  signal?: AbortSignal,
  pace?: TaskPace,
): Promise<void> {
  await withRequiredRole('manage', () => deleteResource(client, groupPath(groupId), signal, pace));
}

/** `POST …/testing-groups/{id}/testers` with the addresses as an array (api/README 2.2, A). */
export async function addTesters(
  client: ApiClient,
  groupId: string,
  addresses: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  await edit(client, 'POST', groupId, addresses, signal);
}

/** `DELETE …/testing-groups/{id}/testers` with the addresses, as the server spells them, in its body (A). */
export async function removeTesters(
  client: ApiClient,
  groupId: string,
  addresses: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  await edit(client, 'DELETE', groupId, addresses, signal);
}

async function edit(
  client: ApiClient,
  method: 'POST' | 'DELETE',
  groupId: string,
  json: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  await withRequiredRole('manage', () =>
    client.send({ method, path: `${groupPath(groupId)}/testers`, json, ...(signal && { signal }) }),
  );
}

function groupPath(groupId: string): string {
  return `${ALL}/${segment(groupId)}`;
}

function requireGroup({ host }: ApiClient, answer: unknown): TestingGroup {
  const row = JsonObject.of<string>(answer);
  const group = row && decodeGroup(row);
  if (!group) {
    throw new Failure('unreadableAnswer', { host });
  }
  return group;
}
