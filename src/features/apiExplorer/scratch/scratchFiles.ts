import path from 'node:path';
import * as vscode from 'vscode';
import { Disposables } from '../../../support/disposables';
import { Emitter } from '../../../support/emitter';
import type { Log } from '../../../support/log';
import type { Clock } from '../../../support/time';
import { scratchFolderUri, scratchNameOf, scratchUri } from './scratchAddress';
import type { ScratchFileChanges, ScratchFileSource } from './scratchScheme';
import { ScratchStore, type Scratch } from './scratchStore';

/** How many are kept. Beyond that the ones go first that were not changed for longest, and are not open. */
const MAX_SCRATCHES = 50;

/**
 * Scratch requests, as the editor reads and writes them. What is typed is kept at each change: the editor saves a moment
 * later, and a window may end before. One in which nobody ever typed goes with its tab; the others stay until they are
 * deleted.
 */
export class ScratchFiles implements ScratchFileSource, vscode.Disposable {
  private readonly store: ScratchStore;
  private readonly disposables = new Disposables();
  private readonly listChanges = this.disposables.add(new Emitter<undefined>());
  /** Tells that another one is there, or one less. */
  readonly onDidChangeList = this.listChanges.event;
  /** By name, what this window knows of those that it has opened. */
  private readonly known = new Map<string, Scratch>();
  /** By name, what went with its tab: the editor can open a closed one again. */
  private readonly dropped = new Map<string, Scratch>();

  constructor(
    /** The folder that the extension has on disk. */
    storage: Pick<vscode.Uri, 'fsPath'>,
    private readonly changes: ScratchFileChanges,
    private readonly log: Log,
    private readonly clock: Clock = Date.now,
  ) {
    this.store = new ScratchStore(path.join(storage.fsPath, 'scratch-requests'));
    const { disposables } = this;
    disposables.add({
      dispose: () => {
        this.store.flush();
      },
    });
    disposables.add(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        this.keepTyped(document);
      }),
    );
    disposables.add(
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        const names = closed.flatMap((tab) => nameIn(tab) ?? []);
        this.inBackground(Promise.all(names.map((name) => this.dropUntouched(name))));
      }),
    );
    disposables.add(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        this.inBackground(focused ? this.readAgain() : Promise.resolve());
      }),
    );
  }

  /** The one that was changed last first. */
  list(): Promise<Scratch[]> {
    return this.store.list();
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    if (isFolder(uri)) {
      return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    }
    const { text, savedAt } = await this.find(uri);
    // Not when it was typed: the editor would take its own save for a conflict.
    return { type: vscode.FileType.File, ctime: 0, mtime: savedAt, size: Buffer.byteLength(text) };
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    const scratches = uri.path === scratchFolderUri().path ? await this.store.list() : [];
    return scratches.map(({ name }) => [name, vscode.FileType.File]);
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const scratch = await this.find(uri);
    if (this.dropped.delete(scratch.name)) {
      await this.put(scratch);
      this.listChanges.fire(undefined);
    }
    return Buffer.from(scratch.text);
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const name = scratchNameOf(uri);
    if (name === undefined) {
      throw vscode.FileSystemError.NoPermissions(uri);
    }
    const text = Buffer.from(content).toString('utf8');
    const before = await this.store.read(name);
    const now = this.clock();
    this.dropped.delete(name);
    await this.put({
      name,
      text,
      savedAt: now,
      changedAt: before?.text === text ? before.changedAt : now,
      // What is open already was deleted elsewhere, and is saved by whoever has it here.
      isUntouched: before ? before.isUntouched && before.text === text : !openNames().has(name),
    });
    if (!before) {
      await this.removeOldest();
      this.listChanges.fire(undefined);
    }
  }

  /** Deletes one. Its tab is left to the caller. */
  async delete(uri: vscode.Uri): Promise<void> {
    const { name } = await this.find(uri);
    await this.remove(name);
  }

  /** Closes the tabs of all of them, and leaves none on the disk. */
  async deleteAll(): Promise<void> {
    await vscode.window.tabGroups.close(tabs().filter((tab) => nameIn(tab) !== undefined));
    this.known.clear();
    this.dropped.clear();
    await this.store.deleteAll();
    this.listChanges.fire(undefined);
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private async find(uri: vscode.Uri): Promise<Scratch> {
    const name = scratchNameOf(uri) ?? '';
    const scratch = (await this.store.read(name)) ?? this.dropped.get(name);
    if (!scratch) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    this.known.set(name, scratch);
    return scratch;
  }

  private put(scratch: Scratch): Promise<void> {
    this.known.set(scratch.name, scratch);
    return this.store.put(scratch);
  }

  private async remove(name: string): Promise<void> {
    this.known.delete(name);
    this.dropped.delete(name);
    await this.store.delete(name);
    this.listChanges.fire(undefined);
  }

  /** The text that the editor has not saved yet. Nothing is waited for before it is on its way. */
  private keepTyped(document: vscode.TextDocument): void {
    const before = this.known.get(scratchNameOf(document.uri) ?? '');
    const text = document.getText();
    if (before && before.text !== text) {
      this.inBackground(this.put({ ...before, text, changedAt: this.clock(), isUntouched: false }));
    }
  }

  private async dropUntouched(name: string): Promise<void> {
    const scratch = await this.store.read(name);
    if (scratch?.isUntouched && !openNames().has(name)) {
      await this.remove(name);
      this.dropped.set(name, scratch);
    }
  }

  private async removeOldest(): Promise<void> {
    const all = await this.store.list();
    const open = openNames();
    const [, ...others] = all;
    const removable = others.filter(({ name }) => !open.has(name)).reverse();
    for (const { name } of removable.slice(0, Math.max(0, all.length - MAX_SCRATCHES))) {
      await this.remove(name);
    }
  }

  /** Another window may have changed or deleted what is open here. */
  private async readAgain(): Promise<void> {
    const { Changed, Deleted } = vscode.FileChangeType;
    const events: vscode.FileChangeEvent[] = [];
    for (const name of openNames()) {
      const before = this.known.get(name);
      const now = await this.store.read(name);
      if (before && now?.text !== before.text) {
        events.push({ uri: scratchUri(name), type: now ? Changed : Deleted });
      }
      if (now) {
        this.known.set(name, now);
      } else {
        this.known.delete(name);
      }
    }
    this.changes.fire(events);
  }

  private inBackground(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      this.log.error(`Scratch request: ${error instanceof Error ? error.message : 'unknown error'}`);
    });
  }
}

function isFolder(uri: vscode.Uri): boolean {
  return uri.path === '/' || uri.path === scratchFolderUri().path;
}

function tabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs);
}

function nameIn({ input }: vscode.Tab): string | undefined {
  return input instanceof vscode.TabInputText ? scratchNameOf(input.uri) : undefined;
}

function openNames(): Set<string> {
  return new Set(tabs().flatMap((tab) => nameIn(tab) ?? []));
}
