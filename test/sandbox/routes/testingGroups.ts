/** Testing groups (appcircle-api 2.2): owners write (api/README 17.1). Members of a group from LDAP are not edited here. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Bearer } from '../bearer';
import { randomFor } from '../data/random';
import type { TestingGroup } from '../data/testingGroups';
import { sendList } from '../paging';
import { found, objectBody, Refusal, textMember, textsBody } from '../refusal';
import type { World } from '../world';
import { sendDeletion } from './deletion';

interface ById {
  Params: { id: string };
}

const all = '/distribution/v2/testing-groups';
const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export function testingGroupRoutes(app: FastifyInstance, world: World, bearer: Bearer): void {
  const { lists, mode, clock } = world;
  const now = (): string => new Date(clock.now()).toISOString();
  let created = 0;

  function groupOf(request: FastifyRequest<ById>): TestingGroup {
    const { organization } = bearer.session(request);
    return found(request.params.id, (id) => lists.testingGroupsOf(organization).find(id));
  }

  app.get(all, { preHandler: bearer.check }, async (request, reply) =>
    sendList(
      request,
      reply,
      lists.testingGroupsOf(bearer.session(request).organization),
      'testingGroups',
      mode,
    ),
  );

  app.get(`${all}/testers`, { preHandler: bearer.check }, async (request, reply) => {
    const groups = lists.testingGroupsOf(bearer.session(request).organization);
    return reply.send([...new Set(groups.rows.flatMap(({ testers }) => testers ?? []))]);
  });

  app.post(all, { preHandler: bearer.manage }, async (request, reply) => {
    const { organization } = bearer.session(request);
    const groups = lists.testingGroupsOf(organization);
    const name = textMember(objectBody(request), 'name');
    if (groups.rows.some((group) => group.name === name)) {
      throw new Refusal(400, 'A testing group with this name exists already.');
    }
    created += 1;
    const group: TestingGroup = {
      id: randomFor(created, `group/${name}/${clock.now()}`).guid(),
      organizationId: organization.id,
      name,
      testers: [],
      groupType: 0,
      createDate: now(),
      updateDate: null,
      externalGroupName: null,
    };
    groups.append(group);
    return reply.send(group);
  });

  app.get<ById>(`${all}/:id`, { preHandler: bearer.check }, async (request, reply) =>
    reply.send(groupOf(request)),
  );

  app.delete<ById>(`${all}/:id`, { preHandler: bearer.manage }, async (request, reply) => {
    const { organization } = bearer.session(request);
    const { id } = groupOf(request);
    return sendDeletion(world, organization, reply, () => {
      lists.testingGroupsOf(organization).drop(id);
      const profiles = lists.profilesOf(organization);
      for (const profile of profiles.rows.filter(({ testingGroupIds }) => testingGroupIds?.includes(id))) {
        const left = profile.testingGroupIds?.filter((one) => one !== id) ?? [];
        profiles.replace({ ...profile, testingGroupIds: left });
      }
    });
  });

  /** Changes the addresses of the group; `change` gets those that are there and those that were sent. */
  function edit(
    request: FastifyRequest<ById>,
    change: (there: readonly string[], sent: readonly string[]) => string[],
  ): void {
    const group = groupOf(request);
    if (group.groupType === 1) {
      throw new Refusal(400, 'Members of an LDAP group cannot be edited.');
    }
    const testers = change(group.testers ?? [], textsBody(request));
    lists
      .testingGroupsOf(bearer.session(request).organization)
      .replace({ ...group, testers, updateDate: now() });
  }

  for (const version of ['v2', 'v3']) {
    app.post<ById>(
      `/distribution/${version}/testing-groups/:id/testers`,
      { preHandler: bearer.manage },
      async (request, reply) => {
        edit(request, (there, sent) => {
          const wrong = sent.find((one) => !address.test(one));
          if (wrong !== undefined) {
            throw new Refusal(400, `"${wrong}" is not a valid e-mail address.`);
          }
          return [...new Set([...there, ...sent])];
        });
        return reply.code(204).send();
      },
    );
  }

  app.delete<ById>(`${all}/:id/testers`, { preHandler: bearer.manage }, async (request, reply) => {
    edit(request, (there, sent) => there.filter((one) => !sent.includes(one)));
    return reply.code(204).send();
  });
}
