import type { components } from '../appcircle';
import { getList, type ApiClient } from '../client';
import type { KnownField, JsonObject } from '../decode';

type GroupField = KnownField<components['schemas']['TestingGroup']>;

/** A testing group. Times are milliseconds since 1970; what the server left out is undefined. */
export interface TestingGroup {
  id: string;
  name: string;
  /** E-mail addresses, each once. Untrusted texts. */
  testers: string[];
  /** Members of an LDAP group are not edited by hand (api/README 2.2). */
  kind: 'user' | 'ldap';
  createdAt: number | undefined;
  updatedAt: number | undefined;
  /** Of the directory that an LDAP group comes from. */
  externalName: string | undefined;
  raw: Readonly<Record<string, unknown>>;
}

/** All testing groups of the organization. `GET distribution/v2/testing-groups` (api/README 2.2, A). */
export function listTestingGroups(client: ApiClient, signal?: AbortSignal): Promise<TestingGroup[]> {
  return getList(client, { path: '/distribution/v2/testing-groups', ...(signal && { signal }) }, decodeGroup);
}

/** A group from a row; undefined when it has no id. */
export function decodeGroup(row: JsonObject<GroupField>): TestingGroup | undefined {
  const id = row.text('id');
  return id === undefined
    ? undefined
    : {
        id,
        name: row.text('name') ?? id,
        testers: [...new Set(row.texts('testers'))],
        kind: row.number('groupType') === 1 ? 'ldap' : 'user',
        createdAt: row.date('createDate'),
        updatedAt: row.date('updateDate'),
        externalName: row.text('externalGroupName'),
        raw: row.raw,
      };
}
