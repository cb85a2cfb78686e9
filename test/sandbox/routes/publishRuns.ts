/** Runs of publish flows: start, stop, steps, logs (api/README 2.4, 12.2). Roles by row of 17.1. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Bearer } from '../bearer';
import { queryValue } from '../paging';
import {
  flowOf,
  isUnderWay,
  logOf,
  publishOf,
  statusOf,
  stepId,
  stepsOf,
  type PublishRun,
} from '../publish/runs';
import { found, Refusal } from '../refusal';
import type { World } from '../world';
import { publishProfileOf, type ByPublishProfile } from './publish';

interface ByVersion {
  Params: ByPublishProfile['Params'] & { version: string };
}
interface ByRun {
  Params: ByPublishProfile['Params'] & { publish: string };
}

const DAY = 86_400_000;

export function publishRunRoutes(app: FastifyInstance, world: World, bearer: Bearer): void {
  const { mode, clock, publishes } = world;
  const read = { preHandler: bearer.check };
  const write = { preHandler: bearer.operate };
  const base = '/profiles/:platform/:id';

  /** Each version has a run, which need not have begun. */
  const runOfVersion = (request: FastifyRequest<ByVersion>): PublishRun => {
    const { platform, profile, versions } = publishProfileOf(world, bearer, request);
    const version = found(request.params.version, (id) => versions.find(id));
    const endedAs = [0, 1].find((status) => status === version.latestFlowStatus);
    return (
      publishes.ofVersion(version.id) ??
      publishes.keep({
        organizationId: bearer.session(request).organization.id,
        platform,
        profile,
        versionId: version.id,
        startedBy: 'mika.laine@people.example',
        startedAt: endedAs === undefined ? 0 : clock.now() - 3 * DAY,
        from: 0,
        ...(endedAs !== undefined && { endedAs }),
      })
    );
  };

  const runOf = (request: FastifyRequest<ByRun>): PublishRun => {
    publishProfileOf(world, bearer, request);
    return found(request.params.publish, (id) => publishes.byId(id));
  };

  const begin = (request: FastifyRequest<ByRun>, from: number): PublishRun => {
    const run = runOf(request);
    const { versions } = publishProfileOf(world, bearer, request);
    const version = found(run.versionId, (id) => versions.find(id));
    if (version.releaseCandidate !== true || version.expired === true) {
      throw new Refusal(400, 'Only a release candidate that has not expired can be published.');
    }
    if (isUnderWay(stepsOf(run, mode, clock.now()))) {
      throw new Refusal(409, 'The publish flow is running.');
    }
    const { stoppedAt, endedAs, ...rest } = run;
    const { account } = bearer.session(request);
    return publishes.keep(
      { ...rest, startedBy: account.email, startedAt: clock.now(), from },
      mode.publishRestart === 'text' && (stoppedAt ?? endedAs) !== undefined
        ? publishes.newId()
        : run.publishId,
    );
  };

  for (const version of ['v1', 'v2']) {
    app.get<ByVersion>(
      `/publish/${version}${base}/app-versions/:version/publish`,
      read,
      async (request, reply) => reply.send(publishOf(runOfVersion(request), mode, clock.now())),
    );
  }

  app.get<ByRun>(`/publish/v2${base}/publish/:publish`, read, async (request, reply) => {
    if (!mode.publishById) {
      throw new Refusal(404, 'Not found.');
    }
    return reply.send(publishOf(runOf(request), mode, clock.now()));
  });

  app.post<ByRun>(`/publish/v2${base}/publish/:publish`, write, async (request, reply) => {
    if (queryValue(request, 'action') !== 'restart') {
      throw new Refusal(400, 'The action is not known.');
    }
    const { publishId } = begin(request, 0);
    reply.type('application/json; charset=utf-8');
    return reply.send(JSON.stringify(mode.publishRestart === 'text' ? publishId : { id: publishId }));
  });

  app.post<ByRun>(`/publish/v3${base}/publish/:publish/start`, write, async (request, reply) => {
    const run = runOf(request);
    const wanted = queryValue(request, 'stepId');
    const from = flowOf(run.platform).findIndex((_, index) => stepId(run, index) === wanted);
    if (wanted !== undefined && from === -1) {
      throw new Refusal(400, 'The step is not known.');
    }
    return reply.send({ id: begin(request, Math.max(0, from)).publishId });
  });

  for (const word of ['stop', 'cancel']) {
    app.post<ByRun>(`/publish/v3${base}/publish/:publish/${word}`, write, async (request, reply) => {
      const run = runOf(request);
      const now = clock.now();
      if (!isUnderWay(stepsOf(run, mode, now))) {
        throw new Refusal(409, 'The publish flow is not running.');
      }
      run.stoppedAt = now;
      return reply.code(204).send();
    });
  }

  app.get<ByRun>(`/publish/v1${base}/publish/:publish/logs`, read, async (request, reply) => {
    const run = runOf(request);
    const now = clock.now();
    const isThere = statusOf(stepsOf(run, mode, now)) !== 200 && run.startedAt > 0;
    return reply
      .type('text/plain; charset=utf-8')
      .send(isThere ? logOf(run, mode, now) : 'No Logs Available');
  });
}
