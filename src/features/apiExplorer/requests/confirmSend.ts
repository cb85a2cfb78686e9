import * as vscode from 'vscode';
import type { HttpRequest } from '../../../api/request/request';
import { targetOf } from '../../../api/request/target';
import { notificationText } from '../../../support/visibleText';

/** Characters of an address in a question. */
const MAX_PATH_LENGTH = 300;

/** Who a request goes to, as a person knows them. */
export interface Recipient {
  /** Of the organization or account. Untrusted text. */
  readonly name: string;
  /** Host and port. */
  readonly host: string;
}

/** Why a request is not sent without asking. */
export interface SendRisks {
  /** It may change something. */
  readonly unsafe: boolean;
  /** Its document came from somewhere else, and was not sent from before. */
  readonly foreign: boolean;
}

/** Asks once, naming everything that decides over what happens. True for yes. */
export async function confirmSend(request: HttpRequest, to: Recipient, doubts: SendRisks): Promise<boolean> {
  if (!doubts.unsafe && !doubts.foreign) {
    return true;
  }
  const send = vscode.l10n.t('Send {0}', request.method);
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      'Send {0} {1} to {2}?',
      request.method,
      notificationText(shortened(targetOf(request))),
      notificationText(to.name),
    ),
    {
      modal: true,
      detail: [
        ...(doubts.foreign
          ? [
              vscode.l10n.t(
                'This document was not written in this window: it came with the workspace or from a file. Whoever wrote it decided what is sent with your session.',
              ),
            ]
          : []),
        ...(doubts.unsafe ? [vscode.l10n.t('It may change or delete something, at once.')] : []),
        vscode.l10n.t('Organization: {0}. Server: {1}.', notificationText(to.name), to.host),
      ].join('\n\n'),
    },
    send,
  );
  return chosen === send;
}

/** What is asked about fits on a screen; the beginning of an address says the most. */
function shortened(text: string): string {
  return text.length > MAX_PATH_LENGTH ? `${text.slice(0, MAX_PATH_LENGTH)}…` : text;
}
