import { failureOfStatus } from '../classify';
import { Failure } from '../failure';
import { safeAddress } from './checks';
import type { DownloadAnswer, DownloadRequest, StoreAnswer, StoreRequest } from './model';
import type { Reply } from './incomingResponse';
import { giveUp } from './abortSink';
import type { Wire } from './pipeline';

const LARGEST_RECEIPT = 64 * 1024;

/** `Transport.store`. */
export async function store(wire: Wire, request: StoreRequest): Promise<StoreAnswer> {
  const { method, body, sent, signal, timeout = 120_000 } = request;
  const url = safeAddress(request.url, request.plainHttp);
  const headers = Object.entries(request.headers ?? {});
  const asked = { method, url, shown: url.host, headers, body, sent, signal };
  return wire.run({ ...asked, timeout, stepwise: true }, async (reply) => {
    checkStatus(reply, wire.clock());
    await reply.bytes(LARGEST_RECEIPT);
    return { status: reply.status, headers: reply.headers };
  });
}

/** `Transport.download`. */
export async function download(wire: Wire, request: DownloadRequest): Promise<DownloadAnswer> {
  const { sink, received, signal, timeout = 60_000 } = request;
  try {
    const url = safeAddress(request.url, request.plainHttp);
    const asked = { method: 'GET', url, shown: url.host, follows: () => true, signal };
    return await wire.run({ ...asked, timeout, stepwise: true }, async (reply, isLast) => {
      checkStatus(reply, wire.clock());
      let size = 0;
      for await (const chunk of reply.body()) {
        // The sink cannot be begun anew.
        isLast();
        await reply.flight.outside(async () => {
          await sink.write(chunk);
          size += chunk.length;
          received?.(size, reply.length);
        });
      }
      await reply.flight.outside(() => sink.close());
      return { size, headers: reply.headers };
    });
  } catch (error) {
    await giveUp(sink);
    throw error;
  }
}

/** Without the words of the storage, which may repeat what was signed. */
function checkStatus(reply: Reply, now: number): void {
  if (reply.isGood) {
    return;
  }
  const { status, url } = reply;
  const facts = { host: url.host, ...reply.retryAfter(now) };
  // A signed address has no session that could have expired.
  throw status === 401 ? new Failure('forbidden', { ...facts, status }) : failureOfStatus(status, facts);
}
