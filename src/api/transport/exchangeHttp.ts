import { Failure } from '../failure';
import { isBelow, targetBelow } from './checks';
import type { ExchangeRequest, RawAnswer, Sink } from './model';
import type { Reply } from './incomingResponse';
import { giveUp } from './abortSink';
import type { Wire } from './pipeline';

type Taken = Pick<RawAnswer, 'body' | 'size' | 'streamed' | 'truncated'>;

/** `Transport.exchange`. */
export async function exchange(wire: Wire, request: ExchangeRequest): Promise<RawAnswer> {
  const { base, target, timeout = 120_000, maxBytes = 50 * 1024 * 1024, ...asked } = request;
  const url = targetBelow(base, target);
  const home = new URL(base);
  const shown = base + (target.split('?')[0] ?? '');
  // Not to another origin without the token, either: a person asked this server, and sees what it says.
  const follows = (to: URL) => isBelow(home, to);
  return wire.run({ ...asked, url, shown, follows, timeout }, async (reply, isLast) => {
    const { status, statusText, headers, flight } = reply;
    const open = () => {
      // It is asked for a place once.
      isLast();
      return opened(request, reply, url.host);
    };
    const taken = await (status === 401 ? begun(reply, maxBytes) : all(reply, maxBytes, open));
    return { status, statusText, headers, ...taken, durationMs: Math.round(flight.took) };
  });
}

async function begun(reply: Reply, maxBytes: number): Promise<Taken> {
  const { bytes, whole } = await reply.bytes(maxBytes);
  return { body: bytes, size: bytes.length, streamed: false, truncated: !whole };
}

/** The body in memory, or, once it is too large for that, from its first byte on in a sink. */
async function all(reply: Reply, maxBytes: number, open: () => Promise<Sink>): Promise<Taken> {
  const kept: Buffer[] = [];
  let size = 0;
  let sink: Sink | undefined;
  try {
    for await (const chunk of reply.body()) {
      size += chunk.length;
      kept.push(chunk);
      if (size > maxBytes) {
        const place = (sink ??= await open());
        for (const next of kept.splice(0)) {
          await reply.flight.outside(() => place.write(next));
        }
      }
    }
    const filled = sink;
    if (filled) {
      await reply.flight.outside(() => filled.close());
    }
  } catch (error) {
    await giveUp(sink);
    throw error;
  }
  return { body: Buffer.concat(kept), size, streamed: sink !== undefined, truncated: false };
}

async function opened({ overflow }: ExchangeRequest, reply: Reply, host: string): Promise<Sink> {
  const { status, headers, length, flight } = reply;
  if (!overflow) {
    throw new Failure('unreadableAnswer', { host, code: 'TOO_LARGE' });
  }
  const sink = await flight.outside(async () => {
    const chosen = await overflow({
      status,
      headers,
      ...(length !== undefined && { contentLength: length }),
    });
    if (flight.signal.aborted) {
      await giveUp(chosen);
    }
    return chosen;
  });
  if (!sink) {
    throw new Failure('cancelled', { host });
  }
  flight.deadline.forEachStep();
  return sink;
}
