/** Build profiles and what belongs to them (api/README 2.3): profiles, branches, commits, workflows, configurations. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Bearer } from '../bearer';
import type { AllRecords, Records } from '../builds/records';
import type { Builds } from '../data/builds';
import { queryValue, sendList } from '../paging';
import { found } from '../refusal';
import type { World } from '../world';

interface ById {
  Params: { id: string };
}

type Belonging<K extends 'workflows' | 'configurations'> =
  Builds[K] extends ReadonlyMap<string, infer V> ? V : never;

export function buildRoutes(app: FastifyInstance, world: World, bearer: Bearer, all: AllRecords): void {
  const { lists, mode } = world;
  const read = { preHandler: bearer.check };
  const records = (request: FastifyRequest): Records => all.of(bearer.session(request).organization);
  const belonging = <K extends 'workflows' | 'configurations'>(
    request: FastifyRequest<ById>,
    of: K,
  ): Belonging<K> => {
    const { id } = records(request).profile(request.params.id);
    return (lists.buildsOf(bearer.session(request).organization)[of].get(id) ?? []) as Belonging<K>;
  };

  app.get('/build/v2/profiles', read, async (request, reply) =>
    sendList(request, reply, { rows: records(request).profiles() }, 'profiles', mode),
  );

  for (const version of ['v1', 'v2', 'v3']) {
    app.get<ById>(`/build/${version}/profiles/:id`, read, async (request, reply) =>
      reply.send(records(request).profile(request.params.id)),
    );
  }

  app.get<ById>('/build/v2/profiles/:id/workflows', read, async (request, reply) =>
    reply.send(belonging(request, 'workflows')),
  );

  app.get<{ Params: { id: string; workflow: string } }>(
    '/build/v2/profiles/:id/workflows/:workflow',
    read,
    async (request, reply) => {
      const workflow = found(request.params.workflow, (id) =>
        belonging(request, 'workflows').find((one) => one.id === id),
      );
      return reply.send({ ...workflow, workflowDocument: 'steps:\n  - name: Git Clone\n  - name: Build\n' });
    },
  );

  app.get<ById>('/build/v2/profiles/:id/configurations', read, async (request, reply) =>
    reply.send(belonging(request, 'configurations')),
  );

  app.get('/build/v2/commits', read, async (request, reply) => {
    const commits = records(request).commitsOf(queryValue(request, 'branchId') ?? '');
    // Builds are told with one commit alone.
    const rows = commits.map(({ builds, ...commit }) => commit);
    return sendList(request, reply, { rows }, 'commits', mode);
  });

  app.get<ById>('/build/v2/commits/:id', read, async (request, reply) => {
    const commit = records(request).commit(request.params.id);
    return reply.send({ ...commit, builds: records(request).buildsOfCommit(commit) });
  });

  app.get('/build/v1/builds', read, async (request, reply) => {
    // By commit, and so not by time where an older commit was built again (api/README 11.6).
    const rows = records(request).buildsOfBranch(queryValue(request, 'branchId') ?? '');
    return reply.send(
      mode.buildRows === 'full' ? rows : rows.map(({ id, startDate }) => ({ id, startDate })),
    );
  });

  app.get<{ Params: { id: string; build: string } }>(
    '/build/v2/commits/:id/builds/:build/status',
    read,
    async (request, reply) => {
      const { build } = records(request).build(request.params.id, request.params.build);
      const { status = null, hasWarning = false } = build;
      reply.type('application/json; charset=utf-8');
      return reply.send(JSON.stringify(mode.buildStatusForm === 'number' ? status : { status, hasWarning }));
    },
  );
}
