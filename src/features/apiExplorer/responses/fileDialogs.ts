import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { toFileProblem } from '../../../api/files/fileProblem';
import { FileSink } from '../../../api/files/fileSink';
import { suggestedFileName } from '../../../api/response/fileName';
import type { ResponseHead, HttpResponse } from '../../../api/transport/transport';
import { askForPath, reportFileProblems } from '../../../ui/dialogs/saveDialog';
import { sizeText } from '../../../ui/text/sizeText';

/** Asks where an answer shall go that is too large to be shown. Undefined when the person does not want it. */
export async function askForFile(
  { headers, contentLength }: ResponseHead,
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
export async function saveResponse({ headers, body }: HttpResponse, path: string): Promise<void> {
  const file = await askForPath(
    vscode.l10n.t('Save the answer as received, secrets included'),
    suggestedFileName(headers, path),
  );
  await (file === undefined
    ? undefined
    : reportFileProblems(() => onDisk(file, () => writeFile(file, body))));
}

async function onDisk(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw toFileProblem(error, path);
  }
}
