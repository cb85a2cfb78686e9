/** Profiles and testing groups of the token's organization (appcircle-api 2.1, 2.2): bare arrays. */
import type { FastifyInstance } from 'fastify';
import type { Bearer } from '../bearer';
import { sendList } from '../paging';
import type { World } from '../world';

export function distributionRoutes(app: FastifyInstance, world: World, bearer: Bearer): void {
  app.get('/distribution/v2/profiles', { preHandler: bearer.check }, async (request, reply) =>
    sendList(
      request,
      reply,
      world.lists.profilesOf(bearer.session(request).organization),
      'profiles',
      world.mode,
    ),
  );

  app.get('/distribution/v2/testing-groups', { preHandler: bearer.check }, async (request, reply) =>
    sendList(
      request,
      reply,
      world.lists.testingGroupsOf(bearer.session(request).organization),
      'testingGroups',
      world.mode,
    ),
  );
}
