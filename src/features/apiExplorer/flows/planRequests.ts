import { sentBodyFault } from '../../../api/request/checks/sentBody';
import type { ParsedRequest } from '../../../api/request/document';
import type { Problem } from '../../../api/request/parse/problem';
import { findBodyFiles } from '../requests/bodyFiles';
import type { PlannedRequest } from './confirmSendAll';
import type { RequestRun } from './requestRun';

/**
 * The requests in the order in which they are sent, each once; what only reads comes along where it is needed. Else what is
 * wrong.
 */
export async function orderOf(
  run: RequestRun,
  requests: readonly ParsedRequest[],
): Promise<readonly ParsedRequest[] | Problem> {
  const planned = new Set<ParsedRequest>();
  for (const request of requests) {
    const before = run.before(request);
    const problem = run.problemOf(request) ?? ('code' in before ? before : undefined);
    if (problem || 'code' in before) {
      return problem ?? [];
    }
    for (const other of before) {
      if (!planned.has(other.request)) {
        const wrong = run.problemOf(other.request);
        if (wrong || !(await run.isSafe(other.request))) {
          return wrong ?? run.needsSend(other);
        }
        planned.add(other.request);
      }
    }
    planned.add(request);
  }
  return [...planned];
}

/**
 * What is known of each before the first is sent, so that all of it is asked about at once. Undefined, with a sentence,
 * where a file cannot be sent. `source`: address of the document.
 */
export async function planOf(
  run: RequestRun,
  requests: readonly ParsedRequest[],
  source: string,
): Promise<readonly PlannedRequest[] | undefined> {
  const plan: PlannedRequest[] = [];
  for (const request of requests) {
    const assumed = run.assumed(request);
    const sent = 'request' in assumed ? assumed.request : undefined;
    const found = sent?.parts && (await findBodyFiles(sent.parts, source));
    if (sent?.parts && !found) {
      return undefined;
    }
    plan.push({
      request,
      isWrite: !(await run.isSafe(request)),
      path: sent ? run.assumedPath(sent) : '',
      fault: sent && sentBodyFault(sent),
      files: found?.files,
    });
  }
  return plan;
}
