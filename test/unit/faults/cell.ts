import { Failure, type FailureKind } from '../../../src/api/failure';
import type { McpTrial } from '../../../src/features/aiTools/mcp/mcpTrial';
import type { FailureText } from '../../../src/ui/failures/failureText';
import { FaultFixture, type Beginning } from './faultFixture';
import type { FaultColumn } from './faults';
import type { Operation } from './operation';
import { runIntoSilence, runOnceIntoSilence } from './silence';

/** How an operation ended: without a failure, with one, or with anything else, which is a defect. */
export type End = 'ok' | FailureKind | McpTrial['kind'] | 'defect';

/** One operation that met one fault. */
export interface Cell {
  readonly operation: Operation;
  readonly column: FaultColumn;
  readonly end: End;
  /** What a person is told. */
  readonly sentence: string;
  readonly remedies: readonly string[];
  /** Rows of a list before and after; undefined where it is none. */
  readonly rows: { readonly before: number; readonly after: number } | undefined;
  /** How often the fault was met, and how often a credential was traded. */
  readonly requests: number;
  readonly exchanges: number;
  /** What was logged of it, for secrets. */
  readonly log: string;
}

/** Lets a fault meet an operation. */
export async function runCell(
  beginning: Beginning,
  operation: Operation,
  column: FaultColumn,
  textOf: (failure: Failure) => FailureText,
): Promise<Cell> {
  const { sandbox } = beginning;
  const fixture = new FaultFixture(beginning);
  await fixture.enter();
  await operation.prepare?.(fixture);
  const before = fixture.rows;
  sandbox.clearRequests();
  const { host, method, path } = operation;
  sandbox.arm({ ...column.fault, host, method, path });
  const work = () => endOf(operation.run(fixture), textOf);
  const { timeout } = fixture.patience;
  const { end, text } = await (!column.isSilent
    ? work()
    : operation.manner === 'trial'
      ? runOnceIntoSilence(sandbox, work)
      : runIntoSilence(sandbox, timeout, work));
  const rows = before === undefined ? undefined : { before, after: fixture.rows ?? 0 };
  const requests = sandbox.faults.list()[0]?.hits ?? 0;
  const exchanges = sandbox.requests().filter((one) => one.host === 'auth').length;
  const log = fixture.window.log.lines.join('\n');
  await fixture.leave();
  return { operation, column, end, ...text, rows, requests, exchanges, log };
}

async function endOf(
  work: Promise<unknown>,
  textOf: (failure: Failure) => FailureText,
): Promise<{ end: End; text: Pick<Cell, 'sentence' | 'remedies'> }> {
  const silent = { sentence: '', remedies: [] };
  try {
    const result = await work;
    return { end: isTrial(result) && result.kind !== 'ready' ? result.kind : 'ok', text: silent };
  } catch (error) {
    if (!(error instanceof Failure)) {
      return { end: 'defect', text: { ...silent, sentence: String(error) } };
    }
    const { sentence, remedies } = textOf(error);
    return { end: error.kind, text: { sentence, remedies: remedies.map(({ label }) => label) } };
  }
}

function isTrial(result: unknown): result is McpTrial {
  const { kind } = (result ?? {}) as Partial<McpTrial>;
  return kind === 'ready' || kind === 'refused' || kind === 'unfit' || kind === 'unreachable';
}

/** A cell in a few words, for a failed test. */
export function describeCell({ operation, column, end, requests }: Cell): string {
  return `${operation.name} × ${column.name}: ${end}, ${requests} requests`;
}
