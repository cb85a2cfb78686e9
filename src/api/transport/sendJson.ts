import { momentIn } from '../../support/moment';
import { Failure, type FailureFacts } from '../failure';
import { foreignTypeOf } from '../foreignResponse';
import { decodeBody } from '../response/body';
import { isBelow } from './checks';
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
  const home = new URL(base);
  // Not to another origin without the token, either: what comes from there is shown as this server's.
  const follows = (to: URL) => isBelow(home, to);
  return pipeline.run(
    { method, url, shown, headers, body, bearer, follows, signal, timeout },
    async (response) => {
      if (!response.isGood) {
        throw await response.failure(pipeline.clock());
      }
      const { status } = response;
      const serverTime = momentIn(response.header('date'));
      const clockSkew = serverTime === undefined ? undefined : serverTime - pipeline.clock();
      const bytes = await response.wholeBytes(maxBytes, url.host);
      const type = response.contentType;
      const { unknown: coding } = response.packing;
      const facts = { host: url.host, status, ...(coding !== undefined && { coding }) };
      return { status, body: parseBody(bytes, type, facts), clockSkew };
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

/** What is called JSON, and is not quite, is the server's own; anything else that is none is not (api/README 1.6). */
function parseBody(body: Buffer, type: string | undefined, facts: FailureFacts): unknown {
  const text = decodeBody(body, type);
  if (text.trim() === '') {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    const contentType = foreignTypeOf(type, text) ?? '';
    if (facts.coding !== undefined && contentType !== 'text/html') {
      throw new Failure('unreadableAnswer', { ...facts, contentType, code: 'UNKNOWN_CODING' });
    }
    const isOwn = /[/+]json$/.test(contentType);
    throw new Failure(isOwn ? 'unreadableAnswer' : 'foreignResponse', { ...facts, contentType });
  }
}
