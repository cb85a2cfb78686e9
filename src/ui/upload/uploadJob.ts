import type { AppReading } from '../../api/apps/app';
import type { Upload } from '../../api/upload/runUpload';
import type { FileStat } from '../../api/upload/uploadFile';

/** An upload with what the API does not know of it: the account, the name of the profile, the path of the file. */
export interface UploadJob {
  readonly accountId: string;
  /** Untrusted text. */
  readonly profileName: string;
  /** Of the file, on this machine. */
  readonly path: string;
  /** The file as it was when a person was told what speaks against it. Undefined where its disk did not say. */
  readonly checked: FileStat | undefined;
  /** What it said of itself then. */
  readonly reading: AppReading | undefined;
  readonly upload: Upload;
  /** When the server may first have made a version of it, in milliseconds since 1970, where an earlier try came so far. */
  readonly commitBegunAt?: number | undefined;
}
