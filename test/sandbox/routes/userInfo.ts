/** Keycloak's userinfo on the auth host (appcircle-api 1.5). Of its fields only `currentOrganizationId` is proven. */
import type { FastifyInstance } from 'fastify';
import type { Bearer } from '../bearer';
import type { World } from '../world';

export function userInfoRoutes(app: FastifyInstance, world: World, bearer: Bearer): void {
  app.get(
    '/auth/realms/appcircle/protocol/openid-connect/userinfo',
    { preHandler: bearer.check },
    async (request, reply) => {
      const { account, organization } = bearer.session(request);
      const { userInfo } = world.mode;
      if (userInfo === 'absent') {
        reply.callNotFound();
        return reply;
      }
      const who = {
        sub: account.sub,
        email: account.email,
        email_verified: true,
        name: account.displayName,
        preferred_username: account.username,
      };
      return reply.send({
        ...(userInfo === 'organization' ? {} : who),
        ...(userInfo === 'subject' ? {} : { currentOrganizationId: organization.id }),
      });
    },
  );
}
