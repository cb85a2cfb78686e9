import * as vscode from 'vscode';
import type { RecordedRequest } from '../../sandbox/requestLog';
import { until } from '../../vscode/until';
import { signIn, type UserFixture } from '../support/userFixture';
import { forgetRequests, lineOf, recorded, sandbox } from '../support/sandbox';

/** Opens a new request document. */
export async function open(content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'appcircle-http', content });
  await vscode.window.showTextDocument(document, { preview: false, viewColumn: vscode.ViewColumn.One });
  // It has the name of the one before, whose text the editor may have put aside to restore it.
  if (document.getText() !== content) await write(document, content);
  return requestInFront(isAt(document.uri));
}

/** Opens a request document that is a file. */
export async function openFile(file: vscode.Uri): Promise<vscode.TextDocument> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
  return requestInFront(isAt(file));
}

/** The request in front, once it is known to be: which editor is the active one is told late on a busy machine. */
export async function requestInFront(
  isMeant: (document: vscode.TextDocument) => boolean = () => true,
): Promise<vscode.TextDocument> {
  return until('a request in front', () => {
    const document = requestNow();
    return document && isMeant(document) && document;
  });
}

/** Waits until nothing is known to be in front that could be sent. */
export async function noRequestInFront(): Promise<void> {
  await until('no request in front', () => !requestNow());
}

function requestNow(): vscode.TextDocument | undefined {
  const { document } = vscode.window.activeTextEditor ?? {};
  return document?.languageId === 'appcircle-http' ? document : undefined;
}

const isAt = (place: vscode.Uri) => (document: vscode.TextDocument) =>
  document.uri.toString() === place.toString();

/** Replaces all of a document, as if it had been typed. */
export async function write(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const { end } = document.lineAt(document.lineCount - 1).range;
  edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), text);
  await vscode.workspace.applyEdit(edit);
}

export async function send(content: string): Promise<vscode.TextDocument> {
  const document = await open(content);
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

/** What is asked at no certain time by itself: how the API is described, and what the organization is called. */
const asksByItself = /^\/(openapi|identity)\//;

/** What was asked since `forgetRequests`, without what nobody asked for. */
export async function sentRecords(): Promise<RecordedRequest[]> {
  return (await recorded()).filter(({ path }) => !asksByItself.test(path));
}

/** The same, each as `GET /distribution/v2/profiles 200`. */
export async function sent(): Promise<string[]> {
  return (await sentRecords()).map(lineOf);
}

/**
 * Signs in, and waits for the name of the organization and the rows: what is asked from here on was asked by a test, or by
 * the API Explorer, which looks for its descriptions. What was asked until then stays in the log.
 */
export async function signInToRows(user: UserFixture): Promise<void> {
  await forgetRequests();
  await signIn(user, sandbox.personalAccessKey);
  await until('the name', async () =>
    (await recorded()).some(
      ({ path, status }) => path.startsWith('/identity/v1/organizations/') && status === 200,
    ),
  );
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
  await noRequestInFront();
}
