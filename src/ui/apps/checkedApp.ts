import type { AppReading } from '../../api/apps/app';
import type { AppFindings } from '../../api/apps/checks/appProblem';
import { checkApp } from '../../api/apps/checks/checkApp';
import type { AppDestination } from '../../api/apps/checks/destination';
import { readApp } from '../../api/apps/readApp';
import { FileProblem } from '../../api/files/fileProblem';
import type { FileStat, UploadFile } from '../../api/upload/uploadFile';
import { appSummary } from './appText';

/** An app that somebody wants to send, and what speaks against it. */
export interface CheckedApp {
  readonly fileName: string;
  /** Where it is to be sent. */
  readonly destination: AppDestination['kind'];
  /** What it says of itself (`appSummary`); empty for nothing. */
  readonly summary: string;
  readonly findings: AppFindings;
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
    destination: destination.kind,
    summary: reading.kind === 'app' ? appSummary(reading.app) : '',
    findings: checkApp(reading, { fileName, destination, now: Date.now() }),
  };
}
