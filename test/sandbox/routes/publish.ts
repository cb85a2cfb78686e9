/** Publish profiles, their versions, and uploads of these (api/README 2.4, 12.1). Roles by row of 17.1. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Bearer } from '../bearer';
import type { PublishPlatform, PublishProfile, PublishVersion } from '../data/publish';
import { randomFor } from '../data/random';
import type { Table } from '../data/table';
import { queryValue, sendList } from '../paging';
import { statusOf, stepsOf } from '../publish/runs';
import { found, objectBody, Refusal, textMember } from '../refusal';
import { isStored, type Upload } from '../storage/storage';
import type { World } from '../world';

export interface ByPublishProfile {
  Params: { platform: string; id: string };
}
interface ByVersion {
  Params: { platform: string; id: string; version: string };
}

/** The profile of a request, those beside it, and its versions. */
interface PublishPlace {
  readonly platform: PublishPlatform;
  readonly profile: PublishProfile;
  readonly profiles: Table<PublishProfile>;
  readonly versions: Table<PublishVersion>;
}

const MAX_NOTES = 25_000;

/** Where a request is about. */
export function publishProfileOf(
  { lists }: World,
  bearer: Bearer,
  request: FastifyRequest<ByPublishProfile>,
): PublishPlace {
  const data = lists.publishOf(bearer.session(request).organization);
  const platform = platformOf(request.params.platform);
  const profiles = data.profiles[platform];
  const profile = found(request.params.id, (id) => profiles.find(id));
  const versions = found(profile.id, (id) => data.versions.get(id));
  return { platform, profile, profiles, versions };
}

function platformOf(word: string): PublishPlatform {
  if (word !== 'ios' && word !== 'android') {
    throw new Refusal(404, 'Not found.');
  }
  return word;
}

export function publishRoutes(app: FastifyInstance, world: World, bearer: Bearer): void {
  const { lists, mode, clock, storage, tasks, publishes } = world;
  const read = { preHandler: bearer.check };
  const write = { preHandler: bearer.operateExternally };
  const all = '/profiles/:platform/:id/app-versions';
  const placeOf = (request: FastifyRequest<ByPublishProfile>) => publishProfileOf(world, bearer, request);

  app.get<{ Params: { platform: string } }>(
    '/publish/v2/profiles/:platform',
    read,
    async (request, reply) => {
      const platform = platformOf(request.params.platform);
      const { rows, json } = lists.publishOf(bearer.session(request).organization).profiles[platform];
      return sendList(request, reply, { rows, json }, 'profiles', mode);
    },
  );

  app.get<ByPublishProfile>('/publish/v2/profiles/:platform/:id', read, async (request, reply) =>
    reply.send(placeOf(request).profile),
  );

  app.get<ByPublishProfile>(`/publish/v2${all}`, read, async (request, reply) => {
    const rows = placeOf(request).versions.rows.map((version) => {
      const run = publishes.ofVersion(version.id);
      const latestFlowStatus = run ? statusOf(stepsOf(run, mode, clock.now())) : version.latestFlowStatus;
      return { ...version, latestFlowStatus: latestFlowStatus ?? null };
    });
    return sendList(request, reply, { rows }, 'appVersions', mode);
  });

  app.get<ByVersion>(`/publish/v1${all}/:version`, read, async (request, reply) =>
    reply.send(found(request.params.version, (id) => placeOf(request).versions.find(id))),
  );

  app.patch<ByVersion>(`/publish/v2${all}/:version`, write, async (request, reply) => {
    const { profile, versions } = placeOf(request);
    const version = found(request.params.version, (id) => versions.find(id));
    if (queryValue(request, 'action') === 'releaseCandidate') {
      bearer.refuseReader(request);
    }
    const changed = { ...version, ...changeIn(request, profile, version) };
    versions.replace({ ...changed, updateDate: new Date(clock.now()).toISOString() });
    return reply.send(changed);
  });

  app.get<ByVersion>(`/publish/v2${all}/:version`, { preHandler: bearer.inspect }, async (request, reply) => {
    if (queryValue(request, 'action') !== 'download') {
      throw new Refusal(400, 'The action is not known.');
    }
    const version = found(request.params.version, (id) => placeOf(request).versions.find(id));
    const more = mode.downloadBytes === 0 ? '' : `&bytes=${mode.downloadBytes}`;
    const { url } = storage.openLink(version.fileName ?? 'app', version.fileSize ?? 0, more);
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(url));
  });

  app.delete<ByVersion>(`/publish/v2${all}/:version`, write, async (request, reply) => {
    const { versions } = placeOf(request);
    const { id } = found(request.params.version, (wanted) => versions.find(wanted));
    const work = (): boolean => {
      versions.drop(id);
      return true;
    };
    return reply.send({ taskId: tasks.start(bearer.session(request).organization.id, mode.taskPolls, work) });
  });

  app.get<ByPublishProfile>(`/publish/v1${all}`, write, async (request, reply) => {
    if (queryValue(request, 'action') !== 'uploadInformation') {
      throw new Refusal(400, 'The action is not known.');
    }
    const { profile } = placeOf(request);
    const fileName = queryValue(request, 'fileName') ?? '';
    const fileSize = Number(queryValue(request, 'fileSize') ?? '');
    const organizationId = bearer.session(request).organization.id;
    const opened = { organizationId, profileId: profile.id, fileName, fileSize, method: 'PUT' as const };
    const { fileId, url } = storage.openUpload(opened);
    return reply.send({
      fileId,
      uploadUrl: url,
      configuration: { httpMethod: 'PUT', signParameters: null },
    });
  });

  app.post<ByPublishProfile>(`/publish/v1${all}`, write, async (request, reply) => {
    const place = placeOf(request);
    const body = objectBody(request);
    const upload = storage.upload(textMember(body, 'fileId'));
    if (queryValue(request, 'action') !== 'commitFileUpload' || upload?.profileId !== place.profile.id) {
      throw new Refusal(400, 'The file is not known.');
    }
    const fileName = textMember(body, 'fileName');
    const work = (): boolean => addVersion(place, upload, fileName, clock.now());
    return reply.send({ taskId: tasks.start(bearer.session(request).organization.id, mode.taskPolls, work) });
  });
}

