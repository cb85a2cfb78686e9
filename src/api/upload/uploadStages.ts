import { isFailure } from '../failure';
import { mayHaveTakenEffect } from '../mayHaveTakenEffect';
import { UnusableFile, type FileStat, type UploadFile } from './uploadFile';
import type { UploadPlace } from './uploadPlace';
import type { UploadTarget } from './uploadTarget';

/** What a person wants to be uploaded. */
export interface UploadRequest {
  readonly target: UploadTarget;
  readonly file: UploadFile;
  /** Empty for none. */
  readonly releaseNotes: string;
}

/** Nothing is at the server yet. */
export interface NewUpload extends UploadRequest {
  readonly stage: 'new';
}

/** It is known where the file goes. */
export interface AnnouncedUpload extends UploadRequest {
  readonly stage: 'announced';
  /** The file as it was announced. */
  readonly stat: FileStat;
  readonly place: UploadPlace;
  readonly announcedAt: number;
}

/** All of the file is in the storage. */
export interface StoredUpload extends UploadRequest {
  readonly stage: 'stored';
  readonly stat: FileStat;
  readonly fileId: string;
  /** A commit may have taken effect although it failed. */
  readonly mayBeCommitted: boolean;
}

/** The server makes a version of it. */
export interface CommittedUpload extends UploadRequest {
  readonly stage: 'committed';
  readonly stat: FileStat;
  readonly taskId: string;
  /** As before this commit. */
  readonly mayBeCommitted: boolean;
}

/** There is a new version. Which one it is, the server does not tell. */
export interface DoneUpload extends UploadRequest {
  readonly stage: 'done';
  readonly stat: FileStat;
}

/** An upload, and how far it is: a value that is replaced at each stage, so that it can go on from any of them. */
export type Upload = NewUpload | AnnouncedUpload | StoredUpload | CommittedUpload | DoneUpload;

/** The beginning of an upload. */
export function newUpload({ target, file, releaseNotes }: UploadRequest): NewUpload {
  return { stage: 'new', target, file, releaseNotes };
}

/** What a storage says to a place that it does not take any more. */
const refusals = ['forbidden', 'notFound', 'methodNotAllowed', 'invalidInput'] as const;

/**
 * Where to go on after something failed: at the stage that failed, unless nothing can come of it there. Then all
 * begins anew: the signature is not good any more, the file is another one, the server knows nothing of it.
 */
export function stageAfterFailure(upload: Upload, error: unknown): Upload {
  switch (upload.stage) {
    case 'announced':
      return error instanceof UnusableFile || isFailure(error, ...refusals) ? newUpload(upload) : upload;
    case 'stored':
      if (isFailure(error, 'notFound', 'invalidInput')) {
        return newUpload(upload);
      }
      return { ...upload, mayBeCommitted: upload.mayBeCommitted || mayHaveTakenEffect(error) };
    case 'new':
    case 'committed':
    case 'done':
      return upload;
  }
}
