/**
 * The two API steps of an upload: where the file goes, and that it is there (appcircle-api 2.1, 4.1). And the way of
 * older clients, up to the command line 2.2: all of it in one form (2.1, A, legacy).
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Organization } from '../accounts';
import type { Bearer } from '../bearer';
import { randomFor, zeroGuid } from '../data/random';
import { android, iOS, type AppVersion } from '../data/versions';
import { queryValue } from '../paging';
import { found, objectBody, Refusal, textMember } from '../refusal';
import { boundaryOf, readForm } from '../storage/form';
import { isStored, type Upload } from '../storage/storage';
import type { World } from '../world';

interface ByProfile {
  Params: { id: string };
}

const mostBytes = 3 * 1024 ** 3;
const day = 86_400_000;
const fileTypes: Readonly<Record<string, number>> = { ipa: 1, apk: 2, aab: 3 };

function requireAction(request: FastifyRequest, action: string): void {
  if (queryValue(request, 'action') !== action) {
    throw new Refusal(400, 'The action is not known.');
  }
}

export function uploadRoutes(app: FastifyInstance, world: World, bearer: Bearer): void {
  const { lists, mode, storage, tasks, clock } = world;
  const path = '/distribution/v1/profiles/:id/app-versions';

  app.get<ByProfile>(path, { preHandler: bearer.operateExternally }, async (request, reply) => {
    requireAction(request, 'uploadInformation');
    const { organization } = bearer.session(request);
    const profile = found(request.params.id, (id) => lists.profilesOf(organization).find(id));
    const fileName = queryValue(request, 'fileName') ?? '';
    const fileSize = Number(queryValue(request, 'fileSize') ?? '');
    if (fileName === '' || !Number.isInteger(fileSize) || fileSize <= 0) {
      throw new Refusal(400, 'The fields fileName and fileSize are required.');
    }
    if (fileSize > mostBytes) {
      throw new Refusal(400, 'The file is too large. The maximum size is 3 GB.');
    }
    const method = mode.upload === 'post' ? 'POST' : 'PUT';
    const { fileId, url, fields } = storage.openUpload({
      organizationId: organization.id,
      profileId: profile.id,
      fileName,
      fileSize,
      method,
    });
    const configuration = { httpMethod: method, signParameters: fields };
    return reply.send({ fileId, uploadUrl: url, ...(mode.upload === 'old' ? {} : { configuration }) });
  });

  app.post<ByProfile>(path, { preHandler: bearer.operateExternally }, async (request, reply) => {
    requireAction(request, 'commitFileUpload');
    const { organization } = bearer.session(request);
    const { id } = found(request.params.id, (wanted) => lists.profilesOf(organization).find(wanted));
    const body = objectBody(request);
    const upload = storage.upload(textMember(body, 'fileId'));
    if (upload?.profileId !== id) {
      throw new Refusal(400, 'The file is not known.');
    }
    const fileName = textMember(body, 'fileName');
    const text = (name: string): string | null => (typeof body[name] === 'string' ? body[name] : null);
    const wanted = { fileName, message: text('message'), customTag: text('customTag') };
    return reply.send({
      taskId: tasks.start(organization.id, mode.taskPolls, () => addVersion(organization, upload, wanted)),
    });
  });

  // The description has it not, since nothing new should use it.
  app.post<ByProfile>(
    '/distribution/v2/profiles/:id/app-versions',
    { preHandler: bearer.operateExternally },
    async (request, reply) => {
      const { organization } = bearer.session(request);
      const { id } = found(request.params.id, (wanted) => lists.profilesOf(organization).find(wanted));
      const { message, fileName, content } = await readUploadForm(request);
      const upload = storage.openUpload({
        organizationId: organization.id,
        profileId: id,
        fileName,
        fileSize: content.length,
        method: 'POST',
      });
      const sha256 = createHash('sha256').update(content).digest('hex');
      upload.attempts.push({ method: 'POST', bytes: content.length, state: 'stored', sha256 });
      const wanted = { fileName, message, customTag: null };
      return reply.send({
        taskId: tasks.start(organization.id, mode.taskPolls, () => addVersion(organization, upload, wanted)),
      });
    },
  );

  /** False where there can be no version of it: nothing is stored, no app, or one that is there already. */
  function addVersion(
    organization: Organization,
    upload: Upload,
    wanted: { fileName: string; message: string | null; customTag: string | null },
  ): boolean {
    const profile = lists.profilesOf(organization).find(upload.profileId);
    const [, name = '', extension = ''] = /^(.*)\.(ipa|apk|aab)$/i.exec(wanted.fileName) ?? [];
    const fileType = fileTypes[extension.toLowerCase()];
    if (profile === undefined || fileType === undefined || !isStored(upload) || /dup/i.test(name)) {
      return false;
    }
    const { rows } = lists.versionsOf(profile);
    const platformType = fileType === 1 ? iOS : android;
    const id = randomFor(0, `version/${upload.fileId}`).guid();
    if (rows.some((row) => row.id === id)) {
      return false;
    }
    const before = rows.find((row) => row.platformType === platformType);
    // By the sandbox's clock, and newer than what is there, whatever that says.
    const at = Math.max(clock.now(), ...rows.map(({ createDate }) => Date.parse(createDate ?? '') + 1 || 0));
    const version: AppVersion = {
      id,
      profileId: profile.id,
      name: before?.name ?? name,
      uniqueName: before?.uniqueName ?? 'dev.example.uploaded',
      version: /\d+\.\d+\.\d+/.exec(name)?.[0] ?? nextOf(before?.version),
      versionCode: String(Number(before?.versionCode ?? 0) + 1),
      platformType,
      fileType,
      ...wanted,
      fileSize: upload.fileSize,
      appVersionTestings: [],
      createDate: new Date(at).toISOString(),
      updateDate: null,
      expirationDate: platformType === iOS ? new Date(at + 365 * day).toISOString() : null,
      expired: false,
      lastSharedDate: null,
      buildId: zeroGuid,
      downloadCount: 0,
    };
    const updateDate = version.createDate ?? null;
    lists.setVersions(organization, { ...profile, updateDate }, [version, ...rows]);
    return true;
  }
}

