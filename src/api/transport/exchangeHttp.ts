import { Failure } from '../failure';
import { isBelow, targetBelow } from './checks';
import type { HttpExchangeRequest, HttpResponse, Sink } from './model';
import type { IncomingResponse } from './incomingResponse';
import { abortSink } from './abortSink';
import type { RequestPipeline } from './pipeline';

type ReadBody = Pick<HttpResponse, 'body' | 'size' | 'streamed' | 'truncated'>;

/** Sends one request of a person and reads its response, whatever its status: `Transport.sendHttp`. */
export async function exchangeHttp(
  pipeline: RequestPipeline,
  request: HttpExchangeRequest,
): Promise<HttpResponse> {
  const { base, target, timeout = 120_000, maxBytes = 50 * 1024 * 1024, ...asked } = request;
  const url = targetBelow(base, target);
  const home = new URL(base);
  const shown = base + (target.split('?')[0] ?? '');
  // Not to another origin without the token, either: a person asked this server, and sees what it says.
  const follows = (to: URL) => isBelow(home, to);
  return pipeline.run({ ...asked, url, shown, follows, timeout }, async (response, isLast) => {
    const { status, statusText, headers, attempt } = response;
    const open = () => {
      // It is asked for a place once.
      isLast();
      return openSink(request, response, url.host);
    };
    const taken = await (status === 401
      ? readBeginning(response, maxBytes)
      : readAll(response, maxBytes, open));
    return { status, statusText, headers, ...taken, durationMs: Math.round(attempt.elapsed) };
  });
}

async function readBeginning(response: IncomingResponse, maxBytes: number): Promise<ReadBody> {
  const { bytes, whole } = await response.bytes(maxBytes);
  return { body: bytes, size: bytes.length, streamed: false, truncated: !whole };
}

/** The body in memory, or, once it is too large for that, from its first byte on in a sink. */
async function readAll(
  response: IncomingResponse,
  maxBytes: number,
  open: () => Promise<Sink>,
): Promise<ReadBody> {
  const kept: Buffer[] = [];
  let size = 0;
  let sink: Sink | undefined;
  try {
    for await (const chunk of response.body()) {
      size += chunk.length;
      kept.push(chunk);
      if (size > maxBytes) {
        const place = (sink ??= await open());
        for (const next of kept.splice(0)) {
          await response.attempt.pauseFor(() => place.write(next));
        }
      }
    }
    const filled = sink;
    if (filled) {
      await response.attempt.pauseFor(() => filled.close());
    }
  } catch (error) {
    await abortSink(sink);
    throw error;
  }
  return { body: Buffer.concat(kept), size, streamed: sink !== undefined, truncated: false };
}

async function openSink(
  { overflow }: HttpExchangeRequest,
  response: IncomingResponse,
  host: string,
): Promise<Sink> {
  const { status, headers, length, attempt } = response;
  if (!overflow) {
    throw new Failure('unreadableAnswer', { host, code: 'TOO_LARGE' });
  }
  const sink = await attempt.pauseFor(async () => {
    const chosen = await overflow({
      status,
      headers,
      ...(length !== undefined && { contentLength: length }),
    });
    if (attempt.signal.aborted) {
      await abortSink(chosen);
    }
    return chosen;
  });
  if (!sink) {
    throw new Failure('cancelled', { host });
  }
  attempt.deadline.forEachStep();
  return sink;
}
