import { throttle } from '../../support/throttle';
import type { Clock } from '../../support/time';
import type { AppVersion } from './appVersion';
import type { ApiClient } from '../client';
import { downloadLink } from '../files/downloadLink';
import type { FileStorage } from '../files/fileStorage';
import { suggestedFileName } from '../response/fileName';
import { TransferSpeed, type TransferPace } from '../files/transferSpeed';
import type { DownloadResponse, Sink } from '../transport/transport';

/** How far a download is. */
export interface DownloadProgress extends TransferPace {
  /** Bytes that are written. */
  received: number;
  /** Bytes there will be, where it was announced. */
  total: number | undefined;
}

/** Where a file goes. */
interface DownloadTarget {
  /** Called once the server has agreed. What it fails with, and what the sink does, comes out as it is. */
  open: () => Promise<Sink>;
  signal?: AbortSignal;
  /** Told a few times a second. */
  onProgress?: (progress: DownloadProgress) => void;
  clock?: Clock;
}

/** A version, and where its file goes. */
export interface VersionDownload extends DownloadTarget {
  profileId: string;
  versionId: string;
}

/** A file behind a temporary link, and where it goes. */
export interface LinkedDownload extends DownloadTarget {
  /** Asks for the link, which is a secret. */
  link: (signal?: AbortSignal) => Promise<string>;
}

/** Milliseconds between two tellings of progress. */
const PROGRESS_PAUSE = 200;

/**
 * Gets the file of a version: a temporary link, then its bytes (api/README 4.2). The sink is closed when all of it is
 * there, else aborted. Fails as the two requests do, with `cancelled` at the signal.
 */
export function downloadVersion(
  client: ApiClient,
  storage: FileStorage,
  { profileId, versionId, ...target }: VersionDownload,
): Promise<DownloadResponse> {
  const link = (signal?: AbortSignal) => downloadLink(client, profileId, versionId, signal);
  return downloadByLink(storage, { ...target, link });
}

/** The same of whatever a link is asked for. */
export async function downloadByLink(
  storage: FileStorage,
  { link, open, signal, onProgress, clock = Date.now }: LinkedDownload,
): Promise<DownloadResponse> {
  const url = await link(signal);
  const speed = new TransferSpeed(clock);
  const report = throttle<DownloadProgress>(PROGRESS_PAUSE, clock, (now) => onProgress?.(now));
  return downloadTo(storage, url, await open(), {
    ...(signal && { signal }),
    onReceived: (received, total) => {
      speed.update(received);
      report({ received, total, ...speed.pace(received, total) }, received === total);
    },
  });
}

/** Gets a file by a link, which is a secret. Closes or aborts the sink in any case. */
export async function downloadTo(
  storage: FileStorage,
  url: string,
  sink: Sink,
  { signal, onReceived }: { signal?: AbortSignal; onReceived?: (bytes: number, total?: number) => void } = {},
): Promise<DownloadResponse> {
  return storage.download({ url, sink, ...(signal && { signal }), ...(onReceived && { onReceived }) });
}

/** A name for the file of a version: the one that it was uploaded with, else one made of what is known; cleaned. */
export function suggestedVersionName({ fileName, name, version, fileType, id }: AppVersion): string {
  const made = [name ?? id, version].filter((part) => part !== undefined).join('-');
  const given = fileName ?? (fileType === undefined ? made : `${made}.${fileType}`);
  return suggestedFileName([], encodeURIComponent(given.replaceAll(/\p{Surrogate}/gu, '')));
}
