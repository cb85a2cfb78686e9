import type { components } from '../appcircle';
import type { ApiClient } from '../client';
import { JsonObject, listIn, type KnownField } from '../decode';
import { Failure } from '../failure';

type GroupField = KnownField<components['schemas']['RoleGroup']>;

/** A role as the server's own file has it. Untrusted texts. */
export interface Role {
  key: string;
  name: string;
}

/** Roles that belong together. */
export interface RoleGroup {
  /** Module and name of the group: what tells groups apart. */
  id: string;
  title: string;
  /** Whether somebody can have several of them. */
  isMulti: boolean;
  roles: readonly Role[];
}

/** It is not in the file: clients add it (api/README 15, A). */
export const OWNER_ROLE = 'owner';

/**
 * All roles that can be given, owner aside, from the server's own file. `GET roles.json?v=5` (api/README 2.7, A); groups
 * that are switched off are left out (api/README 15, A), and so is what cannot be read.
 */
export async function loadRoleCatalog(client: ApiClient, signal?: AbortSignal): Promise<RoleGroup[]> {
  const answer = await client.get({ path: '/roles.json', query: { v: '5' }, ...(signal && { signal }) });
  const rows = listIn(answer);
  if (!rows) {
    throw new Failure('unreadableAnswer', { host: client.host });
  }
  const byId = new Map<string, RoleGroup>();
  for (const row of rows) {
    const group = decodeGroup(JsonObject.of<GroupField>(row));
    if (group && group.roles.length > 0) {
      byId.set(group.id, byId.get(group.id) ?? group);
    }
  }
  return [...byId.values()];
}

function decodeGroup(row: JsonObject<GroupField> | undefined): RoleGroup | undefined {
  if (!row || row.raw['enabled'] === false) {
    return undefined;
  }
  const [module, groupName] = [row.text('module') ?? '', row.text('groupName') ?? ''];
  const roles: unknown = row.raw['roles'];
  return {
    id: JSON.stringify([module, groupName]),
    title: [row.text('title') ?? module, groupName].filter((part) => part !== '').join(', '),
    isMulti: row.flag('multi'),
    roles: Array.isArray(roles) ? roles.flatMap(decodeRole) : [],
  };
}

function decodeRole(value: unknown): Role[] {
  const row = JsonObject.of(value);
  const key = row?.text('key');
  return row && key !== undefined ? [{ key, name: row.text('name') ?? key }] : [];
}
