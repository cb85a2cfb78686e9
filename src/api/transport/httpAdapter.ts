// By these names: the extension host puts its own in the place of `http` and `https`, not of `node:http` (R18).
import http, { type ClientRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'http';
import https from 'https';
import { addAbortSignal, type Readable } from 'node:stream';
import { urlToHttpOptions } from 'node:url';
import { abortable } from '../../support/time';

/** What of a request the library has made ready to be sent. */
export interface PreparedRequest {
  url?: string;
  method?: string;
  headers: { toJSON: () => object };
  data?: unknown;
  signal?: unknown;
}

/** A response whose body is still to be read. */
export interface UnreadResponse {
  message: IncomingMessage;
  request: ClientRequest;
}

/**
 * The adapter by which axios sends. Its own also has redirects, proxies, HTTP/2, unpacking and limits, none of which
 * is wanted here, and takes several times as long to load (R30).
 */
export function sendOverHttp(prepared: PreparedRequest): Promise<UnreadResponse> {
  const url = new URL(prepared.url ?? '');
  const { method = 'GET', data } = prepared;
  const signal = prepared.signal as AbortSignal | undefined;
  const headers = sendable(prepared.headers.toJSON());
  if (Buffer.isBuffer(data)) {
    // Node announces the length of some methods only.
    headers['Content-Length'] = data.length;
  }
  const responded = new Promise<UnreadResponse>((resolve, reject) => {
    const options = { ...urlToHttpOptions(url), method: method.toUpperCase(), headers, signal };
    const request = (url.protocol === 'https:' ? https : http).request(options, (message) => {
      // Else whoever reads a body that has come already would take what is left of it for the whole.
      if (signal) addAbortSignal(signal, message);
      resolve({ message, request });
    });
    request.on('error', reject);
    request.setSocketKeepAlive(true, 60_000);
    if (Buffer.isBuffer(data) || data === undefined) {
      request.end(data);
    } else {
      // No pipeline: it would end the body with an error of the request, as if it were the body's own.
      const body = data as Readable;
      body.once('error', (error) => request.destroy(error));
      body.pipe(request);
    }
  });
  // A request that waits for the editor to find a proxy does not notice by itself.
  return abortable(responded, signal);
}

/** Without characters that a header cannot have: a token is the word of a server. */
function sendable(headers: object): OutgoingHttpHeaders {
  const clean = (value: unknown) => String(value).replace(/[^\t\x20-\x7e\x80-\xff]/g, '');
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(clean) : clean(value),
    ]),
  );
}
