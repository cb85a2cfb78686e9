import { dirname } from 'node:path';
import type { RetainedAccounts } from '../../../account/accountData';
import type { ArchiveEntry } from '../../../api/files/archive/archiveEntry';
import {
  ArchiveFile,
  archiveStamp,
  isSameStamp,
  type ArchiveStamp,
} from '../../../api/files/archive/archiveFile';
import { ArchiveProblem } from '../../../api/files/archive/archiveProblem';
import { readDirectory } from '../../../api/files/archive/readDirectory';
import { Emitter, type Disposable } from '../../../support/emitter';

/** The artifacts of a build as they are on the disk. */
export interface Archive {
  readonly kind: 'archive';
  readonly path: string;
  readonly stamp: ArchiveStamp;
  /** In the order of the archive. */
  readonly entries: readonly ArchiveEntry[];
}

/** What is known of the artifacts of a build once somebody asked for them. */
export type KnownArtifacts =
  Archive | { readonly kind: 'none' } | { readonly kind: 'unusable'; readonly problem: ArchiveProblem };

/** A build of an account. */
export interface ArchiveKey {
  readonly accountId: string;
  readonly buildId: string;
}

/** What was downloaded in this window, and what is in it. */
export class ArtifactArchives implements Disposable {
  private readonly known = new Map<string, { key: ArchiveKey; artifacts: KnownArtifacts }>();
  private readonly changes = new Emitter<ArchiveKey>();
  readonly onDidChange = this.changes.event;

  of(key: ArchiveKey): KnownArtifacts | undefined {
    return this.known.get(idOf(key))?.artifacts;
  }

  /** The archive of a build while it is on the disk as it was. Fails with a `FileProblem`. */
  async usable(key: ArchiveKey): Promise<Archive | undefined> {
    const artifacts = this.of(key);
    if (artifacts?.kind !== 'archive') {
      return undefined;
    }
    if (isSameStamp(artifacts.stamp, await archiveStamp(artifacts.path))) {
      return artifacts;
    }
    this.forget(key);
    return undefined;
  }

  /** Reads the list of an archive. One that is no good is remembered as such. Fails with a `FileProblem`. */
  async read(key: ArchiveKey, path: string): Promise<KnownArtifacts> {
    const artifacts = await readArchive(path);
    this.set(key, artifacts);
    return artifacts;
  }

  setNone(key: ArchiveKey): void {
    this.set(key, { kind: 'none' });
  }

  /** There may be some by now. */
  forgetMissing(): void {
    for (const { key, artifacts } of [...this.known.values()]) {
      if (artifacts.kind === 'none') {
        this.forget(key);
      }
    }
  }

  /** Forgets what is in a folder, of whichever build it is. */
  forgetBelow(folder: string): void {
    for (const { key, artifacts } of [...this.known.values()]) {
      if (artifacts.kind === 'archive' && dirname(artifacts.path) === folder) {
        this.forget(key);
      }
    }
  }

  /** Forgets what is of another account than the active one. */
  retainAccounts(retained: RetainedAccounts): void {
    for (const [id, { key }] of this.known) {
      if (!retained.isActive(key.accountId)) {
        this.known.delete(id);
      }
    }
  }

  dispose(): void {
    this.changes.dispose();
  }

  private set(key: ArchiveKey, artifacts: KnownArtifacts): void {
    this.known.set(idOf(key), { key, artifacts });
    this.changes.fire(key);
  }

  private forget(key: ArchiveKey): void {
    this.known.delete(idOf(key));
    this.changes.fire(key);
  }
}

async function readArchive(path: string): Promise<KnownArtifacts> {
  try {
    return await ArchiveFile.use(path, async (file) => ({
      kind: 'archive',
      path,
      stamp: file.stamp,
      entries: await readDirectory(file),
    }));
  } catch (error) {
    if (error instanceof ArchiveProblem) {
      return { kind: 'unusable', problem: error };
    }
    throw error;
  }
}

function idOf({ accountId, buildId }: ArchiveKey): string {
  return JSON.stringify([accountId, buildId]);
}
