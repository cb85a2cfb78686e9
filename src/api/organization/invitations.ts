import type { components } from '../appcircle';
import type { ApiClient } from '../client';
import { decodeList, type JsonObject, type KnownField } from '../decode';
import { organizationPath } from './organizationPaths';

type InvitationField = KnownField<components['schemas']['Invitation']>;

/** An invitation that was not accepted yet. All texts are untrusted. */
export interface Invitation {
  /** The address. */
  id: string;
  email: string;
  /** In the server's own words, none of which is documented. */
  status: string | undefined;
}

/** The invitations of an organization. `GET identity/v1/organizations/{id}/invitations` (api/README 2.7, A). */
export async function listInvitations(
  client: ApiClient,
  organizationId: string,
  signal?: AbortSignal,
): Promise<Invitation[]> {
  const path = organizationPath(organizationId, '/invitations');
  const answer = await client.get({ path, ...(signal && { signal }) });
  return decodeList(answer, decodeInvitation, client.host).rows;
}

function decodeInvitation(row: JsonObject<InvitationField>): Invitation | undefined {
  const email = row.text('userEmail');
  return email === undefined ? undefined : { id: email, email, status: row.text('status') };
}

/**
 * Invites somebody by mail, with these roles. For owners and managers.
 * `PATCH identity/v1/users?action=invite&organizationId=` (api/README 2.7, A).
 */
export async function invite(
  client: ApiClient,
  organizationId: string,
  { email, roles }: { email: string; roles: readonly string[] },
  signal?: AbortSignal,
): Promise<void> {
  const json: components['schemas']['NewInvitation'] = {
    userEmail: email,
    organizationsAndRoles: [{ organizationId, roles: [...roles] }],
  };
  await client.send({
    method: 'PATCH',
    path: '/identity/v1/users',
    query: { action: 'invite', organizationId },
    json,
    ...(signal && { signal }),
  });
}

/** Sends the mail again. For owners and managers. `PATCH …/invitations?action=re-invite` (api/README 2.7, A). */
export async function resendInvitation(
  client: ApiClient,
  organizationId: string,
  email: string,
  signal?: AbortSignal,
): Promise<void> {
  await client.send({
    method: 'PATCH',
    path: organizationPath(organizationId, '/invitations'),
    query: { action: 're-invite' },
    json: { userEmail: email },
    ...(signal && { signal }),
  });
}

/** Takes an invitation back. For owners and managers. `DELETE …/invitations` (api/README 2.7, A). */
export async function withdrawInvitation(
  client: ApiClient,
  organizationId: string,
  email: string,
  signal?: AbortSignal,
): Promise<void> {
  await client.send({
    method: 'DELETE',
    path: organizationPath(organizationId, '/invitations'),
    json: { userEmail: email },
    ...(signal && { signal }),
  });
}
