import { createHash, randomFillSync } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { appFrame } from '../../sandbox/data/apps';
import { until } from '../../vscode/until';
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

/** How the sandbox's control is called. */
export type Control = (path: string, body?: unknown) => Promise<unknown>;

/** What the storage knows of the file that was announced last. */
export async function lastUpload(control: Control): Promise<Upload | undefined> {
  const { uploads } = (await control('uploads')) as { uploads: Upload[] };
  return uploads.at(-1);
}

/** Of a form so much at most is no file. */
const AROUND = 64 * 1024;

/** Waits until the storage has taken so much of what is under way to it, where it holds (mode `storageHoldsAt`). */
export async function heldUpload(control: Control, bytes: number): Promise<Upload> {
  return until(`${bytes} bytes in the storage`, async () => {
    const upload = await lastUpload(control);
    const attempt = upload?.attempts.at(-1);
    return attempt?.state === 'receiving' && attempt.bytes >= bytes - AROUND && upload;
  });
}
