/**
 * The token exchanges of the auth host (appcircle-api 1.2, 1.3, 1.6): forms alone, and the paths of three versions.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Account, Organization } from '../accounts';
import type { World } from '../world';

type Form = Readonly<Record<string, string>>;

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const filled = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

/** Where no form came nothing is looked at. That a server says 415 then is an assumption (D). */
function formOf(request: FastifyRequest): Form | undefined {
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
  return isForm ? (request.body as Form) : undefined;
}

/** The organization that was asked for, if the account may be there: its own, and from a root one its sub-organizations. */
function reachable(world: World, account: Account, organizationId: string): Organization | undefined {
  const wanted = organizationId.toLowerCase();
  return world.directory.organizations.find(
    ({ id, rootId }) => id === wanted && (id === account.organizationId || rootId === account.organizationId),
  );
}

async function answer(
  world: World,
  reply: FastifyReply,
  account: Account | undefined,
  organizationId: string | undefined,
): Promise<FastifyReply> {
  if (organizationId !== undefined && !guid.test(organizationId)) {
    return reply.code(400).send({ error: 'The field organizationId must be a valid GUID.' });
  }
  if (account === undefined || account.revoked) {
    return reply.code(401).send({ error: 'invalid_grant', error_description: 'The key is not valid.' });
  }
  const organization = reachable(world, account, organizationId ?? account.organizationId);
  if (organization === undefined) {
    return reply.code(403).send({ error: 'The key has no access to this organization.' });
  }
  const { token, issuedAt, expiresAt } = await world.sessions.issue(account, organization, world.mode);
  if (world.mode.exchangeBody === 'bare') {
    return reply.send({ access_token: token });
  }
  return reply.send({
    access_token: token,
    expires_in: expiresAt - issuedAt,
    token_type: 'Bearer',
    ...(world.mode.exchangeBody === 'withRefreshToken'
      ? { refresh_token: world.sessions.issueRefreshToken() }
      : {}),
  });
}

export function exchangeRoutes(app: FastifyInstance, world: World): void {
  /** `fields`: names under which this version takes the key; the first that is there counts. */
  const keyExchange = (path: string, fields: readonly string[], isOld: boolean): void => {
    app.post(path, async (request, reply) => {
      if (world.mode.exchange === 'v1' && !isOld) {
        reply.callNotFound();
        return reply;
      }
      const form = formOf(request);
      if (form === undefined) {
        return reply.code(415).send({ title: 'Unsupported Media Type', status: 415 });
      }
      const key = fields.map((field) => form[field]).find((value) => value !== undefined);
      if (key === undefined) {
        return reply.code(400).send({ error: `The field ${fields[0] ?? ''} is required.` });
      }
      const account = world.directory.accounts.find(
        ({ kind, secret }) => kind === 'personalAccessKey' && secret === key,
      );
      // Shipped clients and the documentation differ in the name of this field; an empty one means the root.
      const organizationId = filled(form['subOrganizationId']) ?? filled(form['subOrganization']);
      return answer(world, reply, account, isOld ? undefined : organizationId);
    });
  };
  keyExchange('/auth/v3/token', ['personalAccessKey'], false);
  keyExchange('/auth/v2/token', ['pat'], false);
  keyExchange('/auth/v1/token', ['pat', 'personal-access-key'], true);

  app.post('/auth/v1/api-key/token', async (request, reply) => {
    const form = formOf(request);
    if (form === undefined) {
      return reply.code(415).send({ title: 'Unsupported Media Type', status: 415 });
    }
    const { name, secret, organizationId } = form;
    const account = world.directory.accounts.find(
      (one) => one.kind === 'apiKey' && one.apiKeyName === name && one.secret === secret,
    );
    return answer(world, reply, account, filled(organizationId));
  });
}
