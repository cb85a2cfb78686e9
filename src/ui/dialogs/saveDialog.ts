import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { FileProblem } from '../../api/files/fileProblem';
import { isThere } from '../../api/files/fileSink';
import { textForLabel } from '../../support/shownText';
import { showError } from './notifications';

/**
 * Asks for the path of a new file: in a folder that is named and still there, else in the workspace, else among the
 * downloads, else at home. The dialog itself asks before a file is replaced. Undefined, with a sentence, for what is on no disk of this machine, and for Esc.
 */
export async function askForPath(title: string, name: string, folder?: string): Promise<string | undefined> {
  const isFolderThere = folder !== undefined && (await isThere(folder).catch(() => false));
  const uri = await vscode.window.showSaveDialog({
    title: textForLabel(title),
    defaultUri: vscode.Uri.joinPath(isFolderThere ? vscode.Uri.file(folder) : await proposedFolder(), name),
  });
  if (uri && uri.scheme !== 'file') {
    void showError(vscode.l10n.t('Files can only be saved to disk. Choose a folder on this computer.'));
    return undefined;
  }
  return uri?.fsPath;
}

/** Does work with files. What the disk has against it is said; anything else is thrown on. */
export async function reportFileProblems<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FileProblem)) {
      throw error;
    }
    void showError(problemText(error));
    return undefined;
  }
}

function problemText({ path: name, code }: FileProblem): string {
  switch (code) {
    case 'EEXIST':
      return vscode.l10n.t('{0} already exists and was not changed ({1}). Choose another name.', name, code);
    case 'ENOSPC':
    case 'EDQUOT':
      return vscode.l10n.t(
        'There is not enough space for {0} ({1}). Free up space, or choose another disk.',
        name,
        code,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return vscode.l10n.t(
        'You do not have permission to write to {0} ({1}). Choose another location.',
        name,
        code,
      );
    default:
      return vscode.l10n.t(
        'Could not write {0} ({1}). Choose another location, or free up space.',
        name,
        code,
      );
  }
}

async function proposedFolder(): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
  if (folder) {
    return folder.uri;
  }
  const downloads = join(homedir(), 'Downloads');
  return vscode.Uri.file((await isThere(downloads).catch(() => false)) ? downloads : homedir());
}
