import { readFile } from 'node:fs/promises';
import type * as vscode from 'vscode';
import { Emitter } from '../../../src/support/emitter';
import { classes } from './fakeClasses';
import type { FakeUri } from './fakeUri';
import type { FakeVscode } from './fakeVscode';

type Files = Partial<vscode.FileSystemProvider>;

/** `vscode.workspace.fs`: what an extension gives as files of a scheme, else what is in memory, and the disk. */
export class FakeFiles {
  /** Texts of files that no extension gives, by their addresses. */
  readonly texts = new Map<string, string>();

  constructor(
    private readonly provided: () => ReadonlyMap<string, Files>,
    /** Paths of the files of the workspace. */
    private readonly paths: ReadonlySet<string>,
  ) {}

  readonly api = {
    stat: async (uri: FakeUri): Promise<object> => {
      const text = this.texts.get(uri.toString());
      if (text !== undefined) return { type: classes.FileType.File, size: text.length };
      if (this.paths.has(uri.path)) return { type: classes.FileType.File, size: 0 };
      return Promise.reject(new classes.FileSystemError('not there'));
    },
    readFile: async (uri: FakeUri): Promise<Uint8Array> => {
      const text = this.texts.get(uri.toString());
      return text === undefined ? readFile(uri.path) : Buffer.from(text);
    },
    readDirectory: async (uri: FakeUri): Promise<unknown> => {
      const { readDirectory } = this.of(uri);
      if (readDirectory) return readDirectory(uri as unknown as vscode.Uri);
      const below = `${uri.toString()}/`;
      return [...this.texts.keys()]
        .filter((address) => address.startsWith(below))
        .map((address) => [decodeURIComponent(address.slice(below.length)), classes.FileType.File]);
    },
    writeFile: async (uri: FakeUri, content: Uint8Array): Promise<void> => {
      const { writeFile } = this.of(uri);
      if (writeFile) {
        await writeFile(uri as unknown as vscode.Uri, content, { create: true, overwrite: true });
      } else {
        this.texts.set(uri.toString(), Buffer.from(content).toString());
      }
    },
    delete: async (uri: FakeUri): Promise<void> => {
      await this.of(uri).delete?.(uri as unknown as vscode.Uri, { recursive: false });
      this.texts.delete(uri.toString());
    },
  };

  /** What every watcher tells of, whatever became of the file. */
  readonly watched = new Emitter<FakeUri>();

  watch(editor: FakeVscode): object {
    const event = editor.listen('watched files', () => this.watched);
    return { onDidCreate: event, onDidChange: event, onDidDelete: event, ...editor.register('file watcher') };
  }

  /** The text of a file that no extension gives. */
  async read(uri: FakeUri): Promise<string | undefined> {
    const text = this.texts.get(uri.toString());
    return text ?? (uri.scheme === 'file' ? readFile(uri.path, 'utf8').catch(() => undefined) : undefined);
  }

  private of(uri: FakeUri): Files {
    return this.provided().get(uri.scheme) ?? {};
  }
}
