import { lastUpload, type Control } from '../integration/distribution/storage';
import { waitingAt } from '../integration/distribution/receiveQueue';

/** Milliseconds. Of an older answer nothing can be told: so much was sent since it was made. */
const FRESH = 15;

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
