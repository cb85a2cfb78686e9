import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { JsonObject } from '../../../api/decode';

/** A scratch request as it is kept. */
export interface Scratch {
  readonly name: string;
  readonly text: string;
  /** When the editor saved it last; typing does not move it. In milliseconds since 1970. */
  readonly savedAt: number;
  /** When its text changed last, in milliseconds since 1970. */
  readonly changedAt: number;
  /** Nobody has typed in it since it was made. */
  readonly isUntouched: boolean;
}

/** That no file of the store is read by anybody else of this machine. */
const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

/**
 * Scratch requests on disk, a file each, for all windows. What a person wrote is theirs: it belongs to no account and
 * outlives a sign-out; Remove All Data removes it. What is written is put in place at once, so that a window that ends
 * meanwhile leaves the text before.
 */
export class ScratchStore {
  /** By name, what is on its way to the disk: the newest text of each. */
  private readonly pending = new Map<string, Scratch>();
  private last: Promise<void> = Promise.resolve();

  /** In a folder of its own. */
  constructor(private readonly folder: string) {}

  /** All of them, the one that was changed last first. What cannot be read is left out. */
  async list(): Promise<Scratch[]> {
    const names = await readdir(this.folder).catch(() => []);
    const files = names.filter((name) => name.endsWith('.json')).map((name) => path.join(this.folder, name));
    const kept = new Map<string, Scratch>();
    for (const file of files) {
      const scratch = await readScratch(file);
      if (scratch && this.fileOf(scratch.name) === file) {
        kept.set(scratch.name, scratch);
      }
    }
    this.pending.forEach((scratch, name) => kept.set(name, scratch));
    return [...kept.values()].sort((a, b) => b.changedAt - a.changedAt);
  }

  async read(name: string): Promise<Scratch | undefined> {
    return this.pending.get(name) ?? (await readScratch(this.fileOf(name)));
  }

  /** Keeps a text; of those of one name that wait, the last one. Fails where the disk does not take it. */
  put(scratch: Scratch): Promise<void> {
    this.pending.set(scratch.name, scratch);
    return this.inTurn(() => this.writeOut(scratch.name));
  }

  delete(name: string): Promise<void> {
    this.pending.delete(name);
    return this.inTurn(() => rm(this.fileOf(name), { force: true }));
  }

  /** Deletes every one, and what another version may have left beside. */
  deleteAll(): Promise<void> {
    this.pending.clear();
    return this.inTurn(() => rm(this.folder, { recursive: true, force: true }));
  }

  /** Writes what waits, before the window ends. */
  flush(): void {
    for (const [name, scratch] of this.pending) {
      try {
        mkdirSync(this.folder, { recursive: true, mode: PRIVATE_FOLDER });
        writeFileSync(this.fileOf(name), contentOf(scratch), { mode: PRIVATE_FILE });
      } catch {
        // Nobody is left who could be told.
      }
    }
    this.pending.clear();
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async writeOut(name: string): Promise<void> {
    const scratch = this.pending.get(name);
    if (!scratch) {
      return;
    }
    const file = this.fileOf(name);
    const beside = `${file}.${randomUUID()}.new`;
    try {
      await mkdir(this.folder, { recursive: true, mode: PRIVATE_FOLDER });
      await writeFile(beside, contentOf(scratch), { mode: PRIVATE_FILE });
      // It may have been deleted meanwhile.
      if (this.pending.has(name)) {
        await rename(beside, file);
      }
    } finally {
      await rm(beside, { force: true }).catch(() => undefined);
    }
    if (this.pending.get(name) === scratch) {
      this.pending.delete(name);
    }
  }

  private fileOf(name: string): string {
    const hash = createHash('sha256').update(name).digest('hex').slice(0, 32);
    return path.join(this.folder, `${hash}.json`);
  }
}

function contentOf({ name, text, savedAt, changedAt, isUntouched }: Scratch): string {
  return JSON.stringify({ name, text, savedAt, changedAt, isUntouched });
}

async function readScratch(file: string): Promise<Scratch | undefined> {
  try {
    const row = JsonObject.of(JSON.parse(await readFile(file, 'utf8')));
    const [name, text] = [row?.text('name'), row?.text('text')];
    const [savedAt, changedAt] = [row?.number('savedAt'), row?.number('changedAt')];
    return name === undefined || text === undefined || savedAt === undefined || changedAt === undefined
      ? undefined
      : { name, text, savedAt, changedAt, isUntouched: row?.raw['isUntouched'] === true };
  } catch {
    return undefined;
  }
}
