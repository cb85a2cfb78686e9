import * as vscode from 'vscode';
import type { SentBodyFault } from '../../../api/request/checks/sentBody';
import type { ParsedRequest } from '../../../api/request/document';
import { askInModal } from '../../../ui/dialogs/notifications';
import { bodyFaultText, fileTexts, type Recipient, type SentFile } from '../requests/confirmSend';

/** A request of several that are to be sent. */
export interface PlannedRequest {
  readonly request: ParsedRequest;
  /** It may change something. */
  readonly isWrite: boolean;
  /** Where it goes; names stand for values that are not there yet. */
  readonly path: string;
  /** Why its body is not the JSON that it says it is, whatever its values are. */
  readonly fault?: SentBodyFault | undefined;
  readonly files?: readonly SentFile[] | undefined;
}

/**
 * Asks once for all of them, naming each that may change something, sends files, or has a body that is not JSON. True for
 * yes, and where there is nothing to ask.
 */
export async function confirmSendAll(
  plan: readonly PlannedRequest[],
  to: Recipient,
  foreign: boolean,
): Promise<boolean> {
  const writes = plan.filter(({ isWrite }) => isWrite);
  const faults = plan.flatMap((step) =>
    step.fault ? [[callOf(step), bodyFaultText(step.fault)].join(' · ')] : [],
  );
  const files = fileTexts(plan.flatMap((step) => step.files ?? []));
  if (writes.length === 0 && !foreign && faults.length === 0 && files.length === 0) {
    return true;
  }
  const send =
    faults.length > 0
      ? vscode.l10n.t('Send Anyway')
      : plan.length === 1
        ? vscode.l10n.t('Send 1 Request')
        : vscode.l10n.t('Send {0} Requests', plan.length);
  const chosen = await askInModal(
    plan.length === 1
      ? vscode.l10n.t('Send 1 request to {0}?', to.name)
      : vscode.l10n.t('Send {0} requests to {1}?', plan.length, to.name),
    [
      ...faults,
      ...(foreign
        ? [
            vscode.l10n.t(
              'This document came with the workspace or from a file. Its author decided what is sent with your session.',
            ),
          ]
        : []),
      ...(writes.length > 0 ? [vscode.l10n.t('These take effect immediately:')] : []),
      ...writes.map(callOf),
      ...files,
      vscode.l10n.t('Organization: {0}. Server: {1}.', to.name, to.host),
    ],
    send,
  );
  return chosen === send;
}

function callOf({ request, path }: PlannedRequest): string {
  return [request.name, `${request.method} ${path}`].filter((part) => part !== undefined).join(' · ');
}
