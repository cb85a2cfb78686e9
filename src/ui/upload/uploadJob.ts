import type { Upload } from '../../api/upload/runUpload';

/** An upload with what the API does not know of it: the account, the name of the profile, the path of the file. */
export interface UploadJob {
  readonly accountId: string;
  /** Untrusted text. */
  readonly profileName: string;
  /** Of the file, on this machine. */
  readonly path: string;
  readonly upload: Upload;
}
