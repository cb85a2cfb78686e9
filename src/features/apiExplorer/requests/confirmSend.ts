import * as vscode from 'vscode';
import type { FileBelow } from '../../../api/files/fileBelow';
import { namesLeft, sentBodyFault, type SentBodyFault } from '../../../api/request/checks/sentBody';
import type { HttpRequest } from '../../../api/request/request';
import { targetOf } from '../../../api/request/target';
import { jsonFaultText } from '../language/findingText';
import { askInModal, showWarning } from '../../../ui/dialogs/notifications';
import { sizeText } from '../../../ui/text/sizeText';

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
  /** It sends these. */
  readonly files?: readonly Pick<FileBelow, 'file' | 'size'>[];
}

/** Files that a question names. */
const MAX_FILES_NAMED = 10;

/** Asks once, naming everything that decides over what happens. True for yes. */
export async function confirmSend(request: HttpRequest, to: Recipient, doubts: SendRisks): Promise<boolean> {
  const { files = [] } = doubts;
  const fault = sentBodyFault(request);
  if (!doubts.unsafe && !doubts.foreign && files.length === 0 && !fault) {
    return true;
  }
  const send = fault ? vscode.l10n.t('Send Anyway') : vscode.l10n.t('Send {0}', request.method);
  const chosen = await askInModal(
    vscode.l10n.t('Send {0} {1} to {2}?', request.method, shortened(targetOf(request)), to.name),
    [
      ...(fault ? [bodyFaultText(fault)] : []),
      ...namesLeft(request).map((name) =>
        vscode.l10n.t('The variable {0} is not set. The braces are sent as text.', name),
      ),
      ...(doubts.foreign
        ? [
            vscode.l10n.t(
              'This document came with the workspace or from a file. Its author decided what is sent with your session.',
            ),
          ]
        : []),
      ...files
        .slice(0, MAX_FILES_NAMED)
        .map(({ file, size }) => vscode.l10n.t('File: {0} ({1})', file, sizeText(size))),
      ...(files.length > MAX_FILES_NAMED ? [vscode.l10n.t('Files in total: {0}', files.length)] : []),
      ...(doubts.unsafe ? [vscode.l10n.t('This takes effect immediately.')] : []),
      vscode.l10n.t('Organization: {0}. Server: {1}.', to.name, to.host),
    ],
    send,
  );
  return chosen === send;
}

function bodyFaultText({ code, line }: SentBodyFault): string {
  return vscode.l10n.t('The body is not valid JSON. Line {0}: {1}', line, jsonFaultText(code));
}

/** Says why nothing is sent in a workspace that is not trusted, and offers to trust it. */
export async function offerTrust(
  reason = vscode.l10n.t('Requests from files can only be sent in a trusted workspace.'),
): Promise<void> {
  const manage = vscode.l10n.t('Manage Workspace Trust');
  const chosen = await showWarning(reason, manage);
  if (chosen === manage) {
    await vscode.commands.executeCommand('workbench.trust.manage');
  }
}

/** What is asked about fits on a screen; the beginning of an address says the most. */
function shortened(text: string): string {
  return text.length > MAX_PATH_LENGTH ? `${text.slice(0, MAX_PATH_LENGTH)}…` : text;
}
