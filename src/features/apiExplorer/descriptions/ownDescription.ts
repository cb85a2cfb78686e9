import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';

/** What this extension itself says of Appcircle's API: a text that the build makes. */
export function readOwnDescription(extension: vscode.Uri): Promise<string> {
  return readFile(vscode.Uri.joinPath(extension, 'dist', 'appcircle.openapi.json').fsPath, 'utf8');
}
