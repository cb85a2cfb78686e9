import * as vscode from 'vscode';
import { scratchNameOf } from './scratchAddress';

/** The scratch request of a row, a lens, the title of an editor, or the active editor. Undefined for what is none. */
export function scratchOn(argument: unknown): vscode.Uri | undefined {
  const given = (argument as { uri?: unknown } | null | undefined)?.uri;
  const uri =
    argument instanceof vscode.Uri
      ? argument
      : given instanceof vscode.Uri
        ? given
        : typeof given === 'string'
          ? vscode.Uri.parse(given)
          : vscode.window.activeTextEditor?.document.uri;
  return uri && scratchNameOf(uri) !== undefined ? uri : undefined;
}
