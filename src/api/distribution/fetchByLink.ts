import { Failure, isFailure } from '../failure';
import type { FileStorage } from '../files/fileStorage';
import { withRequiredRole } from '../roles';
import { downloadByLink, type LinkedDownload } from './downloadVersion';

/**
 * Gets the file of a version. A link lives for a while: one that the storage refuses is replaced by a fresh one, once.
 * Fails as `downloadByLink` does, with the role it takes where the API forbids it, and with `serverFault` where the
 * storage refuses a fresh link, which is no matter of roles.
 */
export async function fetchByLink(
  storage: FileStorage,
  { open, ...download }: LinkedDownload,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const link = { isGiven: false };
    const openOnce = () => {
      link.isGiven = true;
      return open();
    };
    try {
      await downloadByLink(storage, { ...download, open: openOnce });
      return;
    } catch (error) {
      if (!link.isGiven) {
        return withRequiredRole('operate', () => Promise.reject(error));
      }
      if (!isFailure(error, 'forbidden')) {
        throw error;
      }
      if (attempt > 1) {
        throw new Failure('serverFault', error.facts);
      }
    }
  }
}
