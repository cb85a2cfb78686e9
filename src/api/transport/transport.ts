import type { Disposable } from '../../support/emitter';
import type {
  JsonResponse,
  DownloadResponse,
  DownloadRequest,
  HttpExchangeRequest,
  HttpResponse,
  StoreResponse,
  StoreRequest,
  TextResponse,
  TextRequest,
  TransportOptions,
  TransportRequest,
} from './model';
import type { UnreadResponse } from './httpAdapter';
import type { HttpClient, RequestPipeline } from './pipeline';
import type { Redactor } from '../../support/redact';

export type * from './model';

/** Names of routes that a server was found not to have, or says itself that it has. */
export interface KnownRoutes {
  readonly missing: Set<string>;
  readonly described: Set<string>;
}

/**
 * The only place that speaks HTTP. Every error that leaves it is a `Failure`, but for what a caller's own stream or
 * sink throws. All of it is loaded on first use: a start while signed out never needs it (R30).
 */
export class Transport implements Disposable {
  private pipeline: Promise<RequestPipeline> | undefined;
  private ended = false;
  private readonly routes = new Map<string, KnownRoutes>();

  constructor(private readonly options: TransportOptions) {}

  /** What the words of a server go through before they are kept. */
  get redactor(): Redactor {
    return this.options.redactor;
  }

  /** What is known of the routes of a server; whoever finds out adds to it. `base` is its normalised address. */
  routesOf(base: string): KnownRoutes {
    const known = this.routes.get(base) ?? { missing: new Set(), described: new Set() };
    this.routes.set(base, known);
    return known;
  }

  /**
   * Sends a request and gives the JSON of its answer; fails by a status that is not 200 to 299. GET and HEAD are
   * tried again after a passing fault, and follow redirects below the base; nothing else is or does.
   */
  async send(request: TransportRequest): Promise<JsonResponse> {
    const [pipeline, { sendJson: send }] = await Promise.all([this.loadPipeline(), import('./sendJson')]);
    return send(pipeline, request);
  }

  /**
   * Sends a person's request and gives every answer of the server, whatever its status. A GET or HEAD follows
   * redirects below the base, and is sent again after a lost connection as long as nobody was asked for a sink. Fails
   * with `invalidInput` (`REFUSED_ADDRESS`, `REFUSED_HEADER`) before anything is sent.
   */
  async sendHttp(request: HttpExchangeRequest): Promise<HttpResponse> {
    const [pipeline, { exchangeHttp: exchange }] = await Promise.all([
      this.loadPipeline(),
      import('./exchangeHttp'),
    ]);
    return exchange(pipeline, request);
  }

  /** Sends bytes to a signed address, once, without a token, and follows no redirect. Fails by status. */
  async store(request: StoreRequest): Promise<StoreResponse> {
    const [pipeline, { store }] = await Promise.all([this.loadPipeline(), import('./storage')]);
    return store(pipeline, request);
  }

  /** Gets a file by a temporary link, without a token. Fails by status. Tried again until its first byte came. */
  async download(request: DownloadRequest): Promise<DownloadResponse> {
    const [pipeline, { download }] = await Promise.all([this.loadPipeline(), import('./storage')]);
    return download(pipeline, request);
  }

  /** Gets a text, or a 304. Fails by any other status. Tried again after a passing fault; stays with its origin. */
  async fetchText(request: TextRequest): Promise<TextResponse> {
    const [pipeline, { fetchText }] = await Promise.all([this.loadPipeline(), import('./fetchText')]);
    return fetchText(pipeline, request);
  }

  /** Nothing is sent from here on: whoever asks is told `cancelled`. */
  dispose(): void {
    this.ended = true;
    void this.pipeline?.then((pipeline) => {
      pipeline.end();
    });
  }

  private loadPipeline(): Promise<RequestPipeline> {
    this.pipeline ??= Promise.all([this.loadHttpClient(), import('./pipeline')]).then(
      ([ask, { RequestPipeline }]) => {
        const pipeline = new RequestPipeline(this.options, ask);
        if (this.ended) {
          pipeline.end();
        }
        return pipeline;
      },
    );
    return this.pipeline;
  }

  /** What it fails with may carry headers and bodies: `Attempt.toThrown` lets none of it out. */
  private async loadHttpClient(): Promise<HttpClient> {
    const [{ default: axios }, { sendOverHttp }] = await Promise.all([
      import('axios'),
      import('./httpAdapter'),
    ]);
    const http = axios.create({
      adapter: async (config) => {
        const data = await sendOverHttp(config);
        return { data, status: data.message.statusCode ?? 0, statusText: '', headers: {}, config };
      },
      headers: {
        Accept: 'application/json',
        'Accept-Encoding': 'gzip, br',
        'User-Agent': this.options.userAgent,
        // None is guessed.
        'Content-Type': false,
      },
    });
    return async (asked) => (await http.request<UnreadResponse>(asked)).data;
  }
}
