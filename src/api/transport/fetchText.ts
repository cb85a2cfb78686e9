import { failureOfStatus } from '../classify';
import { Failure } from '../failure';
import { bodyKind, decodeBody } from '../response/body';
import { safeAddress } from './checks';
import type { TextResponse, TextRequest } from './model';
import type { RequestPipeline } from './pipeline';

/** `Transport.fetchText`. */
export async function fetchText(pipeline: RequestPipeline, request: TextRequest): Promise<TextResponse> {
  const { bearer, maxBytes, signal, timeout = 30_000 } = request;
  const url = safeAddress(request.url);
  const headers = Object.entries(request.headers ?? {});
  // With or without a token: who asked this server sees what it says, and no other connection is made.
  const follows = (to: URL) => to.origin === url.origin;
  const shown = url.origin + url.pathname;
  return pipeline.run(
    { method: 'GET', url, shown, headers, bearer, follows, signal, timeout },
    async (response) => {
      if (!response.isGood && response.status !== 304) {
        throw ownIfMissing(await response.failure(pipeline.clock()));
      }
      const bytes = await response.wholeBytes(maxBytes, url.host);
      const { unknown: coding } = response.packing;
      const type = response.header('content-type');
      // Servers name codings that are none; text is text.
      if (coding !== undefined && bodyKind(type, bytes) === 'binary') {
        throw new Failure('unreadableAnswer', {
          host: url.host,
          status: response.status,
          code: 'UNKNOWN_CODING',
          coding,
        });
      }
      const text = decodeBody(bytes, type);
      return { status: response.status, headers: response.headers, text, url: response.url.href };
    },
  );
}

/** Among pages, one that says that there is none is the server's own. */
function ownIfMissing(failure: Failure): Failure {
  const { status = 0, ...facts } = failure.facts;
  return failure.kind === 'foreignResponse' && [404, 405, 410].includes(status)
    ? failureOfStatus(status, facts)
    : failure;
}
