import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived, to the byte. */
export interface Arrived {
  method: string | undefined;
  url: string | undefined;
  /** By their names in lower case. */
  headers: ReadonlyMap<string, string>;
  body: Buffer;
}

/** Answers 200 to everything and remembers it. */
export class EchoServer {
  readonly arrived: Arrived[] = [];
  private readonly server: Server;

  private constructor() {
    this.server = createServer((message, response) => {
      const chunks: Buffer[] = [];
      message.on('data', (chunk: Buffer) => chunks.push(chunk));
      message.on('end', () => {
        const { method, url, rawHeaders } = message;
        this.arrived.push({ method, url, headers: headersOf(rawHeaders), body: Buffer.concat(chunks) });
        response.end('ok');
      });
    });
  }

  static async start(): Promise<EchoServer> {
    const echo = new EchoServer();
    await new Promise<void>((resolve) => echo.server.listen(0, '127.0.0.1', resolve));
    return echo;
  }

  /** With a path, as self-hosted servers may have. */
  get base(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/sub/path`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** Node's own object of them would lose a `__proto__`. */
function headersOf(raw: readonly string[]): Map<string, string> {
  const headers = new Map<string, string>();
  for (let nth = 0; nth < raw.length; nth += 2) {
    const name = raw[nth]?.toLowerCase() ?? '';
    const before = headers.get(name);
    headers.set(name, [...(before === undefined ? [] : [before]), raw[nth + 1] ?? ''].join(', '));
  }
  return headers;
}