function changeIn(
  request: FastifyRequest,
  profile: PublishProfile,
  version: PublishVersion,
): Partial<PublishVersion> {
  const body = objectBody(request);
  switch (queryValue(request, 'action')) {
    case 'releaseCandidate': {
      const releaseCandidate = body['ReleaseCandidate'] === true;
      if (releaseCandidate && version.uniqueName !== profile.appUniqueId) {
        throw new Refusal(400, 'The bundle identifier differs from that of the profile.');
      }
      if (releaseCandidate && version.expired === true) {
        throw new Refusal(400, 'The version has expired.');
      }
      return {
        releaseCandidate,
        latestFlowStatus: releaseCandidate
          ? (version.latestFlowStatus ?? 200)
          : (version.latestFlowStatus ?? null),
      };
    }
    case 'releaseNotes': {
      const { summary } = body;
      if (typeof summary !== 'string' || summary.length > MAX_NOTES) {
        throw new Refusal(400, 'The release notes are too long.');
      }
      if (version.releaseCandidate !== true) {
        throw new Refusal(400, 'Only a release candidate has release notes.');
      }
      return { summary };
    }
    default:
      throw new Refusal(400, 'The action is not known.');
  }
}

/** False where there can be no version of it. */
function addVersion(
  { profile, profiles, versions }: PublishPlace,
  upload: Upload,
  fileName: string,
  now: number,
): boolean {
  const [, name = ''] = /^(.*)\.(?:ipa|apk|aab)$/i.exec(fileName) ?? [];
  if (name === '' || !isStored(upload) || /dup/i.test(name)) {
    return false;
  }
  const [newest] = versions.rows;
  const version = /\d+\.\d+\.\d+/.exec(name)?.[0] ?? '3.0.0';
  const versionCode = String(Number(newest?.versionCode ?? 0) + 1);
  profiles.replace({ ...profile, lastUploadVersion: version, lastUploadVersionCode: versionCode });
  versions.prepend({
    id: randomFor(0, `publish/${upload.fileId}`).guid(),
    name: newest?.name ?? profile.name ?? name,
    uniqueName: profile.appUniqueId ?? null,
    fileName,
    version,
    versionCode,
    summary: null,
    createDate: new Date(now).toISOString(),
    updateDate: null,
    releaseCandidate: false,
    fileSize: upload.fileSize,
    latestFlowStatus: null,
    expired: false,
  });
  return true;
}
