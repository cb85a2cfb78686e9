import type { HttpRequest } from '../../../api/request/request';
import { openValues } from '../../../api/request/resolve/openValues';
import { resolveRequest } from '../../../api/request/resolve/resolve';
import { nothingSupplied, suppliedValue } from '../../../api/request/resolve/supplied';
import { offerTrust } from '../requests/confirmSend';
import type { RequestPlace } from '../requests/requestPlace';
import { showProblem, type Sender, type SenderDeps } from '../requests/sender';

/**
 * Sends the request at a place, and what it needs before: values are asked for, and the responses that it reads. What is
 * wrong with it is shown there, and nothing is sent.
 */
export async function sendAt(sender: Sender, deps: SenderDeps, place: RequestPlace): Promise<void> {
  const { document, parsed, request } = place;
  const { account } = deps.sessions;
  const picked = (name: string) => account && deps.values.picked(account.id, name);
  const open = openValues(parsed, request);
  const isOpen = open.references.length > 0 || open.variables.some(({ name }) => picked(name) === undefined);
  if (account && isOpen) {
    const { sendChained } = await import('./sendChained');
    await sendChained(sender, deps, place, account);
    return;
  }
  const resolved = resolveRequest(parsed, request, {
    files: true,
    supplied: { ...nothingSupplied, ofVariable: (name) => suppliedValue(picked(name)) },
  });
  if ('problems' in resolved) {
    await showProblem(place, resolved.problems[0]);
  } else if (deps.origins.isUntrusted(document)) {
    await offerTrust();
  } else {
    await sendAndFollow(sender, deps, place, resolved.request);
  }
}

/** Sends a request, and follows the task that its response names where the document says so. */
async function sendAndFollow(
  sender: Sender,
  deps: SenderDeps,
  place: RequestPlace,
  request: HttpRequest,
): Promise<void> {
  const shown = await sender.sendFrom(place, request);
  if (shown && place.request.follow) {
    const { followTask } = await import('./followTask');
    await followTask(deps, shown);
  }
}
