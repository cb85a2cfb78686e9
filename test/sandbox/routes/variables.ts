/** Groups of environment variables (api/README 2.3, 11.7). Everybody may read them, owners write (17.1). */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Bearer } from '../bearer';
import { randomFor } from '../data/random';
import type { Variable, VariableGroup } from '../data/variables';
import { queryValue } from '../paging';
import { found, objectBody, Refusal, textMember, textsBody } from '../refusal';
import type { World } from '../world';
import { sendDeletion } from './deletion';

interface ById {
  Params: { id: string };
}

const groupsPath = (version: string): string => `/build/${version}/variable-groups`;

export function variableRoutes(app: FastifyInstance, world: World, bearer: Bearer): void {
  const { lists, directory, clock } = world;
  const read = { preHandler: bearer.check };
  const manage = { preHandler: bearer.manage };
  let created = 0;

  const tableOf = (request: FastifyRequest) => lists.variableGroupsOf(bearer.session(request).organization);

  /** Own ones, then those that the root organization shares. */
  const visible = (request: FastifyRequest): readonly VariableGroup[] => {
    const { rootId } = bearer.session(request).organization;
    const root = directory.organizations.find(({ id }) => id === rootId);
    const shared = root ? lists.variableGroupsOf(root).rows.filter((group) => group.sharedToAllSubs) : [];
    return [...tableOf(request).rows, ...shared];
  };

  const groupOf = (request: FastifyRequest<ById>): VariableGroup =>
    found(request.params.id, (id) => visible(request).find((group) => group.id === id));

  /** The group of a request that writes. */
  const ownGroupOf = (request: FastifyRequest<ById>): VariableGroup => {
    const group = groupOf(request);
    if (group.organizationId !== bearer.session(request).organization.id) {
      throw new Refusal(400, 'An inherited variable group cannot be edited.');
    }
    return group;
  };

  const put = (request: FastifyRequest, group: VariableGroup): void => {
    tableOf(request).replace({ ...group, updateDate: new Date(clock.now()).toISOString() });
  };

  const refuseName = (request: FastifyRequest, name: string, but?: string): void => {
    if (tableOf(request).rows.some((group) => group.name === name && group.id !== but)) {
      throw new Refusal(400, 'A variable group with this name exists already.');
    }
  };

  app.get(groupsPath('v1'), read, async (request, reply) => reply.send(visible(request)));

  app.post(groupsPath('v1'), manage, async (request, reply) => {
    const { organization } = bearer.session(request);
    const name = textMember(objectBody(request), 'name');
    refuseName(request, name);
    created += 1;
    const group: VariableGroup = {
      id: randomFor(created, `variables/${name}/${clock.now()}`).guid(),
      name,
      organizationId: organization.id,
      sharedToAllSubs: false,
      sharedSubOrganizationIds: [],
      createDate: new Date(clock.now()).toISOString(),
      updateDate: null,
      variables: [],
    };
    tableOf(request).append(group);
    return reply.send(group);
  });

  app.get<ById>(`${groupsPath('v1')}/:id/variables`, read, async (request, reply) =>
    reply.send(groupOf(request).variables ?? []),
  );

  app.post<ById>(`${groupsPath('v1')}/:id/variables`, manage, async (request, reply) => {
    const group = ownGroupOf(request);
    const body = objectBody(request);
    const key = textMember(body, 'Key');
    const variables = group.variables ?? [];
    if (variables.some((variable) => variable.key === key)) {
      throw new Refusal(400, 'A variable with this key exists already.');
    }
    const isSecret = body['IsSecret'] === true;
    const variable: Variable = { key, value: valueIn(body, 'Value'), isSecret, isFile: false };
    put(request, { ...group, variables: [...variables, variable] });
    return reply.code(204).send();
  });

  app.patch<ById>(`${groupsPath('v2')}/:id`, manage, async (request, reply) => {
    const group = ownGroupOf(request);
    const name = textMember({ name: queryValue(request, 'name') }, 'name');
    refuseName(request, name, group.id);
    put(request, { ...group, name });
    return reply.code(204).send();
  });

  app.delete<ById>(`${groupsPath('v2')}/:id`, manage, async (request, reply) => {
    const { id } = ownGroupOf(request);
    const table = tableOf(request);
    return sendDeletion(world, bearer.session(request).organization, reply, () => {
      table.drop(id);
    });
  });

  app.patch<ById>(`${groupsPath('v2')}/:id/variables`, manage, async (request, reply) => {
    const group = ownGroupOf(request);
    const body = objectBody(request);
    const key = textMember(body, 'key');
    const value = valueIn(body, 'value');
    const variables = group.variables ?? [];
    if (!variables.some((variable) => variable.key === key)) {
      throw new Refusal(404, 'Not found.');
    }
    put(request, {
      ...group,
      variables: variables.map((variable) => (variable.key === key ? { ...variable, value } : variable)),
    });
    return reply.code(204).send();
  });

  app.delete<ById>(`${groupsPath('v2')}/:id/variables`, manage, async (request, reply) => {
    const group = ownGroupOf(request);
    const keys = textsBody(request);
    const variables = (group.variables ?? []).filter(({ key }) => !keys.includes(key ?? ''));
    put(request, { ...group, variables });
    return reply.code(204).send();
  });
}

/** A member that must be a text, and may be an empty one. */
function valueIn(body: Readonly<Record<string, unknown>>, name: string): string {
  const value = body[name];
  if (typeof value !== 'string') {
    throw new Refusal(400, `The field ${name} is required.`);
  }
  return value;
}
