/** Versions of a distribution profile (appcircle-api 2.1), and tasks (2.8). */
import type { FastifyInstance } from 'fastify';
import type { Bearer } from '../bearer';
import type { Profile } from '../data/profiles';
import type { AppVersion } from '../data/versions';
import type { Mode } from '../mode';
import { queryValue, sendList } from '../paging';
import { found, objectBody, Refusal } from '../refusal';
import type { Session } from '../sessions';
import type { World } from '../world';
import { sendDeletion } from './deletion';

interface ByProfile {
  Params: { id: string };
}
interface ByVersion {
  Params: { id: string; version: string };
}

/** Which of two names the date and the size have is unclear: those of the model, or those that the command line reads. */
export function spelled(version: AppVersion, { versionFields }: Mode): AppVersion {
  if (versionFields === 'createDate') {
    return version;
  }
  const { createDate, fileSize, ...others } = version;
  return { ...others, createdAt: createDate ?? null, size: fileSize ?? null };
}

export function versionRoutes(app: FastifyInstance, world: World, bearer: Bearer): void {
  const { lists, mode, storage, tasks } = world;
  const profileOf = ({ organization }: Session, id: string): Profile =>
    found(id, (wanted) => lists.profilesOf(organization).find(wanted));
  const versionOf = (profile: Profile, id: string): AppVersion =>
    found(id, (wanted) => lists.versionsOf(profile).find(wanted));
  const all = '/distribution/v2/profiles/:id/app-versions';

  app.get<ByProfile>(all, { preHandler: bearer.check }, async (request, reply) => {
    const { rows } = lists.versionsOf(profileOf(bearer.session(request), request.params.id));
    const platform = queryValue(request, 'platform');
    const term = queryValue(request, 'searchTerm')?.toLowerCase() ?? '';
    const wanted = rows.filter(
      ({ platformType, version, name }) =>
        (platform === undefined || platformType === Number(platform)) &&
        `${version ?? ''} ${name ?? ''}`.toLowerCase().includes(term),
    );
    return sendList(request, reply, { rows: wanted.map((row) => spelled(row, mode)) }, 'appVersions', mode);
  });

  app.get<ByVersion>(`${all}/:version`, { preHandler: bearer.check }, async (request, reply) => {
    const profile = profileOf(bearer.session(request), request.params.id);
    return reply.send(spelled(versionOf(profile, request.params.version), mode));
  });

  // Grade C: a third-party client alone knows this one, so the description has it not.
  app.delete<ByVersion>(
    `${all}/:version`,
    { preHandler: bearer.operateExternally },
    async (request, reply) => {
      const session = bearer.session(request);
      const profile = profileOf(session, request.params.id);
      const { id } = versionOf(profile, request.params.version);
      return sendDeletion(world, session.organization, reply, () => {
        const rows = lists.versionsOf(profile).rows.filter((row) => row.id !== id);
        lists.setVersions(session.organization, profileOf(session, profile.id), rows);
      });
    },
  );

  app.get<ByVersion>(
    `${all}/:version/download`,
    { preHandler: bearer.operateExternally },
    async (request, reply) => {
      const profile = profileOf(bearer.session(request), request.params.id);
      const { fileName, fileSize } = versionOf(profile, request.params.version);
      const more = mode.downloadBytes === 0 ? '' : `&bytes=${mode.downloadBytes}`;
      const { url } = storage.openLink(fileName ?? 'app', fileSize ?? 0, more);
      switch (mode.downloadLink) {
        case 'plain':
          return reply.type('text/plain; charset=utf-8').send(url);
        case 'json':
          return reply.type('application/json; charset=utf-8').send(JSON.stringify(url));
        case 'object':
          return reply.send({ url });
      }
    },
  );

  app.patch<ByVersion>(
    '/distribution/v1/profiles/:id/app-versions/:version',
    { preHandler: bearer.operateExternally },
    async (request, reply) => {
      if (queryValue(request, 'action') !== 'updateMessage') {
        throw new Refusal(400, 'The action is not known.');
      }
      const profile = profileOf(bearer.session(request), request.params.id);
      const version = versionOf(profile, request.params.version);
      const { message } = objectBody(request);
      if (typeof message !== 'string') {
        throw new Refusal(400, 'The field message is required.');
      }
      const changed = { ...version, message, updateDate: new Date(world.clock.now()).toISOString() };
      lists.versionsOf(profile).replace(changed);
      return reply.send(spelled(changed, mode));
    },
  );

  app.get<{ Params: { id: string } }>(
    '/task/v1/tasks/:id',
    { preHandler: bearer.check },
    async (request, reply) =>
      reply.send(found(request.params.id, (id) => tasks.poll(bearer.session(request).organization.id, id))),
  );
}
