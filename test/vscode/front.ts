import { randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import path from 'node:path';
import { createProxyServer } from 'httpxy';

export interface FrontOptions {
  /** 0 takes any free port. Browser storage belongs to the origin, so keep the port to keep what is stored. */
  readonly port?: number;
  /** Where the key rests that encrypts stored secrets; made at the first start. */
  readonly keyFile: string;
  /** When given, only a browser that has shown this token gets the key. */
  readonly token?: string;
}

export interface Front {
  readonly origin: string;
  readonly port: number;
  /** Sends everything to VS Code's server on this port from now on. */
  forwardTo(port: number): void;
  /** Lends the key of this file from now on, made where there is none. */
  lendKey(keyFile: string): void;
  stop(): Promise<void>;
}

const keyPath = '/mint-key';
/** Tells the workbench where to ask for the key; it reads this cookie itself. */
const keyCookie = `vscode-secret-key-path=${keyPath}; Path=/; SameSite=Strict`;
/** An empty page of the same origin: browser storage can be read there while no VS Code runs. */
export const emptyPath = '/_front/empty';

/**
 * A small server before VS Code's own. It lends the workbench a secret key, which the bare server does not: without
 * one, SecretStorage forgets at every reload.
 */
export async function startFront({ port = 0, keyFile, token }: FrontOptions): Promise<Front> {
  let key = secretKey(keyFile);
  const proxy = createProxyServer({ ws: true, xfwd: false });
  let target: string | undefined;
  const server = createServer((request, response) => {
    const pathname = request.url?.split('?')[0];
    if (pathname === keyPath) {
      const allowed = token === undefined || holds(request, token);
      response.writeHead(allowed ? 200 : 403, { 'cache-control': 'no-store' }).end(allowed ? key : undefined);
      return;
    }
    if (pathname === emptyPath) {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>empty</title>');
      return;
    }
    if (target === undefined) {
      response.writeHead(503).end('VS Code is starting.');
      return;
    }
    proxy.web(request, response, { target }).catch(() => response.destroy());
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (request, socket: Socket, head) => {
    if (target === undefined) socket.destroy();
    else proxy.ws(request, socket, { target }, head).catch(() => socket.destroy());
  });
  proxy.on('error', () => undefined);
  proxy.on('proxyRes', (answer, request) => {
    if (request.url?.split('?')[0] === '/') {
      answer.headers['set-cookie'] = [keyCookie, ...(answer.headers['set-cookie'] ?? [])];
    }
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The front server got no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    port: address.port,
    forwardTo: (inner) => {
      target = `http://127.0.0.1:${inner}`;
    },
    lendKey: (file) => {
      key = secretKey(file);
    },
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** VS Code's server keeps the token that a browser has shown in this cookie. */
function holds(request: IncomingMessage, token: string): boolean {
  const shown = /(?:^|;\s*)vscode-tkn=([^;]*)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const [a, b] = [Buffer.from(shown), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function secretKey(file: string): Buffer {
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(32), { mode: 0o600 });
  }
  chmodSync(file, 0o600);
  return readFileSync(file);
}
