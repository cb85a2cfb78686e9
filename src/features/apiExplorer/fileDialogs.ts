import { writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { FileProblem, toFileProblem } from '../../api/fileProblem';
import { FileSink } from '../../api/fileSink';
import { suggestedFileName } from '../../api/response/fileName';
import type { AnswerHead, RawAnswer } from '../../api/transport';
import { visibleText } from '../../support/visibleText';
import { sizeText } from '../../ui/sizeText';

/** Asks where an answer shall go that is too large to be shown. Undefined when the person does not want it. */
export async function askForFile(
  { headers, contentLength }: AnswerHead,
  path: string,
): Promise<FileSink | undefined> {
  const file = await askForPath(
    contentLength === undefined
      ? vscode.l10n.t('The answer is too large to be shown. Save it as a file')
      : vscode.l10n.t(
          'The answer is too large to be shown ({0}). Save it as a file',
          sizeText(contentLength),
        ),
    suggestedFileName(headers, path),
  );
  // The dialog has asked before a file is replaced.
  return file === undefined ? undefined : FileSink.create(file, { overwrite: true });
}

/** Writes an answer to a file that a person chooses. */
export async function saveAnswer({ headers, body }: RawAnswer, path: string): Promise<void> {
  const file = await askForPath(
    vscode.l10n.t('Save the answer as received, secrets included'),
    suggestedFileName(headers, path),
  );
  await (file === undefined ? undefined : tellingOfFiles(() => onDisk(file, () => writeFile(file, body))));
}

/** Does work with files. What the disk has against it is said; anything else is thrown on. */
export async function tellingOfFiles<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FileProblem)) {
      throw error;
    }
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        '{0} could not be written ({1}). Choose another place, or make room.',
        visibleText(error.path),
        error.code,
      ),
    );
    return undefined;
  }
}

async function askForPath(title: string, name: string): Promise<string | undefined> {
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
  const uri = await vscode.window.showSaveDialog({
    title,
    defaultUri: folder ? vscode.Uri.joinPath(folder.uri, name) : vscode.Uri.file(join(homedir(), name)),
  });
  if (uri && uri.scheme !== 'file') {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('Files are written to a disk alone. Choose a folder of this machine.'),
    );
    return undefined;
  }
  return uri?.fsPath;
}

async function onDisk(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw toFileProblem(error, path);
  }
}
