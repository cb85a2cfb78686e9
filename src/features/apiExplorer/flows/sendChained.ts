import type { Account } from '../../../account/account';
import { isSafe } from '../../../api/request/isSafe';
import { showWarning } from '../../../ui/dialogs/notifications';
import { offerTrust } from '../requests/confirmSend';
import type { RequestPlace } from '../requests/requestPlace';
import { showProblem, type Sender, type SenderDeps } from '../requests/sender';
import { followTask } from './followTask';
import { RequestRun, unansweredText } from './requestRun';

/**
 * Sends a request that takes values from outside of its document. What has no value is asked for first, all of it; then
 * the requests are sent whose responses it reads and that are not there, if they are safe; then it is sent itself. Where
 * one of these is not, or is not answered well, nothing comes after it.
 */
export async function sendChained(
  sender: Sender,
  deps: SenderDeps,
  place: RequestPlace,
  account: Account,
): Promise<void> {
  const { document, request } = place;
  const run = new RequestRun(deps, place, account);
  const first = run.problemOf(request);
  const before = run.before(request);
  if (first || 'code' in before) {
    await showProblem(place, first ?? ('code' in before ? before : undefined));
    return;
  }
  for (const other of before) {
    const problem =
      run.problemOf(other.request) ?? ((await run.isSafe(other.request)) ? undefined : run.needsSend(other));
    if (problem) {
      await showProblem(place, problem);
      return;
    }
  }
  if (deps.origins.isUntrusted(document)) {
    await offerTrust();
    return;
  }
  if (!(await run.ask([...before.map((other) => other.request), request]))) {
    return;
  }
  for (const other of before) {
    const resolved = run.resolve(other.request);
    if ('problems' in resolved) {
      await showProblem(place, resolved.problems[0]);
      return;
    }
    // Its values are there only now: they may have made it another request.
    if (!isSafe(resolved.request, await deps.safe())) {
      await showProblem(place, run.needsSend(other));
      return;
    }
    const shown = await sender.sendFrom({ ...place, request: other.request }, resolved.request, { account });
    if (!shown || shown.response.status >= 300) {
      void (shown && showWarning(unansweredText(other.request, shown.response.status)));
      return;
    }
  }
  const resolved = run.resolve(request);
  if ('problems' in resolved) {
    await showProblem(place, resolved.problems[0]);
    return;
  }
  const shown = await sender.sendFrom(place, resolved.request, { account });
  await (shown && request.follow ? followTask(deps, shown) : undefined);
}
