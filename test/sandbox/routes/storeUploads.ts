/** The two API steps of an upload to the Enterprise App Store (api/README 2.5): as in distribution. */
import type { FastifyInstance } from 'fastify';
import type { Organization } from '../accounts';
import type { Bearer } from '../bearer';
import { randomFor } from '../data/random';
import { queryValue } from '../paging';
import { found, objectBody, Refusal, textMember } from '../refusal';
import { isStored, type Upload } from '../storage/storage';
import type { World } from '../world';

/** In place of the profile, which only the commit names. */
const anyProfile = 'store';

export function storeUploadRoutes(app: FastifyInstance, world: World, bearer: Bearer): void {
  const { store, mode, storage, tasks, clock } = world;
  const path = '/store/v1/profiles/app-versions';

  app.get(path, { preHandler: bearer.operateExternally }, async (request, reply) => {
    const { organization } = bearer.session(request);
    const fileName = queryValue(request, 'fileName') ?? '';
    const fileSize = Number(queryValue(request, 'fileSize') ?? '');
    if (queryValue(request, 'action') !== 'uploadInformation' || fileName === '' || !(fileSize > 0)) {
      throw new Refusal(400, 'The fields fileName and fileSize are required.');
    }
    const { fileId, url } = storage.openUpload({
      organizationId: organization.id,
      profileId: anyProfile,
      fileName,
      fileSize,
      method: 'PUT',
    });
    return reply.send({
      fileId,
      uploadUrl: url,
      configuration: { httpMethod: 'PUT', signParameters: null },
    });
  });

  app.post(path, { preHandler: bearer.operateExternally }, async (request, reply) => {
    const { organization } = bearer.session(request);
    const isNew = queryValue(request, 'createNewProfile')?.toLowerCase() === 'true';
    const body = objectBody(request);
    const upload = storage.upload(textMember(body, 'fileId'));
    if (queryValue(request, 'action') !== 'commitFileUpload' || upload?.profileId !== anyProfile) {
      throw new Refusal(400, 'The file is not known.');
    }
    const fileName = textMember(body, 'fileName');
    const known = isNew
      ? undefined
      : found(queryValue(request, 'profileId') ?? '', (id) => store.profilesOf(organization).find(id));
    const work = (): boolean => addVersion(organization, upload, fileName, known?.id);
    return reply.send({ taskId: tasks.start(organization.id, mode.taskPolls, work) });
  });

  /** False where nothing is stored, or it is no app. */
  function addVersion(
    organization: Organization,
    upload: Upload,
    fileName: string,
    knownId: string | undefined,
  ): boolean {
    const [, name = '', ending = ''] = /^(.*)\.(ipa|apk|aab)$/i.exec(fileName) ?? [];
    if (ending === '' || !isStored(upload)) {
      return false;
    }
    const profiles = store.profilesOf(organization);
    const random = randomFor(0, `store/${upload.fileId}`);
    const id = knownId ?? random.guid();
    if (knownId === undefined) {
      profiles.append({ id, name });
    }
    const profile = profiles.find(id);
    const createDate = new Date(clock.now()).toISOString();
    const version = /\d+\.\d+\.\d+/.exec(name)?.[0] ?? '1.0.0';
    store.versionsOf(id).prepend({
      id: random.guid(),
      profileId: id,
      name: profile?.name ?? name,
      version,
      versionCode: '1',
      platformType: ending.toLowerCase() === 'ipa' ? 1 : 2,
      publishType: 0,
      publishDate: null,
      fileName,
      fileSize: upload.fileSize,
      downloadCount: 0,
      createDate,
    });
    profiles.replace({ ...profile, id, version, lastBinaryReceivedDate: createDate });
    return true;
  }
}
