/** Starting builds, the queue, canceling (api/README 2.3, 11.2). */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Bearer } from '../bearer';
import { itemOf } from '../builds/buildQueue';
import type { Run } from '../builds/course';
import type { BuildEnd } from '../builds/log/steps';
import { underWayOfOthers } from '../builds/others';
import type { AllRecords, Records } from '../builds/records';
import type { Commit } from '../data/builds';
import { queryValue } from '../paging';
import { found, objectBody, Refusal } from '../refusal';
import type { World } from '../world';

interface ById {
  Params: { id: string };
}

export function buildQueueRoutes(app: FastifyInstance, world: World, bearer: Bearer, all: AllRecords): void {
  const { lists, mode, clock, builds: queue } = world;
  const read = { preHandler: bearer.check };
  const write = { preHandler: bearer.operate };
  const records = (request: FastifyRequest): Records => all.of(bearer.session(request).organization);
  const runOf = (request: FastifyRequest<ById>): Run =>
    found(request.params.id, (id) => queue.find(bearer.session(request).organization.id, id));

  const endOf = (commit: Commit, [newest]: readonly Commit[]): BuildEnd => {
    if (mode.buildEnd !== 'usual') {
      return mode.buildEnd;
    }
    const starts = queue.startsOf(commit.id);
    return newest?.id === commit.id && starts === 0 ? 'failure' : starts % 4 === 3 ? 'warning' : 'success';
  };

  const start = (request: FastifyRequest<ById>): { taskId: string; queueItemId: string } => {
    const { organization, account } = bearer.session(request);
    const commit = records(request).commit(request.params.id);
    const { profile, branch } = records(request).branchOf(commit);
    const workflows = lists.buildsOf(organization).workflows.get(profile.id) ?? [];
    const workflowId = queryValue(request, 'workflowId');
    const workflow = workflows.find(({ id }) => id === workflowId) ?? workflows[0];
    const { taskId, queueItemId } = queue.start(
      {
        commit,
        platform: profile.os === 2 ? 'android' : 'ios',
        profileName: profile.name,
        branchName: branch.name ?? '',
        workflowName: workflow?.workflowName ?? '',
        startedBy: account.email,
        startedAt: clock.now(),
        wait: mode.buildWaitSeconds * 1000,
        run: mode.buildRunSeconds * 1000,
        end: endOf(commit, records(request).commitsOf(commit.branchId ?? '')),
        logBytes: mode.logBytes,
      },
      mode.buildIds,
    );
    return { taskId, queueItemId };
  };

  app.post<ById>('/build/v2/commits/:id', write, async (request, reply) => {
    if (queryValue(request, 'action') !== 'build') {
      throw new Refusal(400, 'The action is not known.');
    }
    return reply.send(start(request));
  });
  for (const path of ['build', 'build/by-workflow']) {
    app.post<ById>(`/build/v3/commits/:id/${path}`, write, async (request, reply) =>
      reply.send(start(request)),
    );
  }

  app.put<ById>('/build/v3/commits/:id/build/by-workflow/with-environment', write, async (request, reply) => {
    if (!mode.startWithVariables) {
      return reply.code(405).header('allow', 'POST').send();
    }
    if (Object.values(objectBody(request)).some((value) => typeof value !== 'string')) {
      throw new Refusal(400, 'Each variable must be a text.');
    }
    const { taskId } = start(request);
    return reply.send({ taskId });
  });

  app.get('/build/v1/queue/my-dashboard', read, async (request, reply) => {
    const { organization } = bearer.session(request);
    const now = clock.now();
    const data = lists.buildsOf(organization);
    const others = mode.othersUnderWay ? underWayOfOthers(organization, data, now) : [];
    const published = world.publishes.underWay(organization.id, mode, now);
    return reply.send({ data: [...others, ...published, ...queue.underWay(organization.id, now)] });
  });

  const cancel = async (request: FastifyRequest<ById>, reply: FastifyReply): Promise<FastifyReply> => {
    const run = runOf(request);
    queue.cancel(run, clock.now());
    return reply.send(itemOf(run, clock.now()));
  };

  // A GET that writes: who may not build may not cancel either, whatever the method says.
  app.get<ById>('/build/v1/queue/:id', read, async (request, reply) => {
    const action = queryValue(request, 'action');
    if (action === 'cancel') {
      bearer.refuseReader(request);
      return cancel(request, reply);
    }
    if (action !== undefined) {
      throw new Refusal(400, 'The action is not known.');
    }
    return reply.send(itemOf(runOf(request), clock.now()));
  });

  app.post<ById>('/build/v3/queue/:id/cancel', write, async (request, reply) => {
    if (mode.cancelRoute === 'get') {
      throw new Refusal(404, 'Not Found');
    }
    return cancel(request, reply);
  });
}
