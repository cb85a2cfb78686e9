import type { Transform } from 'node:stream';
import { unpackerFor } from './contentCodings';

/** Least and most bytes that are unpacked at once. */
const MIN_PIECE = 16;
const MAX_PIECE = 16 * 1024;

/** What came cannot be unpacked any further: it is damaged, ends too early, or is not packed so. */
export class UnpackError extends Error {
  override readonly name = 'UnpackError';

  constructor(
    /** What is missing is the end alone. */
    readonly endsEarly = false,
  ) {
    super();
  }
}

/**
 * The unpacked bytes of a body that was packed with these codings, one after the other. Nothing is unpacked that is
 * not taken: a bomb does no harm to who stops. Fails with an `UnpackError`, or with what the source throws, once all
 * was given that had come until then.
 */
export function unpack(source: AsyncIterable<Buffer>, codings: readonly string[]): AsyncIterable<Buffer> {
  return codings.reduceRight((packed, coding) => unpackOne(packed, coding), source);
}

async function* unpackOne(source: AsyncIterable<Buffer>, coding: string): AsyncGenerator<Buffer> {
  let unpacker: Drained | undefined;
  let beginning = Buffer.alloc(0);
  try {
    for await (const chunk of source) {
      if (unpacker) {
        yield* unpacker.write(chunk);
        continue;
      }
      beginning = Buffer.concat([beginning, chunk]);
      if (beginning.length > 1) {
        unpacker = new Drained(unpackerFor(coding, beginning));
        yield* unpacker.write(beginning);
      }
    }
    if (!unpacker && beginning.length > 0) {
      unpacker = new Drained(unpackerFor(coding, beginning));
      yield* unpacker.write(beginning);
    }
    // A response without a body may say that it is packed.
    yield* unpacker?.end() ?? [];
  } finally {
    unpacker?.destroy();
  }
}

/**
 * Takes all that comes out of a piece before the next one goes in. A pipeline would lose, with an error, what was
 * unpacked and not read yet.
 */
class Drained {
  private taken = 0;
  private failed: UnpackError | undefined;
  private ended = false;
  private wake = (): void => undefined;

  constructor(private readonly stream: Transform) {
    stream.on('readable', () => {
      this.wake();
    });
    stream.on('error', ({ code }: NodeJS.ErrnoException) => {
      this.failed = new UnpackError(code === 'Z_BUF_ERROR');
      this.wake();
    });
    stream.on('end', () => {
      this.ended = true;
      this.wake();
    });
  }

  async *write(packed: Buffer): AsyncGenerator<Buffer> {
    for (let at = 0; at < packed.length;) {
      // An error costs what is unpacked together with its place: no more than an eighth of what came before.
      const size = Math.min(MAX_PIECE, Math.max(MIN_PIECE, this.taken >> 3));
      const piece = packed.subarray(at, at + size);
      at += piece.length;
      this.taken += piece.length;
      let written = false;
      this.stream.write(piece, () => {
        written = true;
        this.wake();
      });
      yield* this.drain(() => written);
    }
  }

  async *end(): AsyncGenerator<Buffer> {
    this.stream.end();
    yield* this.drain(() => this.ended);
  }

  destroy(): void {
    this.stream.destroy();
  }

  private async *drain(isDone: () => boolean): AsyncGenerator<Buffer> {
    for (;;) {
      const unpacked = this.stream.read() as Buffer | null;
      if (unpacked) {
        yield unpacked;
      } else if (this.failed) {
        throw this.failed;
      } else if (isDone()) {
        return;
      } else {
        await new Promise<void>((resolve) => (this.wake = resolve));
      }
    }
  }
}
