import * as vscode from 'vscode';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import type { Upload } from '../../../api/upload/runUpload';
import { profileAround } from '../tree/profileNodes';

/** An upload with what the API does not know of it: the account, the name of the profile, the path of the file. */
export interface UploadJob {
  readonly accountId: string;
  /** Untrusted text. */
  readonly profileName: string;
  /** Of the file, on this machine. */
  readonly path: string;
  readonly upload: Upload;
}

/** What is chosen before a person is asked anything: by where the command was run. */
export interface UploadChoices {
  readonly profile?: DistributionProfile;
  readonly file?: vscode.Uri;
}

/** What a command was run on: a profile, a row below one, a file in the Explorer, or nothing of it. */
export function uploadChoicesOf(argument: unknown): UploadChoices {
  if (argument instanceof vscode.Uri) {
    return { file: argument };
  }
  const profile = profileAround(argument);
  return profile ? { profile } : {};
}
