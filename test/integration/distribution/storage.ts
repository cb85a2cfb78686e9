import { createHash, randomFillSync } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { appFrame } from '../../sandbox/data/apps';
import { waitingAt } from './receiveQueue';
import type { Upload } from '../../sandbox/storage/storage';

const piece = 8 * 1024 * 1024;

/** Writes an app of random content, so many bytes long, and gives its SHA-256 in hex. */
export function writeRandomApp(path: string, bytes: number): string {
  const hash = createHash('sha256');
  const file = openSync(path, 'w');
  const write = (part: Buffer) => {
    hash.update(part);
    writeSync(file, part);
  };
  const { head, tail, content } = appFrame(bytes, path);
  const buffer = Buffer.alloc(piece);
  try {
    write(head);
    for (let left = content; left > 0; left -= piece) {
      write(randomFillSync(buffer.subarray(0, Math.min(left, piece))));
    }
    write(tail);
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

/** Milliseconds. Of an older answer nothing can be told: so much was sent since it was made. */
const FRESH = 15;

/** How the sandbox's control is called. */
export type Control = (path: string, body?: unknown) => Promise<unknown>;

/** What the storage knows of the file that was announced last. */
export async function lastUpload(control: Control): Promise<Upload | undefined> {
  const { uploads } = (await control('uploads')) as { uploads: Upload[] };
  return uploads.at(-1);
}

/** Does work that uploads a file. The most bytes that were read of it and had not come to the storage meanwhile. */
export async function mostHeld(
  control: Control,
  reads: { readonly bytes: number },
  work: () => Promise<unknown>,
): Promise<number> {
  const earlier = (await lastUpload(control))?.fileId;
  const over = new AbortController();
  const working = work().finally(() => {
    over.abort();
  });
  working.catch(() => undefined);
  let most = 0;
  while (!over.signal.aborted) {
    const asked = performance.now();
    const upload = await lastUpload(control);
    const attempt = upload?.attempts.at(-1);
    const isFresh = performance.now() - asked < FRESH;
    if (upload && attempt && isFresh && upload.fileId !== earlier) {
      // What the storage has taken since it was asked counts as well: it is more than there was, never less.
      most = Math.max(most, reads.bytes - attempt.bytes - waitingAt(Number(new URL(upload.url).port)));
    }
  }
  await working;
  return most;
}
