import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { toFileProblem } from '../../../api/files/fileProblem';
import { RequestFileEnding } from '../../../contributions';
import { recordState, type Memento } from '../../../support/memento';
import { showInformation } from '../../../ui/dialogs/notifications';
import { askForPath, reportFileProblems } from '../../../ui/dialogs/saveDialog';
import type { DocumentOrigins } from '../requests/documentOrigins';
import { scratchNameOf } from './scratchAddress';
import { closeScratch } from './closeScratch';
import { requestFileName } from './scratchNames';
import { scratchOn } from './scratchOn';

/** Key of the workspace's memento; no secret: the folder that a request was saved to last. */
const REQUEST_FOLDER = 'appcircle.requestFolder';

/** What saving to a file takes. */
export interface SaveToFileDeps {
  /** Of the workspace. */
  readonly memento: Memento;
  readonly origins: DocumentOrigins;
}

/**
 * Save to File: makes a file of a scratch request, of the row, lens or editor that it is run on, and opens that in its
 * place. Nothing is asked but where; what the disk has against it is said, and the scratch request stays.
 */
export async function saveToFile({ memento, origins }: SaveToFileDeps, argument: unknown): Promise<void> {
  const uri = scratchOn(argument);
  if (!uri) {
    void showInformation(vscode.l10n.t('Open a scratch request first. Other requests are in files already.'));
    return;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const folder = memento.get(REQUEST_FOLDER);
  const chosen = await askForPath(
    vscode.l10n.t('Save to File'),
    requestFileName(scratchNameOf(uri) ?? ''),
    typeof folder === 'string' ? folder : undefined,
  );
  if (chosen === undefined) {
    return;
  }
  const saved = await reportFileProblems(() => save(document.getText(), chosen));
  if (saved === undefined) {
    return;
  }
  await recordState(memento, REQUEST_FOLDER, path.dirname(saved));
  const viewColumn = columnOf(uri);
  const file = await vscode.workspace.openTextDocument(vscode.Uri.file(saved));
  // It was written here.
  origins.approve(file);
  await vscode.window.showTextDocument(file, { preview: false, ...(viewColumn && { viewColumn }) });
  await closeScratch(document);
}

/** Gives where it is: without the ending it would be no request. What has the name with it is not replaced unasked. */
async function save(text: string, chosen: string): Promise<string> {
  const isNamed = chosen.toLowerCase().endsWith(RequestFileEnding);
  const file = isNamed ? chosen : chosen + RequestFileEnding;
  try {
    await writeFile(file, text, { flag: isNamed ? 'w' : 'wx' });
    return file;
  } catch (error) {
    throw toFileProblem(error, file);
  }
}

function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  return vscode.window.tabGroups.all.find((group) =>
    group.tabs.some(
      ({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString(),
    ),
  )?.viewColumn;
}
