import { Failure, isFailure } from '../failure';
import { isBelow, targetBelow } from './checks';
import type { BodyFollower, EarlyEnd, HttpExchangeRequest, HttpResponse, ResponseHead, Sink } from './model';
import type { IncomingResponse } from './incomingResponse';
import { abortSink } from './abortSink';
import type { RequestPipeline } from './pipeline';

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
  // A file takes as long as its line is slow.
  const stepwise = typeof request.body === 'object' && 'stream' in request.body;
  let came: HttpResponse | undefined;
  try {
    return await pipeline.run(
      { ...asked, url, shown, follows, timeout, stepwise },
      async (response, isLast) => {
        if (request.partial) {
          // From here on it is no wait for a response, but for more of it.
          response.attempt.deadline.forEachStep();
        }
        const body = new ReceivedBody(response, request, maxBytes, isLast);
        try {
          await body.read(url.host);
        } catch (error) {
          const isOurs = isFailure(error) || request.signal?.aborted;
          came =
            request.partial && isOurs && body.isWorthShowing
              ? body.response(reasonOf(error, request.signal))
              : undefined;
          throw error;
        }
        return body.response();
      },
    );
  } catch (error) {
    // The last attempt may have had no response at all: then it is what the one before had.
    if (came) {
      return came;
    }
    throw error;
  }
}

/** The body of one response, as far as it has come. */
class ReceivedBody {
  private readonly head: ResponseHead;
  private readonly follower: BodyFollower | undefined;
  private readonly kept: Buffer[] = [];
  private size = 0;
  private sink: Sink | undefined;
  private overflowed = false;
  private full = false;
  private followed = false;

  constructor(
    private readonly incoming: IncomingResponse,
    private readonly request: HttpExchangeRequest,
    private readonly maxBytes: number,
    private readonly isLast: () => void,
  ) {
    const { status, statusText, headers, length } = incoming;
    this.head = { status, statusText, headers, ...(length !== undefined && { contentLength: length }) };
    this.follower = this.endsAtLimit
      ? undefined
      : request.follow?.(this.head, () => {
          this.followed = true;
          isLast();
        });
  }

  /** Of a 401 nobody is asked for a file: what matters is another token. */
  private get endsAtLimit(): boolean {
    return this.head.status === 401;
  }

  /** Not what a person was asked about as too large to be shown, unless it is shown already. */
  get isWorthShowing(): boolean {
    return !this.sink && (!this.overflowed || this.followed);
  }

  response(earlyEnd: EarlyEnd | undefined = this.full ? 'full' : undefined): HttpResponse {
    const { status, statusText, headers } = this.head;
    const { attempt, packing } = this.incoming;
    // Said to be packed, and nothing of it could be unpacked: then it is what it is.
    const received = earlyEnd && this.size === 0 ? this.incoming.received : undefined;
    const body = received ?? Buffer.concat(this.kept).subarray(0, this.maxBytes);
    const coding = received ? packing.codings.join(', ') : packing.unknown;
    const endsEarly = earlyEnd && !(received && earlyEnd === 'damaged');
    return {
      status,
      statusText,
      headers,
      body,
      size: this.sink ? this.size : body.length,
      durationMs: Math.round(attempt.elapsed),
      streamed: this.sink !== undefined,
      ...(endsEarly && { earlyEnd }),
      ...(coding !== undefined && { packed: { coding, known: received !== undefined } }),
    };
  }

  /** To memory, or, once it is too large for that, from its first byte on into a sink. */
  async read(host: string): Promise<void> {
    const { attempt } = this.incoming;
    try {
      for await (const chunk of this.incoming.body()) {
        attempt.deadline.step();
        this.size += chunk.length;
        this.follower?.onChunk(chunk);
        if (this.follower?.isKept === false) {
          continue;
        }
        this.kept.push(chunk);
        if (this.size > this.maxBytes) {
          if (this.endsAtLimit || this.follower?.endless) {
            this.full = true;
            return;
          }
          const place = (this.sink ??= await this.openSink(host));
          for (const next of this.kept.splice(0)) {
            await attempt.pauseFor(() => place.write(next));
          }
        }
      }
      const { sink } = this;
      if (sink) {
        await attempt.pauseFor(() => sink.close());
      }
    } catch (error) {
      await abortSink(this.sink);
      throw error;
    }
  }

  private async openSink(host: string): Promise<Sink> {
    const { overflow } = this.request;
    const { attempt } = this.incoming;
    this.overflowed = true;
    // It is asked for a place once.
    this.isLast();
    if (!overflow) {
      throw new Failure('unreadableAnswer', { host, code: 'TOO_LARGE' });
    }
    const sink = await attempt.pauseFor(async () => {
      const chosen = await overflow(this.head);
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
}

function reasonOf(error: unknown, signal: AbortSignal | undefined): EarlyEnd {
  if (signal?.aborted || isFailure(error, 'cancelled')) {
    return 'cancelled';
  }
  if (isFailure(error, 'timeout')) {
    return 'stalled';
  }
  return isFailure(error) && error.facts.code === 'DAMAGED' ? 'damaged' : 'lost';
}
