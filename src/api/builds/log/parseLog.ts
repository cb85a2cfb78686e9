import { setImmediate as turn } from 'node:timers/promises';
import type { SecretFinder } from './logMask';
import { LogText } from './logText';

const PIECE = 64 * 1024;

/**
 * Reads a log, with a turn for everybody else after each piece. `isWhole`: no more will come. Fails with the reason of the
 * signal.
 */
export async function parseLog(
  text: string,
  secrets: SecretFinder,
  { isWhole, signal }: { isWhole: boolean; signal?: AbortSignal | undefined },
): Promise<LogText> {
  const log = new LogText(secrets);
  for (let from = 0; from < text.length; from += PIECE) {
    signal?.throwIfAborted();
    log.push(text.slice(from, from + PIECE));
    await turn();
  }
  if (isWhole) {
    log.end();
  }
  return log;
}
