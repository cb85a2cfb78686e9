import type { Clock } from '../../support/time';
import type { ApiClient } from '../client';
import type { DownloadProgress } from '../distribution/downloadVersion';
import { isFailure } from '../failure';
import { watchedSink } from '../files/watchedSink';
import { abortSink } from '../transport/abortSink';
import type { ResponseHead, Sink } from '../transport/model';
import { askForResponse } from './askForResponse';

/** Where the bytes of a response go. */
export interface StreamOptions {
  /** Called once the server has agreed. What it fails with, and what the sink does, comes out as it is. */
  open: () => Promise<Sink>;
  signal?: AbortSignal | undefined;
  /** Told a few times a second. */
  onProgress?: ((progress: DownloadProgress) => void) | undefined;
  clock?: Clock;
  /** Throws for a beginning that is not what was asked for. */
  check?: (beginning: Uint8Array) => void;
}

/** Below this a response is held in memory first: what says no is short. */
const MAX_HELD_BYTES = 64 * 1024;

/**
 * Streams the response of a GET of the API into a sink, which is closed when all of it is there, else aborted. Gives how
 * many bytes it is, undefined for a 404 and for nothing at all: then no sink was opened.
 */
export async function streamTo(
  client: ApiClient,
  target: string,
  options: StreamOptions,
): Promise<number | undefined> {
  const { signal } = options;
  try {
    const response = await askForResponse(client, {
      method: 'GET',
      target,
      headers: [['Accept', '*/*']],
      maxBytes: MAX_HELD_BYTES,
      overflow: async (head) => (isWanted(head) ? watched(options, head.contentLength) : ignored),
      ...(signal && { signal }),
    });
    if (!response.streamed && response.size > 0) {
      await writeAll(await watched(options, response.size), response.body);
    }
    return response.size || undefined;
  } catch (error) {
    if (isFailure(error, 'notFound') && error.facts.status === 404) {
      return undefined;
    }
    throw error;
  }
}

/** Anything else is a failure, of which no file is made. */
function isWanted({ status, headers }: ResponseHead): boolean {
  const type = headers.find(([name]) => name === 'content-type')?.[1] ?? '';
  return status >= 200 && status <= 299 && !/^\s*(text\/html|application\/xhtml)/i.test(type);
}

/** Takes in what nobody wants. */
const ignored: Sink = {
  write: () => Promise.resolve(),
  close: () => Promise.resolve(),
  abort: () => Promise.resolve(),
};

/** The sink of the caller. */
async function watched({ open, ...watch }: StreamOptions, total: number | undefined): Promise<Sink> {
  return watchedSink(await open(), { ...watch, total });
}

async function writeAll(sink: Sink, bytes: Uint8Array): Promise<void> {
  try {
    await sink.write(bytes);
    await sink.close();
  } catch (error) {
    await abortSink(sink);
    throw error;
  }
}
