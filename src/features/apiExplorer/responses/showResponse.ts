import * as vscode from 'vscode';
import type { ShownResponse } from './responseDocuments';

/** Opens an answer beside its request, in the place of the one before. */
export async function showResponse({ uri }: ShownResponse): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const beside = vscode.window.activeTextEditor?.document.uri.scheme === uri.scheme;
  await vscode.window.showTextDocument(document, {
    preview: true,
    preserveFocus: true,
    viewColumn: beside ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside,
  });
}
