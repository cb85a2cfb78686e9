import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RawRequest {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
  bytes: Buffer;
}

export type Handler = (response: ServerResponse, request: RawRequest, nth: number) => void;

/** Gets a request as it begins, with its body still to come. */
export type LiveHandler = (response: ServerResponse, message: IncomingMessage) => void;

/** A bare HTTP server for what the sandbox cannot do: raw faults, and answers that wait for the test. */
export class RawServer {
  readonly requests: RawRequest[] = [];
  /** Connections that were opened, the closed ones included. */
  connections = 0;
  private live: LiveHandler | undefined;
  private readonly server: Server;

  private constructor(public handler: Handler) {
    this.server = createServer((message, response) => {
      if (this.live) {
        this.live(response, message);
        return;
      }
      const chunks: Buffer[] = [];
      message.on('data', (chunk: Buffer) => chunks.push(chunk));
      message.on('end', () => {
        const { method = '', url = '', headers } = message;
        const bytes = Buffer.concat(chunks);
        const request = { method, url, headers, bytes, body: bytes.toString() };
        this.requests.push(request);
        this.handler(response, request, this.requests.length);
      });
    });
    this.server.on('connection', () => this.connections++);
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
    this.live = undefined;
  }

  /** Lets a test read bodies itself from now on. */
  answerLive(handler: LiveHandler): void {
    this.answer(this.handler);
    this.live = handler;
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
