import * as vscode from 'vscode';
import type { Upload, UploadProgress } from '../../../api/upload/runUpload';
import type { UnusableFileReason } from '../../../api/upload/uploadFile';
import { notificationText } from '../../../support/visibleText';
import { sizeText } from '../../../ui/text/sizeText';
import { transferText } from '../../../ui/text/transferText';

/** What an upload is doing. */
export function progressText({ stage, attempt, ...rest }: UploadProgress): string {
  switch (stage) {
    case 'new':
      return vscode.l10n.t('Asking where the file goes…');
    case 'announced':
      return attempt === 1
        ? sendingText(rest)
        : vscode.l10n.t('Retrying ({0}): {1}', attempt, sendingText(rest));
    case 'stored':
      return vscode.l10n.t('Handing the file over to Appcircle…');
    case 'committed':
    case 'done':
      return vscode.l10n.t('Appcircle is processing the file…');
  }
}

/** How much of the file went out; all of it may have, long before the storage says so. */
function sendingText({
  sent,
  total = sent,
  rate,
  remainingMs,
}: Pick<UploadProgress, 'sent' | 'total' | 'rate' | 'remainingMs'>): string {
  if (sent >= total) {
    return vscode.l10n.t('{0} sent. Waiting for the storage…', sizeText(total));
  }
  return transferText({ done: sent, total, rate, remainingMs });
}

/** Whole percents that are sent. */
export function percentOf({ stage, sent, total }: UploadProgress): number {
  switch (stage) {
    case 'new':
      return 0;
    case 'announced':
      return total ? Math.min(100, Math.floor((sent / total) * 100)) : 0;
    case 'stored':
    case 'committed':
    case 'done':
      return 100;
  }
}

/** Why a file cannot be uploaded, and what helps. */
export function unusableFileText(reason: UnusableFileReason, fileName: string): string {
  const name = notificationText(fileName);
  switch (reason) {
    case 'unreadable':
      return vscode.l10n.t('{0} cannot be read. See whether it is there, and whether you may read it.', name);
    case 'wrongExtension':
      return vscode.l10n.t('{0} is no app. Appcircle takes .ipa, .apk and .aab files.', name);
    case 'empty':
      return vscode.l10n.t('{0} is empty. See whether its build went well and is over.', name);
    case 'tooLarge':
      return vscode.l10n.t('{0} is too large. Appcircle takes files of at most 3 GB.', name);
    case 'changed':
      return vscode.l10n.t(
        '{0} was written to while it was uploaded. Wait until its build is over, then try again.',
        name,
      );
  }
}

/** How far an upload came that is not done. */
export function stoppedText(stage: Upload['stage'], fileName: string, profileName: string): string {
  const names = [notificationText(fileName), notificationText(profileName)] as const;
  switch (stage) {
    case 'new':
      return vscode.l10n.t('The upload of {0} to {1} stopped before anything was sent.', ...names);
    case 'announced':
      return vscode.l10n.t('The upload of {0} to {1} stopped while the file was sent.', ...names);
    case 'stored':
      return vscode.l10n.t(
        'The upload of {0} to {1} stopped when the file was sent and not yet handed over.',
        ...names,
      );
    case 'committed':
    case 'done':
      return vscode.l10n.t('The upload of {0} to {1} stopped while Appcircle processed the file.', ...names);
  }
}
