/** Organizations (appcircle-api 2.7): an object with `data` in every case, and the zero GUID where there is no root. */
import type { FastifyInstance } from 'fastify';
import type { Organization } from '../accounts';
import type { Bearer } from '../bearer';
import { zeroGuid } from '../data/random';
import { queryValue } from '../paging';
import type { Session } from '../sessions';
import type { World } from '../world';

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

function row(organization: Organization): object {
  return {
    id: organization.id,
    name: organization.name,
    givenId: null,
    ssoEnabled: false,
    disabled: false,
    rootOrganizationName: organization.rootName ?? null,
    rootOrganizationId: organization.rootId ?? zeroGuid,
    createdDate: '2024-02-12T09:30:00.000Z',
    memberCount: organization.memberCount,
    logoUrl: null,
  };
}

/** The token's organization, and from a root one its sub-organizations. */
function visible(world: World, { organization }: Session): Organization[] {
  return world.directory.organizations.filter(
    ({ id, rootId }) => id === organization.id || rootId === organization.id,
  );
}

export function identityRoutes(app: FastifyInstance, world: World, bearer: Bearer): void {
  app.get('/identity/v1/organizations', { preHandler: bearer.check }, async (request, reply) => {
    const search = (queryValue(request, 'search') ?? '').toLowerCase();
    const found = visible(world, bearer.session(request)).filter(({ name }) =>
      name.toLowerCase().includes(search),
    );
    const page = Number(queryValue(request, 'page'));
    const perPage = Number(queryValue(request, 'perPage'));
    if (!(page > 0) && !(perPage > 0)) {
      return reply.send({ data: found.map(row), page: null, perPage: null, total: null });
    }
    const [at, size] = [page || 1, perPage || 25];
    const rows = found.slice((at - 1) * size, at * size).map(row);
    return reply.send({ data: rows, page: at, perPage: size, total: found.length });
  });

  app.get<{ Params: { id: string } }>(
    '/identity/v1/organizations/:id',
    { preHandler: bearer.check },
    async (request, reply) => {
      const { id } = request.params;
      if (!guid.test(id)) {
        return reply.code(400).send({ error: 'The value is not a valid GUID.' });
      }
      const organization = world.directory.organizations.find((one) => one.id === id.toLowerCase());
      if (organization === undefined) {
        return reply.code(404).send({ message: 'Organization not found.' });
      }
      return visible(world, bearer.session(request)).includes(organization)
        ? reply.send(row(organization))
        : reply.code(403).send({ message: 'You are not a member of this organization.' });
    },
  );
}
