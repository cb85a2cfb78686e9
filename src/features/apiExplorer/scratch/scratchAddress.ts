import * as vscode from 'vscode';
import { RequestScheme, ScratchFolder } from '../../../contributions';

/** The address of a scratch request. Its name is the last segment, which is what its tab is called. */
export function scratchUri(name: string): vscode.Uri {
  return vscode.Uri.from({ scheme: RequestScheme, path: `/${ScratchFolder}/${name}` });
}

/** The folder that all of them seem to be in. */
export function scratchFolderUri(): vscode.Uri {
  return vscode.Uri.from({ scheme: RequestScheme, path: `/${ScratchFolder}` });
}

/** The name of a scratch request; undefined for what is none, its folder included. */
export function scratchNameOf({ scheme, path }: Pick<vscode.Uri, 'scheme' | 'path'>): string | undefined {
  const [, folder, name, ...more] = path.split('/');
  const isOne = scheme === RequestScheme && folder === ScratchFolder && more.length === 0;
  return isOne && name !== '' ? name : undefined;
}

/** Whether a document was made in this editor and is nobody's file: a scratch request, or an untitled one. */
export function isOwnDocument({ isUntitled, uri }: Pick<vscode.TextDocument, 'isUntitled' | 'uri'>): boolean {
  return isUntitled || uri.scheme === RequestScheme;
}
