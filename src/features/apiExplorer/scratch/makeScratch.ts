import * as vscode from 'vscode';
import { scratchFolderUri, scratchUri } from './scratchAddress';
import { freeName, scratchTitle } from './scratchNames';

/**
 * Keeps a text as a new scratch request, and gives its address. It gets a name that no other has, nor a document that the
 * editor still holds with another text. Fails where the disk does not take it.
 */
export async function makeScratch(text: string): Promise<vscode.Uri> {
  const kept = await vscode.workspace.fs.readDirectory(scratchFolderUri());
  const names = new Set(kept.map(([name]) => name));
  const title = scratchTitle(text) ?? vscode.l10n.t('Request');
  const uri = scratchUri(freeName(title, (name) => names.has(name) || isHeldOtherwise(name, text)));
  await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
  return uri;
}

/** A closed document lives on for minutes, and would come back with its text. */
function isHeldOtherwise(name: string, text: string): boolean {
  const address = scratchUri(name).toString();
  return vscode.workspace.textDocuments.some(
    (document) => document.uri.toString() === address && document.getText() !== text,
  );
}
