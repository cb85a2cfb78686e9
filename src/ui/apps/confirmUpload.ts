import { l10n } from 'vscode';
import type { AppFacts, AppReading } from '../../api/apps/app';
import { checkApp } from '../../api/apps/checks/checkApp';
import type { AppDestination } from '../../api/apps/checks/destination';
import { readApp } from '../../api/apps/readApp';
import { FileProblem } from '../../api/files/fileProblem';
import type { FileStat, UploadFile } from '../../api/upload/uploadFile';
import { withWindowProgress } from '../dialogs/withWindowProgress';
import { appSummary } from './appText';
import { askAboutApps, type CheckedApp } from './askAboutApps';

/** What a person decided about an app that was read: undefined for Cancel. */
export type UploadConfirmation =
  | {
      readonly kind: 'upload';
      readonly app: AppFacts | undefined;
      /** What it says of itself in one line, as untrusted text; empty for nothing. */
      readonly summary: string;
    }
  /** Another file is wanted. */
  | { readonly kind: 'another' }
  | undefined;

/**
 * Reads an app before it is sent, and asks where something speaks against it: one question, with Upload Anyway where it is
 * a warning. Asks nothing where nothing does, and where the file cannot be read: what is wrong then is told by the upload.
 */
export async function confirmUpload(
  file: UploadFile,
  place: { name: string; destination: AppDestination },
): Promise<UploadConfirmation> {
  const read = await withWindowProgress(l10n.t('Checking {0}…', file.name), () => readIfThere(file));
  const reading = read?.reading;
  const checked = reading && checkedApp(file.name, reading, place.destination);
  switch (await askAboutApps(checked ? [checked] : [], place.name)) {
    case 'upload':
      return {
        kind: 'upload',
        app: reading?.kind === 'app' ? reading.app : undefined,
        summary: checked?.summary ?? '',
      };
    case 'another':
      return { kind: 'another' };
    case undefined:
      return undefined;
  }
}

/** What a file says of itself, and how it was then. Undefined where its disk has something against it. */
export async function readIfThere(
  file: UploadFile,
): Promise<{ reading: AppReading; stat: FileStat } | undefined> {
  try {
    const stat = await file.stat();
    return { reading: await readApp(file), stat };
  } catch (error) {
    if (error instanceof FileProblem) {
      return undefined;
    }
    throw error;
  }
}

/** What is told of an app that is to be sent there. */
export function checkedApp(fileName: string, reading: AppReading, destination: AppDestination): CheckedApp {
  return {
    fileName,
    summary: reading.kind === 'app' ? appSummary(reading.app) : '',
    findings: checkApp(reading, { fileName, destination, now: Date.now() }),
  };
}
