import type { components } from '../appcircle';
import { getList, type ApiClient } from '../client';
import { JsonObject, type KnownField } from '../decode';
import { Failure, isFailure } from '../failure';
import { segment } from '../paths';
import { organizationPath } from './organizationPaths';

type UserField = KnownField<components['schemas']['User']>;
type RolesField = KnownField<components['schemas']['UserRoles']>;

/** A member of an organization. All texts are untrusted. */
export interface Member {
  id: string;
  /** Full name, else user name, else address. */
  name: string;
  email: string | undefined;
}

/** The roles of a member, by the keys that the server's file of roles has. */
export interface MemberRoles {
  roles: readonly string[];
  /** Those of the root organization. They are changed there. */
  inherited: readonly string[];
  /** Somebody of a sub-organization, who has no roles here. */
  isOfSubOrganization: boolean;
}

/** The members of an organization. `GET identity/v1/organizations/{id}/users` (api/README 2.7, A). */
export function listMembers(
  client: ApiClient,
  organizationId: string,
  signal?: AbortSignal,
): Promise<Member[]> {
  const path = organizationPath(organizationId, '/users');
  return getList(client, { path, ...(signal && { signal }) }, decodeMember);
}

function decodeMember(row: JsonObject<UserField>): Member | undefined {
  const id = row.text('id');
  return id === undefined
    ? undefined
    : { id, name: row.text('fullName', 'username', 'email') ?? id, email: row.text('email') };
}

/**
 * The roles of one member: there is no call for those of all. `GET …/users/{user}/roles` (api/README 2.7, A). A 400
 * means a member of a sub-organization only (api/README 15, A).
 */
export async function getMemberRoles(
  client: ApiClient,
  organizationId: string,
  userId: string,
  signal?: AbortSignal,
): Promise<MemberRoles> {
  try {
    const answer = await client.get({
      path: rolesPath(organizationId, userId),
      ...(signal && { signal }),
    });
    const row = JsonObject.of<RolesField>(answer);
    if (!row) {
      throw new Failure('unreadableAnswer', { host: client.host });
    }
    return {
      roles: unique(row.texts('roles')),
      inherited: unique(row.texts('inheritedRoles')),
      isOfSubOrganization: row.flag('isSubOrganizationMember'),
    };
  } catch (error) {
    if (isFailure(error, 'invalidInput') && error.facts.status === 400) {
      return { roles: [], inherited: [], isOfSubOrganization: true };
    }
    throw error;
  }
}

/** The roles that a person saw, and those that they want. */
export interface RoleChange {
  expected: readonly string[];
  wanted: readonly string[];
}

/**
 * Replaces the roles of a member unless somebody else changed them meanwhile, which is a `conflict` and changes nothing.
 * For owners and managers. `PUT …/users/{user}/roles` takes all of them (api/README 15, A): read, compare, write.
 */
export async function changeMemberRoles(
  client: ApiClient,
  organizationId: string,
  userId: string,
  { expected, wanted }: RoleChange,
  signal?: AbortSignal,
): Promise<void> {
  const { roles } = await getMemberRoles(client, organizationId, userId, signal);
  if (!areSame(roles, expected)) {
    throw new Failure('conflict', { host: client.host });
  }
  await client.send({
    method: 'PUT',
    path: rolesPath(organizationId, userId),
    json: { roles: [...wanted] } satisfies components['schemas']['RoleNames'],
    ...(signal && { signal }),
  });
}

function rolesPath(organizationId: string, userId: string): string {
  return organizationPath(organizationId, `/users/${segment(userId)}/roles`);
}

function areSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((role) => others.includes(role));
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
