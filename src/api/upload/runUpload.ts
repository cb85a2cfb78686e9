import type { Clock } from '../../support/time';
import type { ApiClient } from '../client';
import { Failure, isFailure } from '../failure';
import { FileProblem } from '../files/fileProblem';
import type { FileStorage } from '../files/fileStorage';
import type { TaskPace } from '../tasks';
import { UnusableFile, type UnusableFileReason } from './uploadFile';
import { ProgressReporter, type UploadProgress } from './uploadProgress';
import { RefusedUploadError, type UploadRefusal } from './uploadRefusal';
import { stageAfterFailure, newUpload, type DoneUpload, type Upload } from './uploadStages';
import { nextStep } from './uploadSteps';

export type { UploadProgress } from './uploadProgress';
export { newUpload, type Upload } from './uploadStages';

/** How an upload ended. From `upload`, which is at the stage that failed, it can be tried again. */
export type UploadResult =
  | { kind: 'done'; upload: DoneUpload }
  /** The file is no good. */
  | { kind: 'unusableFile'; upload: Upload; reason: UnusableFileReason }
  /** The server has the file and makes no version of it. */
  | { kind: 'refused'; upload: Upload; refusal: UploadRefusal }
  /** A request failed, or was cancelled, or the disk did. */
  | { kind: 'failed'; upload: Upload; error: Failure | FileProblem };

/** What an upload takes. */
export interface UploadDeps {
  client: ApiClient;
  storage: FileStorage;
  signal?: AbortSignal;
  /** Told a few times a second. */
  onProgress?: (progress: UploadProgress) => void;
  /** Told each stage as it is reached. */
  onStageReached?: (upload: Upload) => void;
  clock?: Clock;
  pace?: TaskPace;
}

/** Milliseconds for which a signature is certainly good: what is refused then is refused for another reason. */
const MIN_SIGNATURE_LIFE = 60_000;

/**
 * Goes on with an upload from whatever stage it is at, to its end (api/README 4.1). What is done is not done again;
 * where the storage says that a signature is not good any more, a new one is asked for, once.
 */
export async function runUpload(start: Upload, deps: UploadDeps): Promise<UploadResult> {
  const { client, signal, onStageReached, clock = Date.now } = deps;
  let upload = start;
  let renewed = false;
  const progress = new ProgressReporter(clock, deps.onProgress);
  const step = { ...deps, clock, onSent: progress.reportSent };
  while (upload.stage !== 'done') {
    progress.startStage(upload);
    try {
      signal?.throwIfAborted();
      upload = await nextStep(upload, step);
    } catch (thrown) {
      const error = signal?.aborted ? new Failure('cancelled', { host: client.host }) : thrown;
      const again = !renewed && isFailure(error, 'forbidden') && mayBeOld(upload, upload === start, clock);
      upload = stageAfterFailure(upload, error);
      if (!again) {
        return resultOf(upload, error);
      }
      renewed = true;
    }
    onStageReached?.(upload);
  }
  progress.startStage(upload);
  return { kind: 'done', upload };
}

/** Whether a place may have been refused for its age: it is from an earlier try, or what was tried took long. */
function mayBeOld(upload: Upload, isFromBefore: boolean, clock: Clock): boolean {
  return upload.stage === 'announced' && (isFromBefore || clock() - upload.announcedAt > MIN_SIGNATURE_LIFE);
}

function resultOf(upload: Upload, error: unknown): UploadResult {
  if (error instanceof UnusableFile) {
    return { kind: 'unusableFile', upload, reason: error.reason };
  }
  if (error instanceof RefusedUploadError) {
    // What the person does about it makes another file of it.
    return { kind: 'refused', upload: newUpload(upload), refusal: error.refusal };
  }
  if (error instanceof Failure || error instanceof FileProblem) {
    return { kind: 'failed', upload, error };
  }
  throw error;
}
