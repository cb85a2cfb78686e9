import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RawRequest {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export type Handler = (response: ServerResponse, request: RawRequest, nth: number) => void;

/** A bare HTTP server for what the sandbox cannot do: raw faults, and answers that wait for the test. */
export class RawServer {
  readonly requests: RawRequest[] = [];
  private readonly server: Server;

  private constructor(public handler: Handler) {
    this.server = createServer((message, response) => {
      let body = '';
      message.setEncoding('utf8');
      message.on('data', (chunk: string) => (body += chunk));
      message.on('end', () => {
        const { method = '', url = '', headers } = message;
        const request = { method, url, headers, body };
        this.requests.push(request);
        this.handler(response, request, this.requests.length);
      });
    });
  }

  static async start(handler: Handler = (response) => response.end('{}')): Promise<RawServer> {
    const raw = new RawServer(handler);
    await new Promise<void>((resolve) => raw.server.listen(0, '127.0.0.1', resolve));
    return raw;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Forgets what was asked, and answers in another way from now on. */
  answer(handler: Handler): void {
    this.requests.length = 0;
    this.handler = handler;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Handler =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
