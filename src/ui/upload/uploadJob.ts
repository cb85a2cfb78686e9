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
  readonly upload: Upload;
}
