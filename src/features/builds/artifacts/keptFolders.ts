import type { RetainedAccounts } from '../../../account/accountData';
import type { TemporaryFolders } from './temporaryFolders';

/** Of an archive that was downloaded for one of its files, and of a file whose upload can be tried again. */
export type KeptKind = 'archive' | 'file';

/** Temporary folders that may be needed once more while the window is open: the last one of each kind. */
export class KeptFolders {
  private readonly kept = new Map<KeptKind, { folder: string; accountId: string }>();

  constructor(
    private readonly folders: Pick<TemporaryFolders, 'remove'>,
    /** Told a folder that is not there any more. */
    private readonly onRemove: (folder: string) => void,
  ) {}

  /** Keeps a folder in place of the last one of its kind. */
  async keep(kind: KeptKind, folder: string, accountId: string): Promise<void> {
    const before = this.kept.get(kind)?.folder;
    this.kept.set(kind, { folder, accountId });
    await (before === undefined ? undefined : this.remove(before));
  }

  /** Removes what is of another account than the active one. */
  async retainAccounts(retained: RetainedAccounts): Promise<void> {
    for (const [kind, { folder, accountId }] of this.kept) {
      if (!retained.isActive(accountId)) {
        this.kept.delete(kind);
        await this.remove(folder);
      }
    }
  }

  private async remove(folder: string): Promise<void> {
    this.onRemove(folder);
    await this.folders.remove(folder);
  }
}
