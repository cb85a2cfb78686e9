import type { Sink } from './model';

/** Why it is given up is worth more than that even this may fail. */
export async function abortSink(sink: Sink | undefined): Promise<void> {
  try {
    await sink?.abort();
  } catch {
    // Nobody can do more about it.
  }
}
