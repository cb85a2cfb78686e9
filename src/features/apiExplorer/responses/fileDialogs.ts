import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { toFileProblem } from '../../../api/files/fileProblem';
import { FileSink } from '../../../api/files/fileSink';
import { packedSuffix, suggestedFileName } from '../../../api/response/fileName';
import type { ResponseHead } from '../../../api/transport/transport';
import { askForPath, reportFileProblems } from '../../../ui/dialogs/saveDialog';
import { sizeText } from '../../../ui/text/sizeText';
import type { ShownResponse } from './responseDocuments';

/** Asks where an answer shall go that is too large to be shown. Undefined when the person does not want it. */
export async function askForFile(
  { headers, contentLength }: ResponseHead,
  path: string,
): Promise<FileSink | undefined> {
  const file = await askForPath(
    contentLength === undefined
      ? vscode.l10n.t('The response is too large to show. Save it to a file')
      : vscode.l10n.t('The response is too large to show ({0}). Save it to a file', sizeText(contentLength)),
    suggestedFileName(headers, path),
  );
  // The dialog has asked before a file is replaced.
  return file === undefined ? undefined : FileSink.create(file, { overwrite: true });
}

/** Writes an answer to a file that a person chooses. */
export async function saveResponse({
  response: { headers, body, packed },
  request,
  kind,
}: ShownResponse): Promise<void> {
  const packedAs = kind === 'binary' && packed ? packedSuffix(packed.coding) : '';
  const file = await askForPath(
    vscode.l10n.t('Save the response as received, including secrets'),
    suggestedFileName(headers, request.path) + packedAs,
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
