import { throttle } from '../../support/throttle';
import type { Clock } from '../../support/time';
import type { DownloadProgress } from '../distribution/downloadVersion';
import type { Sink } from '../transport/model';
import { TransferSpeed } from './transferSpeed';

/** What is told of a sink. */
export interface SinkWatch {
  /** Bytes there will be, where it is known. */
  total: number | undefined;
  /** Told a few times a second. */
  onProgress?: ((progress: DownloadProgress) => void) | undefined;
  clock?: Clock | undefined;
  /** Throws for a beginning that is not what was asked for. */
  check?: ((beginning: Uint8Array) => void) | undefined;
}

/** Milliseconds between two tellings of progress. */
const PROGRESS_PAUSE = 200;

/** The same sink, whose progress is told and whose beginning is checked. */
export function watchedSink(sink: Sink, { total, onProgress, clock = Date.now, check }: SinkWatch): Sink {
  const speed = new TransferSpeed(clock);
  const report = throttle<DownloadProgress>(PROGRESS_PAUSE, clock, (now) => onProgress?.(now));
  let received = 0;
  return {
    write: async (chunk) => {
      if (received === 0) {
        check?.(chunk);
      }
      await sink.write(chunk);
      received += chunk.length;
      speed.update(received);
      report({ received, total, ...speed.pace(received, total) }, received === total);
    },
    close: () => sink.close(),
    abort: () => sink.abort(),
  };
}
