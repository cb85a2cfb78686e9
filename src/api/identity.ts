import type { components } from './appcircle';
import type { ApiClient } from './client';
import { Row, type KnownField } from './decode';

type OrganizationField = KnownField<components['schemas']['Organization']>;

/**
 * The name of an organization, undefined where the server gives none.
 * `GET identity/v1/organizations/{id}` (API sheet 2.7, A).
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
  return Row.of<OrganizationField>(body)?.text('name');
}
