import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Uri } from 'vscode';
import type { RetainedAccounts } from '../../../account/accountData';
import { JsonObject } from '../../../api/decode';

/** A text as it was last had from an address. */
export interface CachedText {
  readonly text: string;
  /** Where it came from after redirects: what it names is relative to that, and of that origin. */
  readonly url: string;
  readonly etag: string | undefined;
  /** When the server last said that it is so, in milliseconds since 1970. */
  readonly checkedAt: number;
}

/**
 * Descriptions of APIs on disk, a folder for each account. They hold nothing secret, and go with the account. A cache
 * that cannot be read or written is none: that is no failure.
 */
export class DescriptionCache {
  private readonly folder: string;

  /** In the folder that the extension has on disk. */
  constructor(storage: Pick<Uri, 'fsPath'>) {
    this.folder = path.join(storage.fsPath, 'descriptions');
  }

  async read(credentialId: string, url: string): Promise<CachedText | undefined> {
    try {
      const row = JsonObject.of(JSON.parse(await readFile(this.file(credentialId, url), 'utf8')));
      const text = row?.text('text');
      const from = row?.text('url');
      const checkedAt = row?.number('checkedAt');
      return text === undefined || from === undefined || checkedAt === undefined
        ? undefined
        : { text, url: from, checkedAt, etag: row?.text('etag') };
    } catch {
      return undefined;
    }
  }

  /** Written beside and put in place at once: others may be reading, or writing the same. */
  async write(credentialId: string, url: string, cached: CachedText): Promise<void> {
    const file = this.file(credentialId, url);
    const beside = `${file}.${randomUUID()}.new`;
    try {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(beside, JSON.stringify(cached));
      await rename(beside, file);
    } catch {
      await rm(beside, { force: true }).catch(() => undefined);
    }
  }

  /** Removes what belongs to any other account (rule 8). */
  async retainAccounts(retained: RetainedAccounts): Promise<void> {
    const folders = await readdir(this.folder).catch(() => []);
    const others = folders.filter((name) => !retained.hasCredential(name));
    await Promise.all(
      others.map((name) =>
        rm(path.join(this.folder, name), { recursive: true, force: true }).catch(() => undefined),
      ),
    );
  }

  private file(credentialId: string, url: string): string {
    const name = createHash('sha256').update(url).digest('hex').slice(0, 32);
    return path.join(this.folder, credentialId, `${name}.json`);
  }
}
