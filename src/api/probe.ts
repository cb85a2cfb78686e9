import { isFailure } from './failure';
import type { Transport } from './transport/transport';

/**
 * Whether a host answers at all, with any status: what its root says is not documented (api/README 1.1). Fails
 * with what stands in the way.
 */
export async function probe(transport: Transport, base: string, signal: AbortSignal): Promise<void> {
  try {
    await transport.send({ method: 'GET', base, path: '/', timeout: 10_000, signal });
  } catch (error) {
    const answered = isFailure(error) && error.facts.status !== undefined && error.kind !== 'proxy';
    if (!answered) {
      throw error;
    }
  }
}
