import type { Clock } from '../../support/time';
import type { components } from '../appcircle';
import { serverMessageOf } from '../classify';
import type { ApiClient } from '../client';
import { Row } from '../decode';
import { Failure, isFailure } from '../failure';
import type { FileStorage } from '../files/fileStorage';
import { versionsPath } from '../paths';
import { awaitTask, type TaskPace } from '../tasks';
import { lookAt, UnfitFile, type FileLook, type UploadFile } from './uploadFile';
import { announce } from './uploadPlace';
import { RefusedUpload, refusalOf } from './uploadRefusal';
import {
  uploadOf,
  type AnnouncedUpload,
  type CheckedUpload,
  type CommittedUpload,
  type DoneUpload,
  type StoredUpload,
  type Upload,
} from './uploadStages';

type FileCommit = components['schemas']['FileCommit'];

/** Milliseconds after which a place is not used any more. How long signatures last is unknown. */
const OLDEST_PLACE = 15 * 60_000;

/** What each step takes. */
export interface StepNeeds {
  client: ApiClient;
  storage: FileStorage;
  clock: Clock;
  signal?: AbortSignal;
  pace?: TaskPace;
  /** Told the bytes of the file that went out in this attempt. */
  sent: (bytes: number, attempt: number) => void;
}

/** The next step of an upload. Fails with `Failure`, `FileProblem`, `UnfitFile` or `RefusedUpload`. */
export function nextStep(upload: Exclude<Upload, DoneUpload>, needs: StepNeeds): Promise<Upload> {
  switch (upload.stage) {
    case 'checked':
      return announced(upload, needs);
    case 'announced':
      return stored(upload, needs);
    case 'stored':
      return committed(upload, needs);
    case 'committed':
      return done(upload, needs);
  }
}

async function announced(
  upload: CheckedUpload,
  { client, clock, signal }: StepNeeds,
): Promise<AnnouncedUpload> {
  const { profileId, file } = upload;
  const look = await lookAt(file);
  const place = await announce(client, profileId, { name: file.name, size: look.size }, signal);
  return { ...upload, stage: 'announced', look, place, announcedAt: clock() };
}

/** Back to the beginning where the place is too old, or the file is another one by now. */
async function stored(
  upload: AnnouncedUpload,
  { storage, clock, signal, sent }: StepNeeds,
): Promise<StoredUpload | CheckedUpload> {
  const { profileId, file, releaseNotes, look, place, announcedAt } = upload;
  if (clock() - announcedAt > OLDEST_PLACE || !areSame(await lookAt(file), look)) {
    return uploadOf(upload);
  }
  try {
    await storage.store({ ...place.request(file, look.size, sent), ...(signal && { signal }) });
  } catch (error) {
    throw isFailure(error) && error.facts.code === 'BODY_LENGTH' ? new UnfitFile('changed') : error;
  }
  await checkUnchanged(file, look);
  const { fileId } = place;
  return { stage: 'stored', profileId, file, releaseNotes, look, fileId, mayBeCommitted: false };
}

/** A file that was written to while it was read is neither the old nor the new one. */
async function checkUnchanged(file: UploadFile, look: FileLook): Promise<void> {
  if (!areSame(await lookAt(file), look)) {
    throw new UnfitFile('changed');
  }
}

function areSame(one: FileLook, other: FileLook): boolean {
  return one.size === other.size && one.modifiedAt === other.modifiedAt;
}

/** `POST distribution/v1/profiles/{id}/app-versions?action=commitFileUpload` (api/README 2.1, A). */
async function committed(upload: StoredUpload, { client, signal }: StepNeeds): Promise<CommittedUpload> {
  const { fileId, ...rest } = upload;
  const { profileId, file, releaseNotes } = upload;
  const json: FileCommit = { fileId, fileName: file.name, ...(releaseNotes && { message: releaseNotes }) };
  const answer = await client.send({
    method: 'POST',
    path: versionsPath(profileId, 'v1'),
    query: { action: 'commitFileUpload' },
    json,
    ...(signal && { signal }),
  });
  const taskId = Row.of(answer)?.text('taskId');
  if (taskId === undefined) {
    const serverMessage = serverMessageOf(answer);
    throw new Failure('unreadableAnswer', {
      host: client.host,
      code: 'NO_TASK',
      ...(serverMessage !== undefined && { serverMessage }),
    });
  }
  return { ...rest, stage: 'committed', taskId };
}

async function done(upload: CommittedUpload, { client, signal, pace }: StepNeeds): Promise<DoneUpload> {
  const { profileId, file, releaseNotes, look, taskId } = upload;
  const end = await awaitTask(client, taskId, { ...(signal && { signal }), ...(pace && { pace }) });
  switch (end.kind) {
    case 'done':
      return { stage: 'done', profileId, file, releaseNotes, look };
    case 'failed':
      throw new RefusedUpload(refusalOf(upload, end.words));
    case 'timeout':
      throw new Failure('timeout', { host: client.host, code: 'TASK' });
  }
}
