import { createHash } from 'node:crypto';

export const MB = 1024 * 1024;

/** Bytes that differ from place to place, made while they are read, and how many were made so far. */
export class Generated implements AsyncIterable<Buffer> {
  made = 0;
  ended = false;
  private readonly hash = createHash('sha256');

  constructor(
    private readonly length: number,
    private readonly chunk = 64 * 1024,
  ) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    try {
      for (let left = this.length; left > 0; left -= this.chunk) {
        const bytes = Buffer.alloc(Math.min(left, this.chunk), `${this.made}.`);
        this.made += bytes.length;
        this.hash.update(bytes);
        yield await Promise.resolve(bytes);
      }
    } finally {
      this.ended = true;
    }
  }

  /** Resolves when no more is taken for now: the sockets on its way are full. */
  async calm(): Promise<void> {
    for (let before = -1, turns = 0; turns < 20; before = this.made) {
      await new Promise(setImmediate);
      turns = before === this.made && this.made > 0 ? turns + 1 : 0;
    }
  }

  /** Of all that was made. */
  digest(): string {
    return this.hash.digest('hex');
  }
}

export function sha256(): { update: (bytes: Uint8Array) => void; digest: () => string } {
  const hash = createHash('sha256');
  return { update: (bytes) => hash.update(bytes), digest: () => hash.digest('hex') };
}
