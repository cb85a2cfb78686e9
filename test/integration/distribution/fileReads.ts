import fs, { type ReadStream } from 'node:fs';

/**
 * How much of its files this process reads as streams. The extension runs in it and opens them by Node's own module,
 * which is how a test can look on while nothing of it is in the extension.
 */
export class FileReads {
  private readonly streams: ReadStream[] = [];
  private readonly before = fs.createReadStream;

  constructor() {
    Object.assign(fs, {
      createReadStream: (...parameters: Parameters<typeof fs.createReadStream>) => {
        const stream = this.before(...parameters);
        this.streams.push(stream);
        return stream;
      },
    });
  }

  /** Bytes, of the last file that was opened. */
  get bytes(): number {
    return this.streams.at(-1)?.bytesRead ?? 0;
  }

  /** How often a file was opened. */
  get times(): number {
    return this.streams.length;
  }

  /** Whether nothing more is read. */
  get ended(): boolean {
    return this.streams.every(({ closed }) => closed);
  }

  leave(): void {
    Object.assign(fs, { createReadStream: this.before });
  }
}
