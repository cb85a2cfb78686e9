import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { FileProblem } from '../../api/files/fileProblem';
import { isThere } from '../../api/files/fileSink';
import { notificationText } from '../../support/visibleText';

/**
 * Asks for the path of a new file: in the workspace, else among the downloads, else at home. The dialog itself asks
 * before a file is replaced. Undefined, with a sentence, for what is on no disk of this machine, and for Esc.
 */
export async function askForPath(title: string, name: string): Promise<string | undefined> {
  const uri = await vscode.window.showSaveDialog({
    title,
    defaultUri: vscode.Uri.joinPath(await proposedFolder(), name),
  });
  if (uri && uri.scheme !== 'file') {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('Files are written to a disk alone. Choose a folder of this machine.'),
    );
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
    void vscode.window.showErrorMessage(problemText(error));
    return undefined;
  }
}

function problemText({ path, code }: FileProblem): string {
  const name = notificationText(path);
  switch (code) {
    case 'EEXIST':
      return vscode.l10n.t(
        'There is another {0} by now, which was left as it is ({1}). Choose another name.',
        name,
        code,
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return vscode.l10n.t('There is no room for {0} ({1}). Make some, or choose another disk.', name, code);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return vscode.l10n.t('{0} may not be written by you ({1}). Choose another place.', name, code);
    default:
      return vscode.l10n.t('{0} could not be written ({1}). Choose another place, or make room.', name, code);
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
