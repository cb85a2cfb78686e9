import { safeAddress } from './checks';
import type { TextResponse, TextRequest } from './model';
import type { RequestPipeline } from './pipeline';

/** `Transport.fetchText`. */
export async function fetchText(pipeline: RequestPipeline, request: TextRequest): Promise<TextResponse> {
  const { bearer, maxBytes, signal, timeout = 30_000 } = request;
  const url = safeAddress(request.url);
  const headers = Object.entries(request.headers ?? {});
  const follows = (to: URL) => bearer === undefined || to.origin === url.origin;
  const shown = url.origin + url.pathname;
  return pipeline.run(
    { method: 'GET', url, shown, headers, bearer, follows, signal, timeout },
    async (response) => {
      if (!response.isGood && response.status !== 304) {
        throw await response.failure(url.host, pipeline.clock());
      }
      const text = new TextDecoder().decode(await response.wholeBytes(maxBytes, url.host));
      return { status: response.status, headers: response.headers, text, url: response.url.href };
    },
  );
}
