import * as vscode from 'vscode';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import type { Upload } from '../../../api/upload/runUpload';
import { profileAround } from '../tree/profileNodes';

/** An upload as a person sees it: with what it is called, and whose it is. */
export interface UploadJob {
  readonly accountId: string;
  /** Untrusted text. */
  readonly profileName: string;
  /** Of the file. */
  readonly path: string;
  readonly upload: Upload;
}

/** What is known before a person is asked anything. */
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
