/**
 * One server of the sandbox: what the api and the auth server have in common. Every request is recorded, meets the
 * faults that are armed for it, and is answered with the sandbox's own time.
 */
import formbody from '@fastify/formbody';
import { fastify, type FastifyInstance, type FastifyRequest } from 'fastify';
import { validatorOf } from './bodyValidators';
import { beforeRoute, onAnswer } from './faultEffects';
import type { ArmedFault } from './faults';
import type { HostName } from './requestLog';
import type { World } from './world';

export const controlPrefix = '/_sandbox/';

/** A Fastify that closes at once, whatever hangs on it. */
export function newApp(): FastifyInstance {
  const app = fastify({
    logger: false,
    forceCloseConnections: true,
    bodyLimit: 256 * 1024 * 1024,
  });
  app.setValidatorCompiler(({ schema }) => validatorOf(schema as object));
  app.setErrorHandler(async (error: { statusCode?: number; message: string }, _request, reply) =>
    reply.code(error.statusCode ?? 500).send({ message: error.message }),
  );
  app.setNotFoundHandler(async (_request, reply) => reply.code(404).send({ message: 'Not Found' }));
  return app;
}

export function newHost(world: World, host: HostName): FastifyInstance {
  const app = newApp();
  const met = new WeakMap<FastifyRequest, ArmedFault>();
  const isControl = (request: FastifyRequest): boolean => request.url.startsWith(controlPrefix);

  void app.register(formbody);
  // Any other kind of body is kept as it is: a route that takes forms alone says so by itself, and the log has looked
  // into the body before.
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });

  app.addHook('onRequest', async (request, reply) => {
    reply.header('date', world.clock.httpDate());
    if (!isControl(request)) {
      world.requests.begin(host, request, reply);
    }
    return Promise.resolve();
  });

  app.addHook('preHandler', async (request, reply) => {
    if (isControl(request)) {
      return;
    }
    world.requests.seeBody(request);
    const meeting = world.faults.meet(host, request.method, request.url.split('?')[0] ?? '');
    if (meeting !== undefined) {
      met.set(request, meeting.fault);
      world.requests.noteFault(request, meeting.fault.id);
      await beforeRoute(meeting, request, reply, world.closing);
    }
  });

  app.addHook('onSend', async (request, reply, payload) => {
    world.requests.noteStatus(request, reply.statusCode);
    const fault = met.get(request);
    return Promise.resolve(fault === undefined ? payload : onAnswer(fault, reply, payload));
  });
  return app;
}
