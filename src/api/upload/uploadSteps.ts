import type { Clock } from '../../support/time';
import type { components } from '../appcircle';
import { serverMessageOf } from '../classify';
import type { ApiClient } from '../client';
import { JsonObject } from '../decode';
import { Failure, isFailure } from '../failure';
import type { FileStorage } from '../files/fileStorage';
import { awaitTask, type TaskPace } from '../tasks';
import { inspectFile, statFile, UnusableFile, type FileStat, type UploadFile } from './uploadFile';
import { announce } from './uploadPlace';
import { RefusedUploadError, uploadRefusalOf } from './uploadRefusal';
import {
  newUpload,
  type AnnouncedUpload,
  type NewUpload,
  type CommittedUpload,
  type DoneUpload,
  type StoredUpload,
  type Upload,
} from './uploadStages';

type FileCommit = components['schemas']['FileCommit'];

/** Milliseconds after which a place is not used any more. How long signatures last is unknown. */
const MAX_PLACE_AGE = 15 * 60_000;

/** What each step takes. */
export interface StepDeps {
  client: ApiClient;
  storage: FileStorage;
  clock: Clock;
  signal?: AbortSignal;
  pace?: TaskPace;
  /** Told the bytes of the file that went out in this attempt. */
  onSent: (bytes: number, attempt: number) => void;
}

/** The next step of an upload. Fails with `Failure`, `FileProblem`, `UnusableFile` or `RefusedUploadError`. */
export function nextStep(upload: Exclude<Upload, DoneUpload>, deps: StepDeps): Promise<Upload> {
  switch (upload.stage) {
    case 'new':
      return announceFile(upload, deps);
    case 'announced':
      return storeFile(upload, deps);
    case 'stored':
      return commitFile(upload, deps);
    case 'committed':
      return awaitVersion(upload, deps);
  }
}

async function announceFile(
  upload: NewUpload,
  { client, clock, signal }: StepDeps,
): Promise<AnnouncedUpload> {
  const { target, file } = upload;
  const stat = await inspectFile(file);
  const place = await announce(client, target, { name: file.name, size: stat.size }, signal);
  return { ...upload, stage: 'announced', stat, place, announcedAt: clock() };
}

/** Back to the beginning where the place is too old, or the file is another one by now. */
async function storeFile(
  upload: AnnouncedUpload,
  { storage, clock, signal, onSent }: StepDeps,
): Promise<StoredUpload | NewUpload> {
  const { target, file, releaseNotes, stat, place, announcedAt } = upload;
  if (clock() - announcedAt > MAX_PLACE_AGE || !areSame(await statFile(file), stat)) {
    return newUpload(upload);
  }
  try {
    await storage.store({ ...place.request(file, stat.size, onSent), ...(signal && { signal }) });
  } catch (error) {
    throw isFailure(error) && error.facts.code === 'BODY_LENGTH' ? new UnusableFile('changed') : error;
  }
  await checkUnchanged(file, stat);
  const { fileId } = place;
  return { stage: 'stored', target, file, releaseNotes, stat, fileId, mayBeCommitted: false };
}

/** A file that was written to while it was read is neither the old nor the new one. */
async function checkUnchanged(file: UploadFile, stat: FileStat): Promise<void> {
  if (!areSame(await statFile(file), stat)) {
    throw new UnusableFile('changed');
  }
}

function areSame(one: FileStat, other: FileStat): boolean {
  return one.size === other.size && one.modifiedAt === other.modifiedAt;
}

/** `POST …/app-versions?action=commitFileUpload` (api/README 2.1, A). */
async function commitFile(upload: StoredUpload, { client, signal }: StepDeps): Promise<CommittedUpload> {
  const { fileId, ...rest } = upload;
  const { target, file, releaseNotes } = upload;
  const json: FileCommit = { fileId, fileName: file.name, ...(releaseNotes && { message: releaseNotes }) };
  const response = await client.send({
    method: 'POST',
    path: target.path,
    query: { action: 'commitFileUpload', ...target.commitQuery },
    json,
    ...(signal && { signal }),
  });
  const taskId = JsonObject.of(response)?.text('taskId');
  if (taskId === undefined) {
    const serverMessage = serverMessageOf(response, client.redactor);
    throw new Failure('unreadableAnswer', {
      host: client.host,
      code: 'NO_TASK',
      ...(serverMessage !== undefined && { serverMessage }),
    });
  }
  return { ...rest, stage: 'committed', taskId };
}

async function awaitVersion(
  upload: CommittedUpload,
  { client, signal, pace }: StepDeps,
): Promise<DoneUpload> {
  const { target, file, releaseNotes, stat, taskId } = upload;
  const end = await awaitTask(client, taskId, { ...(signal && { signal }), ...(pace && { pace }) });
  switch (end.kind) {
    case 'done':
      return { stage: 'done', target, file, releaseNotes, stat };
    case 'failed':
      throw new RefusedUploadError(uploadRefusalOf(upload, end.serverText));
    case 'timeout':
      throw new Failure('timeout', { host: client.host, code: 'TASK' });
  }
}
