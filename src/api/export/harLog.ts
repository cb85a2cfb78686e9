import type { Redactor } from '../../support/redact';
import { MASK } from '../../support/redact';
import { isSecretName } from '../../support/redaction/secretNames';
import { encodeValue } from '../request/encoding';
import { requestHeader } from '../request/headers';
import { isJson } from '../request/mediaTypes';
import type { HttpRequest } from '../request/request';
import { bodyKind, decodeBody } from '../response/body';
import { looksLikeGuid } from '../response/idNames';
import { maskJson } from '../response/maskJson';
import { presentText } from '../response/presentText';
import { responseHeader } from '../response/responseHeaders';
import type { HttpResponse } from '../transport/model';

/** A request that was sent, and all of it while it is in memory. */
export interface SentExchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** When its response came, in milliseconds since 1970. */
  readonly at: number;
  readonly request?: HttpRequest;
  readonly response?: HttpResponse;
}

/** What a log says of itself, and the sentences of its comments, which the caller translates. */
export interface HarOptions {
  /** Address of the account's API. */
  readonly base: string;
  readonly creator: { readonly name: string; readonly version: string };
  readonly redactor: Redactor;
  readonly comments: {
    /** Of the whole: that secrets are masked. */
    readonly masked: string;
    /** That of a request no more is remembered. */
    readonly remembered: string;
    /** That its body is not in it. */
    readonly withoutBody: string;
  };
}

interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/**
 * Requests that were sent, oldest first, as an HTTP Archive 1.2. Headers of credentials are left out, secrets are masked
 * by name, shape and value, and of an address elsewhere there is the host alone.
 */
export function harLog(exchanges: readonly SentExchange[], options: HarOptions): object {
  const entries = [...exchanges].sort((a, b) => a.at - b.at).map((exchange) => entryOf(exchange, options));
  return {
    log: { version: '1.2', creator: options.creator, entries, comment: options.comments.masked },
  };
}

function entryOf(exchange: SentExchange, options: HarOptions): object {
  const { at, request, response } = exchange;
  const time = response?.durationMs ?? 0;
  return {
    startedDateTime: new Date(at - time).toISOString(),
    time,
    request: requestOf(exchange, options),
    response: responseOf(exchange, options),
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    ...(!request && { comment: options.comments.remembered }),
  };
}

function requestOf({ method, path, request }: SentExchange, { base, redactor }: HarOptions): object {
  const query = (request?.query ?? []).map(([name, value]) => ({
    name: redactor.redact(name),
    value: maskValue(name, value, redactor),
  }));
  const pairs = query.map(({ name, value }) => `${encodeValue(name)}=${encodeValue(value)}`);
  const body = request && bodyTextOf(request);
  const mimeType = (request && requestHeader(request, 'content-type')) ?? '';
  return {
    method,
    url: `${base}${maskPath(path, redactor)}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: headersOf(request?.headers ?? [], redactor),
    queryString: query,
    ...(body !== undefined && { postData: { mimeType, text: maskText(body, mimeType, redactor) } }),
    headersSize: -1,
    bodySize: body === undefined ? (request ? 0 : -1) : Buffer.byteLength(body),
  };
}

function responseOf({ status, response }: SentExchange, options: HarOptions): object {
  const { redactor } = options;
  const headers = response?.headers ?? [];
  return {
    status,
    statusText: redactor.redact(response?.statusText ?? ''),
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: headersOf(headers, redactor),
    content: contentOf(response, options),
    redirectURL: hostIn(responseHeader(headers, 'location') ?? ''),
    headersSize: -1,
    bodySize: response?.size ?? -1,
  };
}

function contentOf(response: HttpResponse | undefined, { redactor, comments }: HarOptions): object {
  if (!response) {
    return { size: 0, mimeType: '', comment: comments.withoutBody };
  }
  const { body, size, streamed, packed } = response;
  const mimeType = responseHeader(response.headers, 'content-type') ?? '';
  const kind = streamed || packed ? 'binary' : bodyKind(mimeType, body);
  const text = kind === 'json' || kind === 'text' ? decodeBody(body, mimeType) : undefined;
  return {
    size,
    mimeType,
    ...(text !== undefined && {
      text: kind === 'json' ? maskJson(text, redactor).text : maskText(text, mimeType, redactor),
    }),
    ...(kind === 'binary' && { comment: comments.withoutBody }),
  };
}

/** Of files in it their names alone. */
function bodyTextOf({ body, parts }: HttpRequest): string | undefined {
  return parts ? parts.map((part) => (typeof part === 'string' ? part : `< ${part.file}`)).join('') : body;
}

function maskText(text: string, mimeType: string, redactor: Redactor): string {
  return isJson(mimeType) ? maskJson(text, redactor).text : presentText(text, mimeType, redactor);
}

/** Without those of credentials, whatever they are called. */
function headersOf(
  headers: readonly (readonly [name: string, value: string])[],
  redactor: Redactor,
): NamedValue[] {
  return headers
    .filter(([name]) => !/cookie|authorization/i.test(name) && !isSecretName(name))
    .map(([name, value]) => ({
      name,
      value: /^(?:content-)?location$|^link$|^refresh$|^referer$/i.test(name)
        ? hostIn(value)
        : redactor.redact(value),
    }));
}

/** Also what stands behind the name of a secret, as in `/reset-token/x7`, unless it is an id or a word. */
function maskPath(path: string, redactor: Redactor): string {
  let before = '';
  const segments = redactor
    .redact(path)
    .split('/')
    .map((segment) => {
      const isSecret =
        isSecretName(before) && !looksLikeGuid(segment) && !/^(?:[a-z-]*|\d{1,9})$/.test(segment);
      before = segment;
      return isSecret ? MASK : segment;
    });
  return segments.join('/').replaceAll(MASK, encodeValue(MASK));
}

function maskValue(name: string, value: string, redactor: Redactor): string {
  return value !== '' && isSecretName(name) ? MASK : redactor.redact(value);
}

/** A signed address is a secret: of one there is the host. */
function hostIn(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : '';
}
