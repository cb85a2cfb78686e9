import type { components } from './appcircle';
import { getList, type ApiClient } from './client';
import { JsonObject, type KnownField } from './decode';

type OrganizationField = KnownField<components['schemas']['Organization']>;

/**
 * The name of an organization, undefined where the server gives none.
 * `GET identity/v1/organizations/{id}` (api/README 2.7, A).
 */
export async function organizationName(
  client: ApiClient,
  organizationId: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const body = await client.get({
    path: `/identity/v1/organizations/${encodeURIComponent(organizationId)}`,
    ...(signal && { signal }),
  });
  return JsonObject.of<OrganizationField>(body)?.text('name');
}

/** An organization that the caller belongs to. */
export interface Organization {
  id: string;
  name: string;
  /** Id of the organization that it is a part of; undefined for a root. */
  rootId: string | undefined;
}

/**
 * The organizations that the token's user can reach, sub-organizations included.
 * `GET identity/v1/organizations` with the page size that clients use (api/README 2.7, A).
 */
export function listOrganizations(client: ApiClient, signal?: AbortSignal): Promise<Organization[]> {
  const request = {
    path: '/identity/v1/organizations',
    query: { perPage: '200' },
    ...(signal && { signal }),
  };
  return getList(client, request, (row: JsonObject<OrganizationField>) => {
    const id = row.text('id');
    return id === undefined
      ? undefined
      : { id, name: row.text('name') ?? id, rootId: row.text('rootOrganizationId') };
  });
}
