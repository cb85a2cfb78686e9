/**
 * What was asked of the sandbox, in order, without the value of any secret.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { carriedBy, withoutSecrets, type Carried, type KnownSecrets } from './carried';
import type { Sessions, TokenState } from './sessions';

export const hostNames = ['api', 'auth', 'mcp', 'storage', 'hook'] as const;

export type HostName = (typeof hostNames)[number];

export interface RecordedRequest {
  /** Counted from 1 since the start; clearing the log does not begin anew. */
  order: number;
  /** Milliseconds since the sandbox started. */
  at: number;
  host: HostName;
  method: string;
  /** Without the query, secrets replaced by `***`. */
  path: string;
  query: string;
  /** What was answered; null while there is no answer, and when there never was one. */
  status: number | null;
  /** Whether the connection ended before the whole answer was out. */
  aborted: boolean;
  /** Id of the fault that answered, if one did. */
  fault: string | null;
  /** In lower case, in the order sent. */
  headerNames: string[];
  userAgent: string | null;
  contentType: string | null;
  /** Bytes that were announced. */
  contentLength: string | null;
  accept: string | null;
  /** Names of the fields of a form or of a JSON object. */
  bodyFields: string[];
  authorization: { scheme: string; state: TokenState; account: string | null } | null;
  carries: Carried;
}

const header = (value: string | string[] | undefined): string | null => value?.toString() ?? null;

export class RequestLog {
  private entries: RecordedRequest[] = [];
  private readonly entryOf = new WeakMap<FastifyRequest, RecordedRequest>();
  private readonly started = Date.now();
  private count = 0;

  constructor(
    private readonly sessions: Sessions,
    private readonly known: () => KnownSecrets,
  ) {}

  /** The request's line and headers are here. */
  begin(host: HostName, request: FastifyRequest, reply: FastifyReply): void {
    this.count += 1;
    const [path = '', query = ''] = request.url.split(/\?(.*)/s);
    const known = this.known();
    const entry: RecordedRequest = {
      order: this.count,
      at: Date.now() - this.started,
      host,
      method: request.method,
      path: withoutSecrets(path, known),
      query: withoutSecrets(query, known),
      status: null,
      aborted: false,
      fault: null,
      headerNames: request.raw.rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase()),
      userAgent: header(request.headers['user-agent']),
      contentType: header(request.headers['content-type']),
      contentLength: header(request.headers['content-length']),
      accept: header(request.headers.accept),
      bodyFields: [],
      authorization: this.authorizationOf(request),
      carries: carriedBy(request, known),
    };
    this.entries.push(entry);
    this.entryOf.set(request, entry);
    // Fastify, each stage that changes a body on its way, and this: a few more than Node takes for a leak.
    reply.raw.setMaxListeners(20);
    reply.raw.once('close', () => {
      entry.aborted = !reply.raw.writableFinished;
      entry.status = reply.raw.headersSent ? reply.raw.statusCode : null;
    });
  }

  /** The request's body is here. */
  seeBody(request: FastifyRequest): void {
    const entry = this.entryOf.get(request);
    if (entry !== undefined) {
      const { body } = request;
      entry.carries = carriedBy(request, this.known());
      entry.bodyFields =
        typeof body === 'object' && body !== null && !Buffer.isBuffer(body) ? Object.keys(body) : [];
    }
  }

  noteFault(request: FastifyRequest, id: string): void {
    const entry = this.entryOf.get(request);
    if (entry !== undefined) {
      entry.fault = id;
    }
  }

  /** Set before the answer leaves, so that a client that has the answer finds it in the log. */
  noteStatus(request: FastifyRequest, status: number): void {
    const entry = this.entryOf.get(request);
    if (entry !== undefined) {
      entry.status = status;
    }
  }

  all(): RecordedRequest[] {
    return structuredClone(this.entries);
  }

  clear(): void {
    this.entries = [];
  }

  private authorizationOf(request: FastifyRequest): RecordedRequest['authorization'] {
    const value = request.headers.authorization;
    if (value === undefined) {
      return null;
    }
    const [scheme, token] = value.includes(' ') ? value.split(/ +(.*)/s) : ['', value];
    return {
      scheme: scheme ?? '',
      state: this.sessions.judge(token ?? ''),
      account: this.sessions.find(token ?? '')?.account.id ?? null,
    };
  }
}
