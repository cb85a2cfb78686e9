/**
 * Appcircle's host of live logs (api/README 11.6): a token for the stream, the stream itself with that token in its query,
 * and the requests that have the events of a build sent to it, or no more.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Bearer } from '../bearer';
import type { Run } from '../builds/course';
import { queryValue } from '../paging';
import { found, Refusal } from '../refusal';
import type { World } from '../world';
import { HookStream } from './hookStream';

export function hookRoutes(app: FastifyInstance, world: World, bearer: Bearer): void {
  const streams = new Map<string, HookStream>();
  const signedIn = { preHandler: bearer.identify };

  app.post('/auth/token', signedIn, async (request, reply) =>
    reply.send({ access_token: world.hooks.issue(bearer.session(request)), expires_in: 3600 }),
  );

  app.get('/v2/hooks', async (request, reply) => {
    const session = world.hooks.find(queryValue(request, 'token') ?? '');
    const { account, organization } = session ?? {};
    if (
      request.headers.authorization !== undefined ||
      queryValue(request, 'userId') !== account?.sub ||
      queryValue(request, 'organizationId') !== organization?.id
    ) {
      throw new Refusal(401, 'The token is not good for this stream.');
    }
    const browserId = queryValue(request, 'browserId') ?? '';
    const { raw } = reply.hijack();
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
    raw.write(': connected\n\n');
    const stream = new HookStream(world, raw);
    streams.set(browserId, stream);
    raw.once('close', () => {
      if (streams.get(browserId) === stream) {
        streams.delete(browserId);
      }
    });
  });

  const asked = (request: FastifyRequest): { stream: HookStream; run: Run } => {
    const { organization } = bearer.session(request);
    return {
      stream: found(queryValue(request, 'browserId') ?? '', (id) => streams.get(id)),
      run: found(queryValue(request, 'taskId') ?? '', (id) => world.builds.find(organization.id, id)),
    };
  };
  app.post('/build/log/trigger-events-receiving', signedIn, async (request, reply) => {
    const { stream, run } = asked(request);
    stream.begin(run);
    return reply.code(204).send();
  });
  app.post('/build/log/trigger-stop-events-receiving', signedIn, async (request, reply) => {
    const { stream, run } = asked(request);
    stream.stop(run);
    return reply.code(204).send();
  });
}
