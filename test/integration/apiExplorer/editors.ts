import * as vscode from 'vscode';
import type { RecordedRequest } from '../../sandbox/requestLog';
import { until } from '../../vscode/until';
import type { UserFixture } from '../support/userFixture';
import { recorded, requests } from '../support/sandbox';

/** Opens a new request document. */
export async function open(content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'appcircle-http', content });
  await vscode.window.showTextDocument(document, { preview: false, viewColumn: vscode.ViewColumn.One });
  // It has the name of the one before, whose text the editor may have put aside to restore it.
  if (document.getText() !== content) await write(document, content);
  return document;
}

/** Replaces all of a document, as if it had been typed. */
export async function write(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const { end } = document.lineAt(document.lineCount - 1).range;
  edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), text);
  await vscode.workspace.applyEdit(edit);
}

export async function send(content: string): Promise<vscode.TextDocument> {
  const document = await open(content);
  // By its address: which editor is the active one is told late on a busy machine.
  const place = { uri: document.uri.toString(), offset: content.length };
  await vscode.commands.executeCommand('appcircle.sendRequest', place);
  return document;
}

export async function sendActive(): Promise<void> {
  await vscode.commands.executeCommand('appcircle.sendRequest');
}

/** The documents of answers that are in a tab, newest first or not. */
export function answers(): vscode.TextDocument[] {
  const open = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri.toString()] : []));
  return vscode.workspace.textDocuments.filter(
    ({ uri }) => uri.scheme === 'appcircle-answer' && open.includes(uri.toString()),
  );
}

export async function answerHolding(text: string): Promise<vscode.TextDocument> {
  return until(`an answer with ${text}`, () =>
    answers().find((document) => document.getText().includes(text)),
  );
}

export async function lensesOf(uri: vscode.Uri): Promise<string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uri,
  );
  return lenses.map(({ command }) => command?.title ?? '');
}

/** What was asked since `forgetRequests`, without what the view asks for by itself to describe the API. */
export async function sentRecords(): Promise<RecordedRequest[]> {
  return (await recorded()).filter(({ path }) => !path.startsWith('/openapi/'));
}

/** The same, each as `GET /distribution/v2/profiles 200`. */
export async function sent(): Promise<string[]> {
  return (await requests()).filter((line) => !line.includes(' /openapi/'));
}

/** The rows of the view are there: what is asked from here on was asked by a test. */
export async function settledRows(user: UserFixture): Promise<void> {
  user.chooses = () => undefined;
  await vscode.commands.executeCommand('appcircle.goToProfile');
  user.chooses = undefined;
}

/** Unsaved documents are emptied first, so that nobody is asked whether to keep them. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isUntitled }) => isUntitled)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  // The next one gets the name of the last, and would be taken for it.
  await until(
    'the end of the documents',
    () => !vscode.workspace.textDocuments.some(({ isUntitled }) => isUntitled),
  );
}
