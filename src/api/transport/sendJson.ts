import { Failure, type FailureFacts } from '../failure';
import type { JsonResponse, Header, TransportRequest } from './model';
import type { RequestPipeline } from './pipeline';

/** `Transport.send`. */
export async function sendJson(pipeline: RequestPipeline, request: TransportRequest): Promise<JsonResponse> {
  const {
    method,
    base,
    path,
    query,
    bearer,
    signal,
    timeout = 30_000,
    maxBytes = 50 * 1024 * 1024,
  } = request;
  const url = new URL(base + path);
  url.search = new URLSearchParams(query).toString();
  const { type, body } = encodeBody(request);
  const headers: Header[] = type === undefined ? [] : [['Content-Type', type]];
  const shown = base + path;
  const follows = () => true;
  return pipeline.run(
    { method, url, shown, headers, body, bearer, follows, signal, timeout },
    async (response) => {
      if (!response.isGood) {
        throw await response.failure(url.host, pipeline.clock());
      }
      const { status } = response;
      const serverTime = Date.parse(response.header('date') ?? '');
      const clockSkew = Number.isNaN(serverTime) ? undefined : serverTime - pipeline.clock();
      const bytes = await response.wholeBytes(maxBytes, url.host);
      const contentType = response.header('content-type') ?? '';
      return { status, body: parseBody(bytes, { host: url.host, status, contentType }), clockSkew };
    },
  );
}

function encodeBody({ form, json }: TransportRequest): { type?: string; body?: string } {
  if (form) {
    const body = new URLSearchParams(form).toString();
    return { type: 'application/x-www-form-urlencoded;charset=utf-8', body };
  }
  return json === undefined ? {} : { type: 'application/json', body: JSON.stringify(json) };
}

function parseBody(body: Buffer, facts: FailureFacts): unknown {
  const text = new TextDecoder().decode(body);
  if (text.trim() === '') {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure('unreadableAnswer', facts);
  }
}
