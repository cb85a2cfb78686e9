import type { ApiClient } from '../../../api/client';
import { downloadVersion, type VersionDownload } from '../../../api/distribution/downloadVersion';
import { Failure, isFailure } from '../../../api/failure';
import type { FileStorage } from '../../../api/files/fileStorage';
import { withRequiredRole } from '../../../api/roles';

/**
 * Gets the file of a version. A link lives for a while: one that the storage refuses is replaced by a fresh one, once.
 * Fails as `downloadVersion` does, with the role it takes where the API forbids it, and with `serverFault` where the
 * storage refuses a fresh link, which is no matter of roles.
 */
export async function fetchFile(
  client: ApiClient,
  storage: FileStorage,
  { open, ...download }: VersionDownload,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const link = { isGiven: false };
    const openOnce = () => {
      link.isGiven = true;
      return open();
    };
    try {
      await downloadVersion(client, storage, { ...download, open: openOnce });
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
