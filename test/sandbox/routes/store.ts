/** The Enterprise App Store (api/README 2.5, 13), uploads aside: those are in `storeUploads.ts`. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Bearer } from '../bearer';
import type { StoreVersion } from '../data/store';
import { queryValue, sendList } from '../paging';
import { found, objectBody, Refusal } from '../refusal';
import type { World } from '../world';

interface ByVersion {
  Params: { id: string; version: string };
}

const channels: Readonly<Record<string, number>> = { beta: 1, live: 2 };

export function storeRoutes(app: FastifyInstance, world: World, bearer: Bearer): void {
  const { store, mode, storage, tasks, clock } = world;
  const all = '/store/v2/profiles/:id/app-versions';
  const one = `${all}/:version`;

  function profileIdOf(request: FastifyRequest<{ Params: { id: string } }>): string {
    const { organization } = bearer.session(request);
    return found(request.params.id, (id) => store.profilesOf(organization).find(id)).id;
  }

  function versionOf(request: FastifyRequest<ByVersion>): StoreVersion {
    const profileId = profileIdOf(request);
    return found(request.params.version, (id) => store.versionsOf(profileId).find(id));
  }

  app.get('/store/v2/profiles', { preHandler: bearer.check }, async (request, reply) =>
    sendList(request, reply, store.profilesOf(bearer.session(request).organization), 'profiles', mode),
  );

  app.get<{ Params: { id: string } }>(all, { preHandler: bearer.check }, async (request, reply) => {
    const { rows } = store.versionsOf(profileIdOf(request));
    const channel = channels[queryValue(request, 'publishtype')?.toLowerCase() ?? ''];
    const wanted = rows.filter(({ publishType }) => channel === undefined || publishType === channel);
    return sendList(request, reply, { rows: wanted }, 'appVersions', mode);
  });

  app.get<ByVersion>(one, { preHandler: bearer.operateExternally }, async (request, reply) => {
    requireAction(request, ['download']);
    const { fileName, fileSize } = versionOf(request);
    const more = mode.downloadBytes === 0 ? '' : `&bytes=${mode.downloadBytes}`;
    const { url } = storage.openLink(fileName ?? 'app', fileSize ?? 0, more);
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(url));
  });

  app.patch<ByVersion>(one, { preHandler: bearer.operate }, async (request, reply) => {
    const action = requireAction(request, ['publish', 'unpublish']);
    const profileId = profileIdOf(request);
    const version = versionOf(request);
    const change = action === 'publish' ? publication(version, objectBody(request)) : unpublished;
    const rows = store.versionsOf(profileId);
    for (const other of rows.rows) {
      // A channel has one version: the next takes its place.
      if (change.publishType !== 0 && other.publishType === change.publishType && other.id !== version.id) {
        rows.replace({ ...other, ...unpublished });
      }
    }
    const changed = { ...version, ...change, updateDate: new Date(clock.now()).toISOString() };
    rows.replace(changed);
    return reply.send(changed);
  });

  app.delete<ByVersion>(one, { preHandler: bearer.operateExternally }, async (request, reply) => {
    const { organization } = bearer.session(request);
    const profileId = profileIdOf(request);
    const { id, publishType } = versionOf(request);
    if (publishType !== 0) {
      throw new Refusal(400, 'The version is published. Unpublish it first.');
    }
    const work = (): boolean => {
      store.versionsOf(profileId).drop(id);
      return true;
    };
    return reply.send({ taskId: tasks.start(organization.id, mode.taskPolls, work) });
  });

  function publication(
    version: StoreVersion,
    body: Readonly<Record<string, unknown>>,
  ): Partial<StoreVersion> {
    const { publishType, summary, releaseNotes } = body;
    if (publishType !== '1' && publishType !== '2') {
      throw new Refusal(400, 'The field publishType is required.');
    }
    if (version.fileName?.endsWith('.aab')) {
      throw new Refusal(400, 'AAB files cannot be published.');
    }
    const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
    return {
      publishType: Number(publishType),
      publishDate: new Date(clock.now()).toISOString(),
      summary: text(summary),
      releaseNotes: text(releaseNotes),
    };
  }
}

const unpublished = { publishType: 0, publishDate: null } as const;

function requireAction(request: FastifyRequest, actions: readonly string[]): string {
  const action = queryValue(request, 'action') ?? '';
  if (!actions.includes(action)) {
    throw new Refusal(400, 'The action is not known.');
  }
  return action;
}
