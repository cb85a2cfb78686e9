/** Keycloak's userinfo on the auth host (appcircle-api 1.5). Of its fields only `currentOrganizationId` is proven. */
import type { FastifyInstance } from 'fastify';
import type { Bearer } from '../bearer';

export function userInfoRoutes(app: FastifyInstance, bearer: Bearer): void {
  app.get(
    '/auth/realms/appcircle/protocol/openid-connect/userinfo',
    { preHandler: bearer.check },
    async (request, reply) => {
      const { account, organization } = bearer.session(request);
      return reply.send({
        sub: account.sub,
        email: account.email,
        email_verified: true,
        name: account.displayName,
        preferred_username: account.username,
        currentOrganizationId: organization.id,
      });
    },
  );
}
