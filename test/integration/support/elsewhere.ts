import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A host that the token has no business with. */
export class Elsewhere {
  /** Each request as `GET /path`, with ` + token` where it carried an Authorization header. */
  readonly seen: string[] = [];
  /** What it has to show, by path: a web page, or JSON. Anything else is not found. */
  readonly pages = new Map<string, string>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer(({ method = '', url = '', headers }, response) => {
      this.seen.push(`${method} ${url}${headers.authorization === undefined ? '' : ' + token'}`);
      const page = this.pages.get(url);
      if (page === undefined) {
        response.writeHead(404).end();
        return;
      }
      const type = page.startsWith('<') ? 'text/html' : 'application/json';
      response.writeHead(200, { 'content-type': type }).end(page);
    });
  }

  static async start(): Promise<Elsewhere> {
    const elsewhere = new Elsewhere();
    await new Promise<void>((resolve) => elsewhere.server.listen(0, '127.0.0.1', resolve));
    return elsewhere;
  }

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get origin(): string {
    return `http://${this.host}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
