import * as vscode from 'vscode';
import { accountName, type Account } from '../../../account/account';
import type { ParsedRequest } from '../../../api/request/document';
import { isFailure } from '../../../api/failure';
import { showWarning } from '../../../ui/dialogs/notifications';
import { withCancellableProgress } from '../../../ui/dialogs/withCancellableProgress';
import { failureText } from '../../../ui/failures/failureText';
import { offerTrust } from '../requests/confirmSend';
import { problemText } from '../requests/requestProblems';
import type { RequestPlace } from '../requests/requestPlace';
import { showProblem, type Sender, type SenderDeps } from '../requests/sender';
import type { OuterProgress } from '../requests/sendWithProgress';
import { confirmSendAll, type PlannedRequest } from './confirmSendAll';
import { followTask } from './followTask';
import { orderOf, planOf } from './planRequests';
import { RequestRun } from './requestRun';
import type { SendResult, SendResults } from './sendResults';

/** What sending several requests takes. */
export interface SendAllDeps extends SenderDeps {
  readonly results: SendResults;
}

/** Of one run. A longer document is sent from some place on, and again from where that ended. */
const MAX_REQUESTS = 50;

/**
 * Sends requests of a document in their order, and before them what they need (R33). Asked once, with every write listed;
 * Esc at a question sends nothing. It stops at the first that fails, and leaves a list of what became of each.
 */
export async function sendAll(
  sender: Sender,
  deps: SendAllDeps,
  { document, parsed }: Pick<RequestPlace, 'document' | 'parsed'>,
  requests: readonly ParsedRequest[],
): Promise<void> {
  const session = deps.sessions.current;
  if (session.kind !== 'signedIn') {
    return;
  }
  const { account } = session;
  const run = new RequestRun(deps, { document, parsed }, account);
  const planned = await orderOf(run, requests);
  if ('code' in planned) {
    await showProblem({ document }, planned);
    return;
  }
  if (planned.length > MAX_REQUESTS) {
    void showWarning(
      vscode.l10n.t(
        'Not sent. At most {0} requests can be sent at once. Use "Send From Here".',
        MAX_REQUESTS,
      ),
    );
    return;
  }
  if (deps.origins.isUntrusted(document)) {
    await offerTrust();
    return;
  }
  if (!(await run.ask(planned))) {
    return;
  }
  const plan = await planOf(run, planned, document.uri.toString());
  if (!plan) {
    return;
  }
  const foreign = deps.origins.isForeign(document);
  const to = { name: accountName(account, session.names), host: deps.clientFor(account).host };
  if (!(await confirmSendAll(plan, to, foreign))) {
    return;
  }
  if (deps.sessions.account !== account) {
    void showWarning(vscode.l10n.t('Not sent because the account changed. Send the request again.'));
    return;
  }
  await new Run({ sender, deps, run, account, document, parsed, plan }).start();
}

interface RunParts extends Pick<RequestPlace, 'document' | 'parsed'> {
  readonly sender: Sender;
  readonly deps: SendAllDeps;
  readonly run: RequestRun;
  readonly account: Account;
  readonly plan: readonly PlannedRequest[];
}

class Run {
  private readonly results: SendResult[] = [];

  constructor(private readonly parts: RunParts) {}

  async start(): Promise<void> {
    const { plan, deps, account } = this.parts;
    const title =
      plan.length === 1
        ? vscode.l10n.t('Sending 1 request')
        : vscode.l10n.t('Sending {0} requests', plan.length);
    let failure: Error | undefined;
    await withCancellableProgress(title, async (signal, progress) => {
      for (const [nth, step] of plan.entries()) {
        progress.report({
          message: vscode.l10n.t('{0} of {1}: {2}', nth + 1, plan.length, titleOf(step)),
        });
        try {
          const result = await this.send(step, { signal, progress });
          this.results.push(result);
          if (!result.isGood) {
            return;
          }
        } catch (error) {
          failure = error instanceof Error ? error : new Error('unknown error');
          this.results.push({ ...step, text: textOf(error), isGood: false });
          return;
        }
      }
    });
    const rest = plan
      .slice(this.results.length)
      .map((step) => ({ ...step, text: notSentText(), isGood: false }));
    await deps.results.show(account, [...this.results, ...rest]);
    // What went wrong has its remedies beside the list.
    if (failure !== undefined) {
      throw failure;
    }
  }

  private async send(step: PlannedRequest, within: OuterProgress): Promise<SendResult> {
    const { run, sender, deps, account, document, parsed } = this.parts;
    const { request, isWrite, fault, files } = step;
    const resolved = run.resolve(request);
    if ('problems' in resolved) {
      const [problem] = resolved.problems;
      return { ...step, text: problem ? problemText(problem) : notSentText(), isGood: false };
    }
    const shown = await sender.sendFrom({ document, parsed, request }, resolved.request, {
      account,
      // A request that its values made a write was not in the list, and is asked about by itself.
      agreed: { unsafe: isWrite, foreign: true, knownFault: fault !== undefined, ...(files && { files }) },
      within,
    });
    if (!shown) {
      return { ...step, text: notSentText(), isGood: false };
    }
    const task = request.follow ? await followTask(deps, shown, { within }) : undefined;
    const { status, earlyEnd } = shown.response;
    const isGood = status < 300 && !earlyEnd && (task === undefined || task.kind === 'done');
    return { ...step, shown, task, isGood };
  }
}

function notSentText(): string {
  return vscode.l10n.t('Not sent');
}

function textOf(error: unknown): string {
  if (!isFailure(error)) {
    return vscode.l10n.t('Failed');
  }
  return error.kind === 'cancelled' ? vscode.l10n.t('Canceled') : failureText(error).sentence;
}

/** What a request is called: by its title, else by what it does. */
export function titleOf({ request, path }: Pick<PlannedRequest, 'request' | 'path'>): string {
  return request.name ?? `${request.method} ${path}`;
}
