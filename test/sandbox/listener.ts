/** A server that can be taken down and brought up again on the port that it had. */
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';

export class Listener {
  private app: FastifyInstance | undefined;

  constructor(
    /** Fastify cannot listen twice: each time up is a new one. */
    private readonly build: () => FastifyInstance,
    /** 0: any free one, and then always that one. */
    private port: number,
  ) {}

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    if (this.app !== undefined) {
      return;
    }
    const app = this.build();
    await app.listen({ port: this.port, host: '127.0.0.1' });
    this.app = app;
    this.port = (app.server.address() as AddressInfo).port;
  }

  /** Ends every connection, busy ones too. */
  async stop(): Promise<void> {
    const { app } = this;
    this.app = undefined;
    await app?.close();
  }
}
