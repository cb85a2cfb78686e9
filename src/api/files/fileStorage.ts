import { parseUrl } from '../../support/url';
import { Failure } from '../failure';
import { withRetries, type RetryPolicy } from '../retry';
import type {
  DownloadResponse,
  DownloadRequest,
  StoreResponse,
  StoreRequest,
  Transport,
} from '../transport/transport';
import { abortSink } from '../transport/abortSink';

/** Statuses and errors that pass by themselves (api/README 1.6: CLI+, FL, AZ, AZE). */
const passingStatuses = new Set([408, 429, 500, 502, 503, 504]);
const passingCodes = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED']);

/** Five times, beginning with a second (api/README 4.1). */
export const storageRetries: RetryPolicy = {
  attempts: 6,
  firstDelay: 1000,
  maxDelay: 60_000,
  isTransient: ({ kind, facts: { status, code } }) =>
    kind === 'timeout' ||
    (status !== undefined && passingStatuses.has(status)) ||
    (code !== undefined && passingCodes.has(code)),
};

/** How bytes get to an address: each attempt begins anew. */
export type StoredBytes = Omit<StoreRequest, 'plainHttp' | 'onSent'> & {
  /** Told the bytes that went out in this attempt, 1 being the first. */
  onSent?: (bytes: number, attempt: number) => void;
};

/**
 * Where the files of an account lie: signed addresses that its API gave, spoken to without a token (T9). Over https, or
 * as the API itself is; any other address fails with `invalidInput` and the code `REFUSED_ADDRESS`.
 */
export class FileStorage {
  private readonly plainHttp: boolean;

  constructor(
    private readonly transport: Pick<Transport, 'store' | 'download'>,
    /** Normalised base address of the account's API. */
    apiEndpoint: string,
    private readonly retries: RetryPolicy = storageRetries,
  ) {
    this.plainHttp = parseUrl(apiEndpoint)?.protocol === 'http:';
  }

  /** Sends bytes, and sends them again after a passing fault. Fails as `Transport.store` does. */
  async store({ onSent, ...request }: StoredBytes): Promise<StoreResponse> {
    const host = this.requireAllowedHost(request.url);
    let attempt = 0;
    const send = () => {
      const nth = ++attempt;
      return this.transport.store({
        ...request,
        plainHttp: this.plainHttp,
        ...(onSent && {
          onSent: (bytes: number) => {
            onSent(bytes, nth);
          },
        }),
      });
    };
    try {
      return await withRetries(this.retries, send, request.signal);
    } catch (error) {
      throw request.signal?.aborted ? new Failure('cancelled', { host }) : error;
    }
  }

  /** Gets a file. Fails as `Transport.download` does, and like it closes or aborts the sink in any case. */
  async download(request: Omit<DownloadRequest, 'plainHttp'>): Promise<DownloadResponse> {
    try {
      this.requireAllowedHost(request.url);
    } catch (error) {
      await abortSink(request.sink);
      throw error;
    }
    return this.transport.download({ ...request, plainHttp: this.plainHttp });
  }

  /** The transport takes plain http to this machine. A server that is spoken to with TLS has no say in what runs there. */
  private requireAllowedHost(address: string): string {
    const url = parseUrl(address);
    if (url?.protocol === 'https:' || (this.plainHttp && url?.protocol === 'http:')) {
      return url.host;
    }
    throw new Failure('invalidInput', { ...(url && { host: url.host }), code: 'REFUSED_ADDRESS' });
  }
}
