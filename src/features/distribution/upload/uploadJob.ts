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
  /** At least one. */
  readonly files?: readonly vscode.Uri[];
  /** Release notes that whoever ran the command proposes, a line each. */
  readonly proposedNotes?: string;
}

/**
 * What a command was run on: a profile, a row below one, a file in the Explorer, a file with release notes for it as
 * `uri` and `proposedNotes`, or nothing of it. `selected`: all files that are selected there, with that one among them.
 */
export function uploadChoicesOf(argument: unknown, selected?: unknown): UploadChoices {
  if (argument instanceof vscode.Uri) {
    const uris = Array.isArray(selected) ? selected.filter((one) => one instanceof vscode.Uri) : [];
    return { files: uris.length > 0 ? uris : [argument] };
  }
  const file = fileWithNotesOf(argument);
  if (file) {
    return file;
  }
  const profile = profileAround(argument);
  return profile ? { profile } : {};
}

/** Undefined for what is none (T13). */
function fileWithNotesOf(argument: unknown): UploadChoices | undefined {
  const { uri, proposedNotes }: { uri?: unknown; proposedNotes?: unknown } =
    typeof argument === 'object' && argument !== null ? argument : {};
  if (!(uri instanceof vscode.Uri)) {
    return undefined;
  }
  const notes = typeof proposedNotes === 'string' ? proposedNotes.trim() : '';
  return { files: [uri], ...(notes !== '' && { proposedNotes: notes }) };
}
