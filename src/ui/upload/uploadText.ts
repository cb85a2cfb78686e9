import * as vscode from 'vscode';
import type { Upload, UploadProgress } from '../../api/upload/runUpload';
import { sizeText } from '../text/sizeText';
import { transferText } from '../text/transferText';

/** What an upload is doing. */
export function progressText({ stage, attempt, ...rest }: UploadProgress): string {
  switch (stage) {
    case 'new':
      return vscode.l10n.t('Requesting an upload address…');
    case 'announced':
      return attempt === 1
        ? sendingText(rest)
        : vscode.l10n.t('Retrying ({0}): {1}', attempt, sendingText(rest));
    case 'stored':
      return vscode.l10n.t('Submitting the file to Appcircle…');
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
    return vscode.l10n.t('{0} sent. Waiting for confirmation…', sizeText(total));
  }
  return transferText({ done: sent, total, rate, remainingMs });
}

/** Which step an upload is at: of the same one only numbers change. */
export function stepOf({ stage, attempt, sent, total = sent }: UploadProgress): string {
  return [stage, attempt, sent >= total].join();
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

/** How far an upload came that is not done. */
export function stoppedText(stage: Upload['stage'], fileName: string, profileName: string): string {
  const names = [fileName, profileName] as const;
  switch (stage) {
    case 'new':
      return vscode.l10n.t('The upload of {0} to {1} stopped before anything was sent.', ...names);
    case 'announced':
      return vscode.l10n.t('The upload of {0} to {1} stopped while the file was being sent.', ...names);
    case 'stored':
      return vscode.l10n.t(
        'The upload of {0} to {1} stopped after the file was sent but before it was submitted.',
        ...names,
      );
    case 'committed':
    case 'done':
      return vscode.l10n.t(
        'The upload of {0} to {1} stopped while Appcircle was processing the file.',
        ...names,
      );
  }
}
