import type { AppFacts } from '../../api/apps/app';
import type { UploadResult } from '../../api/upload/runUpload';
import type { UploadJob } from './uploadJob';

/** A file that is uploaded, and what was read of it before. Texts are untrusted; times are milliseconds since 1970. */
export interface UploadedFile {
  readonly accountId: string;
  readonly profileId: string;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  readonly app: AppFacts;
  /** The server made its version between these, by the clock of this machine. */
  readonly commitBegunAt: number;
  readonly doneAt: number;
}

/** What an attempt uploaded. Undefined where it did not, and where what was sent is not what was read. */
export function uploadedFile(
  { accountId, checked, reading, commitBegunAt: begunBefore }: UploadJob,
  { result, commitBegunAt: begunNow }: { result: UploadResult; commitBegunAt?: number | undefined },
): UploadedFile | undefined {
  const commitBegunAt = begunBefore ?? begunNow;
  if (result.kind !== 'done' || reading?.kind !== 'app' || commitBegunAt === undefined) {
    return undefined;
  }
  const { file, stat, target } = result.upload;
  return stat.size === checked?.size && stat.modifiedAt === checked.modifiedAt
    ? {
        accountId,
        profileId: target.profileId,
        fileName: file.name,
        size: stat.size,
        app: reading.app,
        commitBegunAt,
        doneAt: Date.now(),
      }
    : undefined;
}
