import * as vscode from 'vscode';
import { RequestScheme } from '../../../contributions';

/** What keeps scratch requests as files; loaded when the first one is asked for. */
export interface ScratchFileSource {
  stat(uri: vscode.Uri): Promise<vscode.FileStat>;
  readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]>;
  readFile(uri: vscode.Uri): Promise<Uint8Array>;
  writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void>;
  delete(uri: vscode.Uri): Promise<void>;
}

/** Tells the editor that files of the scheme changed otherwise than by it. */
export type ScratchFileChanges = vscode.EventEmitter<vscode.FileChangeEvent[]>;

/**
 * Scratch requests are files of a scheme of their own: nothing is unsaved, nobody is asked at closing, and their tabs
 * outlive a reload. Registered at the start: nothing is loaded before one is opened.
 */
export function registerScratchFiles(
  load: () => Promise<ScratchFileSource>,
  changes: ScratchFileChanges,
): vscode.Disposable {
  const refuse = () => {
    throw vscode.FileSystemError.NoPermissions();
  };
  return vscode.workspace.registerFileSystemProvider(
    RequestScheme,
    {
      onDidChangeFile: changes.event,
      watch: () => ({ dispose: () => undefined }),
      stat: async (uri) => (await load()).stat(uri),
      readDirectory: async (uri) => (await load()).readDirectory(uri),
      readFile: async (uri) => (await load()).readFile(uri),
      writeFile: async (uri, content) => (await load()).writeFile(uri, content),
      delete: async (uri) => (await load()).delete(uri),
      createDirectory: refuse,
      rename: refuse,
    },
    { isCaseSensitive: true },
  );
}
