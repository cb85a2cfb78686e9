/**
 * A proxy as companies have it: CONNECT only, sometimes with a password. It connects the invented names of a test to
 * this machine and nothing else to anywhere, so no test can leave the machine through it.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { domain } from '../tls/cases';

export interface SeenConnect {
  /** `api.appcircle.test:41234` */
  target: string;
  /** What the proxy answered. */
  status: number;
  /** In lower case. */
  headerNames: string[];
}

export interface ProxyRule {
  /** `name:password` that has to come with each request; others get 407. */
  credentials?: string;
  /** Answers every CONNECT with this status instead of connecting. */
  refuseWith?: number;
}

export class ConnectProxy {
  /** Tunnels that were asked for to hosts of the company, oldest first; the editor's own are not among them. */
  readonly connects: SeenConnect[] = [];
  /** Requests that were not CONNECT, by method and address: there shall be none. */
  readonly plain: string[] = [];
  /** What a client sent after it had been refused: there shall be nothing. */
  afterRefusal = '';
  rule: ProxyRule = {};

  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      this.plain.push(`${request.method ?? ''} ${request.url ?? ''}`);
      response.writeHead(405).end();
    });
    this.server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => this.sockets.delete(socket));
    });
    this.server.on('connect', (request: IncomingMessage, socket: Socket) => {
      this.tunnel(request, socket);
    });
  }

  static async start(): Promise<ConnectProxy> {
    const proxy = new ConnectProxy();
    proxy.server.listen(0, '127.0.0.1');
    await once(proxy.server, 'listening');
    return proxy;
  }

  /** `http://127.0.0.1:41235`, for `http.proxy`. */
  address(credentials?: string): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://${credentials ? `${credentials}@` : ''}127.0.0.1:${port}`;
  }

  /** Hosts that a tunnel was asked for, without port, each once. */
  get hosts(): string[] {
    return [...new Set(this.connects.map(({ target }) => target.split(':')[0] ?? ''))];
  }

  forget(): void {
    this.connects.length = 0;
    this.plain.length = 0;
    this.afterRefusal = '';
  }

  /** Ends every tunnel, so that a client has to ask again. */
  dropConnections(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.dropConnections();
    await closed;
  }

  private tunnel(request: IncomingMessage, socket: Socket): void {
    const target = request.url ?? '';
    const [host = '', port = ''] = target.split(':');
    const ours = host === domain || host.endsWith(`.${domain}`);
    const status = this.result(request, ours);
    if (ours) {
      this.connects.push({ target, status, headerNames: Object.keys(request.headers) });
    }
    if (status !== 200) {
      refuse(socket, status);
      socket.on('data', (chunk: Buffer) => (this.afterRefusal += chunk.toString('latin1')));
      return;
    }
    const upstream = connect(Number(port), '127.0.0.1');
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
    upstream.once('connect', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    socket.once('close', () => upstream.destroy());
    upstream.once('close', () => socket.destroy());
  }

  private result({ headers }: IncomingMessage, ours: boolean): number {
    const { credentials, refuseWith } = this.rule;
    const wanted = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`;
    if (wanted && headers['proxy-authorization'] !== wanted) return 407;
    return refuseWith ?? (ours ? 200 : 403);
  }
}

/** As proxies do: with a page for people in it. */
function refuse(socket: Socket, status: number): void {
  const page = '<!doctype html><title>Fernweh network</title><p>This request was stopped by the proxy.';
  const lines = [
    `HTTP/1.1 ${status} Refused`,
    ...(status === 407 ? ['Proxy-Authenticate: Basic realm="Fernweh"'] : []),
    'Content-Type: text/html',
    `Content-Length: ${Buffer.byteLength(page)}`,
    'Connection: close',
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n${page}`);
  setTimeout(() => socket.end(), 50);
}
