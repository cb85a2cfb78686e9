import * as vscode from 'vscode';
import type { FileBelow } from '../../../api/files/fileBelow';
import { namesLeft, sentBodyFault, type SentBodyFault } from '../../../api/request/checks/sentBody';
import type { HttpRequest } from '../../../api/request/request';
import { targetOf } from '../../../api/request/target';
import { jsonFaultText } from '../language/jsonFaultText';
import { askInModal, showWarning } from '../../../ui/dialogs/notifications';
import { sizeText } from '../../../ui/text/sizeText';
import type { RequestSubject } from '../questions/requestSubject';

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
  readonly files?: readonly SentFile[];
  /** The person knows already that its body is not the JSON that it says it is. */
  readonly knownFault?: boolean;
}

/** A file as a question names it. */
export type SentFile = Pick<FileBelow, 'file' | 'size'>;

/** Files that a question names. */
const MAX_FILES_NAMED = 10;

/** What is known of a request that is asked about, and what is done where a person wants no more questions like it. */
export interface SendSubject extends Pick<RequestSubject, 'operation' | 'things' | 'body'> {
  readonly remember?: (() => void) | undefined;
}

/**
 * Asks once, naming everything that decides over what happens. True for yes. Of a DELETE the first button, which the
 * Enter key presses, sends nothing.
 */
export async function confirmSend(
  request: HttpRequest,
  to: Recipient,
  risks: SendRisks,
  subject?: SendSubject,
): Promise<boolean> {
  const { files = [] } = risks;
  const fault = risks.knownFault ? undefined : sentBodyFault(request);
  const isCertain = files.length === 0 && !risks.foreign && !fault;
  if (!risks.unsafe && isCertain) {
    return true;
  }
  const { method } = request;
  const send = fault ? vscode.l10n.t('Send Anyway') : vscode.l10n.t('Send {0}', method);
  const always = vscode.l10n.t("Send and Don't Ask Again");
  const remember = isCertain && /^(POST|PUT|PATCH)$/.test(method) ? subject?.remember : undefined;
  const chosen = await askInModal(
    vscode.l10n.t('Send {0} {1} to {2}?', method, shortened(targetOf(request)), to.name),
    [
      ...subjectLines(subject),
      ...(fault ? [bodyFaultText(fault)] : []),
      ...namesLeft(request).map((name) =>
        vscode.l10n.t('The variable {0} is not set. The braces are sent as text.', name),
      ),
      ...(risks.foreign
        ? [
            vscode.l10n.t(
              'This document came with the workspace or from a file. Its author decided what is sent with your session.',
            ),
          ]
        : []),
      ...fileTexts(files),
      ...((subject?.body.length ?? 0) > 0 ? [[vscode.l10n.t('Body:'), ...(subject?.body ?? [])]] : []),
      ...(risks.unsafe ? [vscode.l10n.t('This takes effect immediately.')] : []),
      ...(remember
        ? [
            vscode.l10n.t(
              '"{0}" applies to "{1}" in this window until you switch accounts.',
              always,
              subject?.operation ?? '',
            ),
          ]
        : []),
      vscode.l10n.t('Organization: {0}. Server: {1}.', to.name, to.host),
    ],
    ...(method === 'DELETE' ? [vscode.l10n.t("Don't Send"), send] : [send, ...(remember ? [always] : [])]),
  );
  if (chosen === always) {
    remember?.();
  }
  return chosen === send || chosen === always;
}

/** The operation, and what it is done with. */
function subjectLines({ operation, things = [] }: Partial<SendSubject> = {}): string[][] {
  const lines = [
    ...(operation === undefined ? [] : [vscode.l10n.t('Operation: {0}', operation)]),
    ...(things.length === 0 ? [] : [vscode.l10n.t('For: {0}', things.join(', '))]),
  ];
  return lines.length > 0 ? [lines] : [];
}

/** The files that are sent, with their sizes. */
export function fileTexts(files: readonly SentFile[]): string[] {
  return [
    ...files
      .slice(0, MAX_FILES_NAMED)
      .map(({ file, size }) => vscode.l10n.t('File: {0} ({1})', file, sizeText(size))),
    ...(files.length > MAX_FILES_NAMED ? [vscode.l10n.t('Files in total: {0}', files.length)] : []),
  ];
}

/** Why a body is not JSON, and where. */
export function bodyFaultText({ code, line }: SentBodyFault): string {
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
