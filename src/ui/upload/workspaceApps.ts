import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { UPLOADED_EXTENSIONS } from '../../api/upload/uploadFile';
import { delay } from '../../support/time';

/** An app in the workspace, as its build left it. */
export interface WorkspaceApp {
  readonly uri: vscode.Uri;
  /** In milliseconds since 1970. */
  readonly changedAt: number;
  readonly size: number;
}

/** Files that are looked at: a search that was cut short may miss the newest. */
const MAX_FOUND = 500;
const MAX_OFFERED = 10;
/** Milliseconds. A dialog is there for what is not found by then. */
const SEARCH_TIMEOUT = 2000;

/** Where no build leaves what somebody would upload. */
const ignored = ['node_modules', '.git', '.gradle', '.dart_tool', '.vscode-test', 'Pods', 'intermediates'];

/**
 * The newest apps of the workspace's folders on this machine. A search that takes too long, or fails, finds none. What
 * a link leads to outside of its folder is none of the workspace's.
 */
export async function findWorkspaceApps(): Promise<readonly WorkspaceApp[]> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  if (folders.length === 0) {
    return [];
  }
  const stopping = new vscode.CancellationTokenSource();
  try {
    return await Promise.race([search(stopping.token), delay(SEARCH_TIMEOUT).then(() => [])]);
  } catch {
    return [];
  } finally {
    stopping.cancel();
    stopping.dispose();
  }
}

async function search(token: vscode.CancellationToken): Promise<readonly WorkspaceApp[]> {
  const endings = UPLOADED_EXTENSIONS.flatMap((one) => [one, one.toUpperCase()]);
  const found = await vscode.workspace.findFiles(
    `**/*.{${endings.join(',')}}`,
    `**/{${ignored.join(',')}}/**`,
    MAX_FOUND,
    token,
  );
  const apps = await Promise.all(found.map(readApp));
  return apps
    .filter((app) => app !== undefined)
    .sort((a, b) => b.changedAt - a.changedAt)
    .slice(0, MAX_OFFERED);
}

/** Undefined for what is no file with something in it, and for what is elsewhere. */
async function readApp(uri: vscode.Uri): Promise<WorkspaceApp | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder || uri.scheme !== 'file') {
    return undefined;
  }
  try {
    const [real, root] = await Promise.all([realpath(uri.fsPath), realpath(folder.uri.fsPath)]);
    const between = path.relative(root, real);
    const facts = await stat(real);
    const isInside = !path.isAbsolute(between) && between.split(path.sep)[0] !== '..';
    return isInside && facts.isFile() && facts.size > 0
      ? { uri, changedAt: facts.mtimeMs, size: facts.size }
      : undefined;
  } catch {
    return undefined;
  }
}
