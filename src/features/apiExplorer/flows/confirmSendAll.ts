import * as vscode from 'vscode';
import type { ParsedRequest } from '../../../api/request/document';
import { askInModal } from '../../../ui/dialogs/notifications';
import type { Recipient } from '../requests/confirmSend';

/** A request of several that are to be sent. */
export interface PlannedRequest {
  readonly request: ParsedRequest;
  /** It may change something. */
  readonly isWrite: boolean;
  /** Where it goes; names stand for values that are not there yet. */
  readonly path: string;
}

/** Asks once for all of them, naming each that may change something. True for yes, and where there is none. */
export async function confirmSendAll(
  plan: readonly PlannedRequest[],
  to: Recipient,
  foreign: boolean,
): Promise<boolean> {
  const writes = plan.filter(({ isWrite }) => isWrite);
  if (writes.length === 0 && !foreign) {
    return true;
  }
  const send =
    plan.length === 1 ? vscode.l10n.t('Send 1 Request') : vscode.l10n.t('Send {0} Requests', plan.length);
  const chosen = await askInModal(
    plan.length === 1
      ? vscode.l10n.t('Send 1 request to {0}?', to.name)
      : vscode.l10n.t('Send {0} requests to {1}?', plan.length, to.name),
    [
      ...(foreign
        ? [
            vscode.l10n.t(
              'This document came with the workspace or from a file. Its author decided what is sent with your session.',
            ),
          ]
        : []),
      ...(writes.length > 0 ? [vscode.l10n.t('These take effect immediately:')] : []),
      ...writes.map(({ request, path }) =>
        [request.name, `${request.method} ${path}`].filter((part) => part !== undefined).join(' · '),
      ),
      vscode.l10n.t('Organization: {0}. Server: {1}.', to.name, to.host),
    ],
    send,
  );
  return chosen === send;
}
