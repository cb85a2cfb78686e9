import type { components } from './appcircle';
import { getList, type ApiClient } from './client';
import type { KnownField, Row } from './decode';

type GroupField = KnownField<components['schemas']['TestingGroup']>;

/** A testing group, as far as a profile's tooltip needs it. */
export interface TestingGroup {
  id: string;
  name: string;
}

/** All testing groups of the organization. `GET distribution/v2/testing-groups` (API sheet 2.2, A). */
export function listTestingGroups(client: ApiClient, signal?: AbortSignal): Promise<TestingGroup[]> {
  return getList(client, { path: '/distribution/v2/testing-groups', ...(signal && { signal }) }, decodeGroup);
}

function decodeGroup(row: Row<GroupField>): TestingGroup | undefined {
  const id = row.text('id');
  return id === undefined ? undefined : { id, name: row.text('name') ?? id };
}
