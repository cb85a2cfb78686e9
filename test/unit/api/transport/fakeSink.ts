import type { Sink } from '../../../../src/api/transport/transport';

/** Keeps what was written, and does what a test wants it to do meanwhile. */
export class FakeSink implements Sink {
  readonly chunks: Uint8Array[] = [];
  size = 0;
  readonly ends: ('closed' | 'aborted')[] = [];

  constructor(private readonly meanwhile: (sink: FakeSink) => Promise<void> | void = () => undefined) {}

  async write(chunk: Uint8Array): Promise<void> {
    this.chunks.push(Buffer.from(chunk));
    this.size += chunk.length;
    await this.meanwhile(this);
  }

  close(): Promise<void> {
    this.ends.push('closed');
    return Promise.resolve();
  }

  abort(): Promise<void> {
    this.ends.push('aborted');
    return Promise.resolve();
  }

  get bytes(): Buffer {
    return Buffer.concat(this.chunks);
  }
}
