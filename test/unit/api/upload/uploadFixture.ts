import { FileStorage, storageRetries } from '../../../../src/api/files/fileStorage';
import {
  runUpload,
  newUpload,
  type Upload,
  type UploadResult,
  type UploadDeps,
} from '../../../../src/api/upload/runUpload';
import { distributionTarget } from '../../../../src/api/upload/uploadTarget';
import { startClientFixture, type ClientFixture } from '../clientFixture';
import type { MemoryFile } from './memoryFile';
import { quickTasks } from '../quickTasks';

/** A sandbox, and uploads to it that wait for nothing. */
export interface UploadFixture extends ClientFixture {
  storage: FileStorage;
  run: (upload: Upload, deps?: Partial<UploadDeps>) => Promise<UploadResult>;
  begin: (file: MemoryFile, releaseNotes?: string) => Upload;
}

export async function startUploadFixture(): Promise<UploadFixture> {
  const fixture = await startClientFixture();
  const { client, transport, sandbox, profileId } = fixture;
  const storage = new FileStorage(transport, sandbox.apiEndpoint, { ...storageRetries, firstDelay: 0 });
  return {
    ...fixture,
    storage,
    run: (upload, deps) => runUpload(upload, { client, storage, pace: quickTasks, ...deps }),
    begin: (file, releaseNotes = '') =>
      newUpload({ target: distributionTarget(profileId), file, releaseNotes }),
  };
}
