import { l10n } from 'vscode';
import type { AppVersion } from '../../../api/distribution/appVersion';
import { appFacts } from '../../../ui/apps/appFacts';
import type { Facts } from '../../../ui/documents/factSections';
import type { UploadedFile } from '../../../ui/upload/uploadedFile';

/** Milliseconds that the clocks of this machine and of the server may be apart. */
const CLOCK_SKEW = 5 * 60_000;

/**
 * What was read of the file that became this version. No upload tells its version, so nothing is told unless the two are
 * each other's only match. `versions`: all of the profile, as far as known; `files`: what was uploaded to it.
 */
export function uploadedFacts(
  version: AppVersion,
  versions: readonly AppVersion[],
  files: readonly UploadedFile[],
): Facts {
  const [file, another] = files.filter((one) => mayBe(version, one));
  if (!file || another || versions.filter((one) => mayBe(one, file)).length !== 1) {
    return [];
  }
  return [[l10n.t('File'), file.fileName], ...appFacts(file.app)];
}

/** Whether nothing that both tell speaks against it, and enough is told. */
function mayBe(version: AppVersion, { app, fileName, size, commitBegunAt, doneAt }: UploadedFile): boolean {
  const { createdAt } = version;
  const numbers = [
    [version.version, app.version],
    [version.code, app.build],
  ] as const;
  const ids = [
    [version.bundleId, app.id],
    [version.fileName, fileName],
    [version.fileSize, size],
  ] as const;
  const all = [...numbers, ...ids];
  if (all.some(([told, read]) => told !== undefined && read !== undefined && told !== read)) {
    return false;
  }
  const isTold = ([told, read]: readonly [unknown, unknown]) => told !== undefined && read !== undefined;
  return createdAt === undefined
    ? all.every(isTold)
    : numbers.every(isTold) &&
        (version.fileName !== undefined || version.fileSize !== undefined) &&
        createdAt >= commitBegunAt - CLOCK_SKEW &&
        createdAt <= doneAt + CLOCK_SKEW;
}