/** The version after this one: 2.4.0 → 2.4.1. */
function nextOf(version: string | null | undefined): string {
  const [major = 1, minor = 0, patch = -1] = (/^\d+\.\d+\.\d+/.exec(version ?? '')?.[0] ?? '1.0')
    .split('.')
    .map(Number);
  return `${major}.${minor}.${patch + 1}`;
}

/** The fields `Message` and `File` of a form, in any order. */
async function readUploadForm(
  request: FastifyRequest,
): Promise<{ message: string | null; fileName: string; content: Buffer }> {
  const boundary = boundaryOf(request.headers['content-type'] ?? '');
  if (boundary === undefined || !Buffer.isBuffer(request.body)) {
    throw new Refusal(400, 'The body must be a form.');
  }
  const fields = new Map<string, { fileName: string; pieces: Buffer[] }>();
  let pieces: Buffer[] = [];
  for await (const part of readForm(Readable.from([request.body]), boundary)) {
    if (Buffer.isBuffer(part)) {
      pieces.push(part);
    } else {
      pieces = [];
      fields.set(part.name.toLowerCase(), { fileName: part.fileName ?? '', pieces });
    }
  }
  const contentOf = (name: string): Buffer => Buffer.concat(fields.get(name)?.pieces ?? []);
  const fileName = fields.get('file')?.fileName ?? '';
  const content = contentOf('file');
  if (fileName === '' || content.length === 0) {
    throw new Refusal(400, 'The field File is required.');
  }
  return { message: contentOf('message').toString() || null, fileName, content };
}
