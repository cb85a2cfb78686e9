/** Members, roles and invitations of organizations (api/README 2.7, 15). For owners, but for the lists. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Organization } from '../accounts';
import type { Bearer } from '../bearer';
import { roleCatalog, type SandboxMember } from '../data/members';
import { queryValue } from '../paging';
import { found, objectBody, Refusal, textMember } from '../refusal';
import type { World } from '../world';

interface ById {
  Params: { id: string };
}
interface ByUser {
  Params: { id: string; user: string };
}

export function organizationRoutes(app: FastifyInstance, world: World, bearer: Bearer): void {
  const { organizations } = world;
  const one = '/identity/v1/organizations/:id';

  /** Only the token's own. */
  function organizationOf(request: FastifyRequest, id: string): Organization {
    const { organization } = bearer.session(request);
    return found(id, (wanted) => (organization.id === wanted ? organization : undefined));
  }

  function memberOf(request: FastifyRequest<ByUser>): SandboxMember {
    const { members } = organizations.of(organizationOf(request, request.params.id));
    return found(request.params.user, (id) => members.find(({ user }) => user.id === id));
  }

  app.get('/roles.json', { preHandler: bearer.check }, async (_request, reply) => reply.send(roleCatalog));

  app.get<ById>(`${one}/users`, { preHandler: bearer.check }, async (request, reply) => {
    const { members } = organizations.of(organizationOf(request, request.params.id));
    return reply.send(members.map(({ user }) => user));
  });

  app.get<ByUser>(`${one}/users/:user/roles`, { preHandler: bearer.check }, async (request, reply) => {
    const { roles, inheritedRoles, isElsewhere } = memberOf(request);
    return isElsewhere
      ? reply.code(400).send({ error: 'The user is a member of a sub-organization.' })
      : reply.send({ roles, inheritedRoles, isSubOrganizationMember: false });
  });

  app.put<ByUser>(`${one}/users/:user/roles`, { preHandler: bearer.manage }, async (request, reply) => {
    memberOf(request).roles = rolesIn(objectBody(request)['roles']);
    return reply.code(204).send();
  });

  app.get<ById>(`${one}/invitations`, { preHandler: bearer.check }, async (request, reply) => {
    const organization = organizationOf(request, request.params.id);
    return reply.send(
      organizations.of(organization).invitations.map(({ userEmail, status, roles }) => ({
        userEmail,
        rootOrganizationId: organization.rootId ?? organization.id,
        status,
        organizationsAndRoles: [{ organizationId: organization.id, roles }],
      })),
    );
  });

  app.patch<ById>(`${one}/invitations`, { preHandler: bearer.manage }, async (request, reply) => {
    if (queryValue(request, 'action') !== 're-invite') {
      throw new Refusal(400, 'The action is not known.');
    }
    invitationOf(request).status = 'Sent again';
    return reply.code(204).send();
  });

  app.delete<ById>(`${one}/invitations`, { preHandler: bearer.manage }, async (request, reply) => {
    const invitation = invitationOf(request);
    const known = organizations.of(organizationOf(request, request.params.id));
    known.invitations = known.invitations.filter((other) => other !== invitation);
    return reply.code(204).send();
  });

  app.patch('/identity/v1/users', { preHandler: bearer.manage }, async (request, reply) => {
    if (queryValue(request, 'action') !== 'invite') {
      throw new Refusal(400, 'The action is not known.');
    }
    const { invitations } = organizations.of(
      organizationOf(request, queryValue(request, 'organizationId') ?? ''),
    );
    const body = objectBody(request);
    const userEmail = textMember(body, 'userEmail');
    if (invitations.some((other) => other.userEmail === userEmail)) {
      throw new Refusal(400, 'The user is invited already.');
    }
    const [first] = Array.isArray(body['organizationsAndRoles'])
      ? (body['organizationsAndRoles'] as { roles?: unknown }[])
      : [];
    invitations.push({ userEmail, status: 'Pending', roles: rolesIn(first?.roles) });
    return reply.code(204).send();
  });

  function invitationOf(request: FastifyRequest<ById>): { userEmail: string; status: string } {
    const { invitations } = organizations.of(organizationOf(request, request.params.id));
    const wanted = textMember(objectBody(request), 'userEmail');
    const invitation = invitations.find(({ userEmail }) => userEmail === wanted);
    if (!invitation) {
      throw new Refusal(404, 'Not found.');
    }
    return invitation;
  }
}

function rolesIn(value: unknown): string[] {
  if (!Array.isArray(value) || !value.every((role) => typeof role === 'string')) {
    throw new Refusal(400, 'The field roles is required.');
  }
  return value;
}
