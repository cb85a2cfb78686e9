import { Failure, type FailureFacts } from '../failure';
import type { Answer, Header, TransportRequest } from './model';
import type { Wire } from './pipeline';

/** `Transport.send`. */
export async function send(wire: Wire, request: TransportRequest): Promise<Answer> {
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
  const { type, body } = written(request);
  const headers: Header[] = type === undefined ? [] : [['Content-Type', type]];
  const shown = base + path;
  const follows = () => true;
  return wire.run({ method, url, shown, headers, body, bearer, follows, signal, timeout }, async (reply) => {
    if (!reply.isGood) {
      throw await reply.failure(url.host, wire.clock());
    }
    const { status } = reply;
    const serverTime = Date.parse(reply.header('date') ?? '');
    const clockSkew = Number.isNaN(serverTime) ? undefined : serverTime - wire.clock();
    const bytes = await reply.wholeBytes(maxBytes, url.host);
    const contentType = reply.header('content-type') ?? '';
    return { status, body: parsed(bytes, { host: url.host, status, contentType }), clockSkew };
  });
}

function written({ form, json }: TransportRequest): { type?: string; body?: string } {
  if (form) {
    const body = new URLSearchParams(form).toString();
    return { type: 'application/x-www-form-urlencoded;charset=utf-8', body };
  }
  return json === undefined ? {} : { type: 'application/json', body: JSON.stringify(json) };
}

function parsed(body: Buffer, facts: FailureFacts): unknown {
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
