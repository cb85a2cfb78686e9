import { FileStorage, storageRetries } from '../../../../src/api/files/fileStorage';
import {
  runUpload,
  uploadOf,
  type Upload,
  type UploadEnd,
  type UploadNeeds,
} from '../../../../src/api/upload/runUpload';
import { startBench, type Bench } from '../clientFixture';
import type { MemoryFile } from './memoryFile';
import { quickTasks } from '../quickTasks';

/** A sandbox, and uploads to it that wait for nothing. */
export interface UploadBench extends Bench {
  storage: FileStorage;
  run: (upload: Upload, needs?: Partial<UploadNeeds>) => Promise<UploadEnd>;
  begin: (file: MemoryFile, releaseNotes?: string) => Upload;
}

export async function startUploadBench(): Promise<UploadBench> {
  const bench = await startBench();
  const { client, transport, sandbox, profileId } = bench;
  const storage = new FileStorage(transport, sandbox.apiEndpoint, { ...storageRetries, firstDelay: 0 });
  return {
    ...bench,
    storage,
    run: (upload, needs) => runUpload(upload, { client, storage, pace: quickTasks, ...needs }),
    begin: (file, releaseNotes = '') => uploadOf({ profileId, file, releaseNotes }),
  };
}
