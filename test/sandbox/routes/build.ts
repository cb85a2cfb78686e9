/** Build profiles and what belongs to them (appcircle-api 2.3): enough to choose each by name, start a build and cancel it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Bearer } from '../bearer';
import type { BuildProfile, Builds, Commit, Workflow } from '../data/builds';
import { queryValue, sendList } from '../paging';
import { found, Refusal } from '../refusal';
import type { World } from '../world';

interface ById {
  Params: { id: string };
}

export function buildRoutes(app: FastifyInstance, world: World, bearer: Bearer): void {
  const { lists, mode, builds: queue } = world;
  const read = { preHandler: bearer.check };
  const write = { preHandler: bearer.operate };
  const buildsFor = (request: FastifyRequest): Builds => lists.buildsOf(bearer.session(request).organization);
  const profileFor = (request: FastifyRequest<ById>): BuildProfile =>
    found(request.params.id, (id) => buildsFor(request).profiles.find((profile) => profile.id === id));
  const commitFor = (request: FastifyRequest<ById>): Commit =>
    found(request.params.id, (id) =>
      [...buildsFor(request).commits.values()].flat().find((commit) => commit.id === id),
    );

  app.get('/build/v2/profiles', read, async (request, reply) =>
    sendList(request, reply, { rows: buildsFor(request).profiles }, 'profiles', mode),
  );

  for (const version of ['v1', 'v2', 'v3']) {
    app.get<ById>(`/build/${version}/profiles/:id`, read, async (request, reply) => {
      const profile = profileFor(request);
      return reply.send({ ...profile, branches: buildsFor(request).branches.get(profile.id) ?? [] });
    });
  }

  app.get<ById>('/build/v2/profiles/:id/workflows', read, async (request, reply) =>
    reply.send(buildsFor(request).workflows.get(profileFor(request).id) ?? []),
  );

  app.get<{ Params: { id: string; workflow: string } }>(
    '/build/v2/profiles/:id/workflows/:workflow',
    read,
    async (request, reply) => {
      const workflows = buildsFor(request).workflows.get(profileFor(request).id);
      const workflow: Workflow = found(request.params.workflow, (id) =>
        workflows?.find((one) => one.id === id),
      );
      return reply.send({ ...workflow, workflowDocument: 'steps:\n  - name: Git Clone\n  - name: Build\n' });
    },
  );

  app.get<ById>('/build/v2/profiles/:id/configurations', read, async (request, reply) =>
    reply.send(buildsFor(request).configurations.get(profileFor(request).id) ?? []),
  );

  app.get('/build/v2/commits', read, async (request, reply) => {
    const commits = found(queryValue(request, 'branchId') ?? '', (id) => buildsFor(request).commits.get(id));
    // Builds are told with one commit alone.
    const rows = commits.map(({ builds, ...commit }) => commit);
    return sendList(request, reply, { rows }, 'commits', mode);
  });

  app.get<ById>('/build/v2/commits/:id', read, async (request, reply) => reply.send(commitFor(request)));

  app.post<ById>('/build/v2/commits/:id', write, async (request, reply) => {
    if (queryValue(request, 'action') !== 'build') {
      throw new Refusal(400, 'The action is not known.');
    }
    return reply.send(queue.start(commitFor(request)));
  });
  for (const path of ['build', 'build/by-workflow']) {
    app.post<ById>(`/build/v3/commits/:id/${path}`, write, async (request, reply) =>
      reply.send(queue.start(commitFor(request))),
    );
  }

  const cancel = async (request: FastifyRequest<ById>, reply: FastifyReply): Promise<FastifyReply> =>
    reply.send(found(request.params.id, (id) => queue.cancel(bearer.session(request).organization.id, id)));

  app.get('/build/v1/queue/my-dashboard', read, async (request, reply) =>
    reply.send({
      data: queue.open(bearer.session(request).organization.id).map(({ id, commit, isRunning }) => ({
        id,
        profileName:
          buildsFor(request).profiles.find((profile) => profile.id === commit.profileId)?.name ?? null,
        branchName: null,
        queueItemStatus: isRunning ? 1 : 0,
        publishId: null,
      })),
    }),
  );

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
    const { organization } = bearer.session(request);
    return reply.send(found(request.params.id, (id) => queue.poll(organization.id, id, mode.taskPolls)));
  });
  app.post<ById>('/build/v3/queue/:id/cancel', write, cancel);
}
