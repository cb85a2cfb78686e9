/**
 * The TLS server that a self-hosted Appcircle stands behind: it ends TLS with the certificate that the asked name
 * calls for, and passes the request on to the sandbox.
 */
import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createSecureContext } from 'node:tls';
import { createProxyServer } from 'httpxy';
import { domain, type CertificateCase, type Shown } from './cases';

export interface TlsFrontOptions {
  shown: Record<CertificateCase, Shown>;
  /** Where requests go: `api.…` to the first, `auth.…` to the second. Other names are answered with 404. */
  apiEndpoint: string;
  authEndpoint: string;
}

export interface SeenRequest {
  /** With the port, as the `Host` header has it. */
  host: string;
  method: string;
  path: string;
  /** In lower case. */
  headerNames: string[];
}

export class TlsFront {
  /** What reached it through TLS, oldest first. */
  readonly requests: SeenRequest[] = [];
  /** Shown to names that belong to no case: `localhost`, `api.appcircle.test`. */
  certificate: CertificateCase = 'good';
  /** Only below this path there is an Appcircle; it is cut off before the sandbox is asked. */
  subPath = '';

  private readonly passing = createProxyServer({ xfwd: false });
  private readonly sockets = new Set<Duplex>();
  private readonly server: Server;

  private constructor(private readonly options: TlsFrontOptions) {
    this.server = createServer(
      {
        SNICallback: (name, done) => {
          done(null, createSecureContext(options.shown[this.caseOf(name)]));
        },
      },
      (request, response) => {
        this.pass(request, response);
      },
    );
    this.server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
  }

  static async start(options: TlsFrontOptions): Promise<TlsFront> {
    const front = new TlsFront(options);
    front.server.listen(0, '127.0.0.1');
    await once(front.server, 'listening');
    return front;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Address of a host of the company, `https://api.expired.appcircle.test:41234`. */
  address(host: 'my' | 'api' | 'auth', of?: CertificateCase): string {
    return `https://${[host, ...(of ? [of] : []), domain].join('.')}:${this.port}`;
  }

  /** Ends connections that a client may keep for its next request, so that it has to shake hands anew. */
  dropConnections(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.dropConnections();
    await closed;
  }

  private caseOf(name: string): CertificateCase {
    const label = name.split('.').at(-3);
    return (
      (Object.keys(this.options.shown).find((one) => one === label) as CertificateCase | undefined) ??
      this.certificate
    );
  }

  private pass(request: IncomingMessage, response: ServerResponse): void {
    const { headers, method = '', url: path = '' } = request;
    this.requests.push({ host: headers.host ?? '', method, path, headerNames: Object.keys(headers) });
    const { apiEndpoint, authEndpoint } = this.options;
    const target = { api: apiEndpoint, auth: authEndpoint }[headers.host?.split('.')[0] ?? ''] ?? apiEndpoint;
    if (!path.startsWith(`${this.subPath}/`)) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<!doctype html><title>404</title>');
      return;
    }
    request.url = path.slice(this.subPath.length);
    this.passing.web(request, response, { target }).catch(() => response.destroy());
  }
}
