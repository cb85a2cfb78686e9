import { failureOfStatus } from '../classify';
import { mediaTypeOf } from '../response/body';
import { isAnybodys, NETWORK_SIGN_IN } from '../responseFailure';
import { Failure } from '../failure';
import { safeAddress } from './checks';
import type { DownloadResponse, DownloadRequest, StoreResponse, StoreRequest } from './model';
import type { IncomingResponse } from './incomingResponse';
import { abortSink } from './abortSink';
import type { RequestPipeline } from './pipeline';

const MAX_RECEIPT_BYTES = 64 * 1024;

/** `Transport.store`. */
export async function store(pipeline: RequestPipeline, request: StoreRequest): Promise<StoreResponse> {
  const { method, body, onSent, signal, timeout = 120_000 } = request;
  const url = safeAddress(request.url, request.plainHttp);
  const headers = Object.entries(request.headers ?? {});
  const asked = { method, url, shown: url.host, headers, body, onSent, signal };
  return pipeline.run({ ...asked, timeout, stepwise: true }, async (response) => {
    checkStatus(response, pipeline.clock());
    await response.bytes(MAX_RECEIPT_BYTES);
    return { status: response.status, headers: response.headers };
  });
}

/** `Transport.download`. */
export async function download(
  pipeline: RequestPipeline,
  request: DownloadRequest,
): Promise<DownloadResponse> {
  const { sink, onReceived, signal, timeout = 60_000 } = request;
  try {
    const url = safeAddress(request.url, request.plainHttp);
    const asked = { method: 'GET', url, shown: url.host, follows: () => true, signal };
    return await pipeline.run({ ...asked, timeout, stepwise: true }, async (response, isLast) => {
      checkStatus(response, pipeline.clock());
      let size = 0;
      for await (const chunk of response.body()) {
        // The sink cannot be begun anew.
        isLast();
        await response.attempt.pauseFor(async () => {
          await sink.write(chunk);
          size += chunk.length;
          onReceived?.(size, response.length);
        });
      }
      await response.attempt.pauseFor(() => sink.close());
      return { size, headers: response.headers };
    });
  } catch (error) {
    await abortSink(sink);
    throw error;
  }
}

/**
 * Without the words of the storage, which may repeat what was signed. Storages answer in XML or in nothing, and no
 * version is a web page: one is of whoever stands before the storage.
 */
function checkStatus(response: IncomingResponse, now: number): void {
  const { status, url } = response;
  const facts = { host: url.host, ...response.retryAfter(now) };
  const type = mediaTypeOf(response.header('content-type'));
  const isPage = type === 'text/html' || type === 'application/xhtml+xml';
  if (status === NETWORK_SIGN_IN || (isPage && !isAnybodys(status))) {
    throw new Failure('foreignResponse', { ...facts, status, ...(isPage && { contentType: 'text/html' }) });
  }
  if (response.isGood) {
    return;
  }
  // A signed address has no session that could have expired.
  throw status === 401 ? new Failure('forbidden', { ...facts, status }) : failureOfStatus(status, facts);
}
