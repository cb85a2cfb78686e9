import type { components } from '../appcircle';
import { getList, type ApiClient } from '../client';
import type { JsonObject, KnownField } from '../decode';
import { segment } from '../paths';

type GroupField = KnownField<components['schemas']['VariableGroup']>;
type VariableField = KnownField<components['schemas']['Variable'] & components['schemas']['NewVariable']>;

/** A group of environment variables. A row of it may hold secrets, so nothing more of it is kept. */
export interface VariableGroup {
  readonly id: string;
  readonly name: string;
  /** Of the root organization, which shares it: it cannot be edited here (api/README 11.7). */
  readonly isInherited: boolean;
}

/** A variable of a group. The value of a secret is dropped as soon as it is read, whatever the server sends. */
export interface EnvironmentVariable {
  /** Its key, which is unique in its group. */
  readonly id: string;
  readonly kind: 'text' | 'secret' | 'file';
  /** Of a text alone; empty for all others. */
  readonly value: string;
}

/** The path of a group. */
export function variableGroupPath(groupId: string, version: 'v1' | 'v2'): string {
  return `/build/${version}/variable-groups/${segment(groupId)}`;
}

/**
 * The groups that an organization has and those that it inherits. `GET build/v1/variable-groups` (api/README 2.3, A).
 * Without the id of the organization none is taken for inherited.
 */
export function listVariableGroups(
  client: ApiClient,
  organizationId: string,
  signal?: AbortSignal,
): Promise<VariableGroup[]> {
  return getList(client, { path: '/build/v1/variable-groups', ...(signal && { signal }) }, (row) =>
    decodeGroup(row, organizationId),
  );
}

/** The variables of a group, in the order of the server. `GET …/{g}/variables` (api/README 2.3, A). */
export function listVariables(
  client: ApiClient,
  groupId: string,
  signal?: AbortSignal,
): Promise<EnvironmentVariable[]> {
  const path = `${variableGroupPath(groupId, 'v1')}/variables`;
  return getList(client, { path, ...(signal && { signal }) }, decodeVariable);
}

function decodeGroup(row: JsonObject<GroupField>, organizationId: string): VariableGroup | undefined {
  const id = row.text('id');
  const owner = row.text('organizationId')?.toLowerCase();
  const isForeign = owner !== undefined && !/^[0-]*$/.test(owner) && owner !== organizationId.toLowerCase();
  return id === undefined
    ? undefined
    : { id, name: row.text('name') ?? id, isInherited: organizationId !== '' && isForeign };
}

/** Requests spell the fields with a capital letter (api/README 11.7), so a response may as well. */
function decodeVariable(row: JsonObject<VariableField | 'IsFile'>): EnvironmentVariable | undefined {
  const id = row.text('key', 'Key');
  if (id === undefined) {
    return undefined;
  }
  if (row.flag('isSecret') || row.flag('IsSecret')) {
    return { id, kind: 'secret', value: '' };
  }
  return row.flag('isFile') || row.flag('IsFile')
    ? { id, kind: 'file', value: '' }
    : { id, kind: 'text', value: row.text('value', 'Value') ?? '' };
}
