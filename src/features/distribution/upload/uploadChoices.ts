import * as vscode from 'vscode';
import { distributionTarget } from '../../../api/upload/uploadTarget';
import type { UploadChoices } from '../../../ui/upload/uploadDeps';
import { profileAround } from '../tree/profileNodes';

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
  return profile ? { profile: { name: profile.name, target: distributionTarget(profile.id) } } : {};
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
