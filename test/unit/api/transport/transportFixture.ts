import { Failure, type FailureFacts, type FailureKind } from '../../../../src/api/failure';
import type { RetryPolicy } from '../../../../src/api/retry';
import { Transport, type TransportOptions } from '../../../../src/api/transport/transport';
import { strict as assert } from 'node:assert';
import { RecordingLog } from '../../support/fakes/log';
import { failureOf } from '../../support/until';
import { Redactor } from '../../../../src/support/redact';

/** As patient as the real one in its number of attempts, and in no hurry at all. */
export const quick: RetryPolicy = { attempts: 3, firstDelay: 0, maxDelay: 15_000 };

/** A real transport that writes its log where a test can read it. */
export function wire(options: Partial<TransportOptions> = {}): { transport: Transport; log: RecordingLog } {
  const log = new RecordingLog();
  const transport = new Transport({
    userAgent: 'AppcircleExplorer/0.0.0 test',
    log,
    redactor: new Redactor(),
    retries: quick,
    ...options,
  });
  return { transport, log };
}

/** The failure that the work ends in. Anything else that is thrown fails the test. */
export async function failing(
  work: Promise<unknown>,
  kind: FailureKind,
  facts: Partial<FailureFacts> = {},
): Promise<Failure> {
  const error = await failureOf(work);
  assert.ok(error instanceof Failure, String(error));
  assert.equal(error.kind, kind);
  assert.deepEqual({ ...error.facts, ...facts }, error.facts);
  return error;
}
