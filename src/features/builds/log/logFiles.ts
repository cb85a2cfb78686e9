import * as vscode from 'vscode';
import { LogScheme } from '../../../contributions';

/** What gives the logs as files; loaded when the first one is asked for. */
export interface LogFileSource {
  stat(uri: vscode.Uri): vscode.FileStat;
  readFile(uri: vscode.Uri): Uint8Array;
}

/**
 * Logs are read-only files of a scheme of their own, so that their tabs outlive a reload, and their text may grow without
 * being sent again. Registered at the start: nothing is loaded before one is opened.
 */
export function registerLogFiles(load: () => Promise<LogFileSource>): vscode.Disposable {
  // The editor asks a read-only one for nothing of this, and watching one leads to nothing.
  const nothing = () => ({ dispose: nothing }) as never;
  return vscode.workspace.registerFileSystemProvider(
    LogScheme,
    {
      onDidChangeFile: nothing,
      watch: nothing,
      stat: async (uri) => (await load()).stat(uri),
      readFile: async (uri) => (await load()).readFile(uri),
      readDirectory: nothing,
      createDirectory: nothing,
      writeFile: nothing,
      delete: nothing,
      rename: nothing,
    },
    { isReadonly: true },
  );
}
