import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { Upload } from '../../api/upload/runUpload';
import { showInformation, showWarning } from '../dialogs/notifications';
import { showStatus } from '../statusBar';
import type { ChosenFile } from './uploadFiles';
import type { UploadJob } from './uploadJob';
import type { CancelledBy } from './runUploadJob';

/** Whether the server may make a version of it, whatever became of the upload. */
export function mayBecomeVersion(upload: Upload): boolean {
  return upload.stage === 'committed' || (upload.stage === 'stored' && upload.mayBeCommitted);
}

/** Tells that an upload was cancelled; louder where something may come of it all the same. */
export function showCancelled(by: CancelledBy | undefined, { upload, profileName }: UploadJob): void {
  const names = [upload.file.name, profileName] as const;
  const mayGoOn = mayBecomeVersion(upload);
  if (by === 'account') {
    void showWarning(
      mayGoOn
        ? vscode.l10n.t(
            'The upload of {0} to {1} was canceled because the account changed. The file was already sent, so Appcircle may still create a version.',
            ...names,
          )
        : vscode.l10n.t('The upload of {0} to {1} was canceled because the account changed.', ...names),
    );
  } else if (mayGoOn && by !== 'window') {
    void showWarning(
      vscode.l10n.t(
        'The upload of {0} to {1} was canceled after the file was sent. Appcircle may still create a version.',
        ...names,
      ),
    );
  } else {
    showStatus(vscode.l10n.t('Upload canceled.'));
  }
}

/** Tells that another account is active by now, and that therefore nothing was sent. */
export function showOtherAccount(fileName: string, profileName: string): void {
  void showWarning(
    vscode.l10n.t(
      '{0} was not uploaded to {1} because the account changed. Switch back, then upload again.',
      fileName,
      profileName,
    ),
  );
}

/** Tells that the same file is on its way to the same profile. */
export function showAlreadyUploading(fileName: string, profileName: string): void {
  void showInformation(vscode.l10n.t('{0} is already being uploaded to {1}.', fileName, profileName));
}

/** Where a file leads that is a link, and what it is uploaded as. None for what is no link. */
export function linkText({ uri, file, target }: ChosenFile): string[] {
  if (target === undefined) {
    return [];
  }
  const link = basename(uri.fsPath);
  return [
    file.name === link
      ? vscode.l10n.t('{0} is a link to {1}.', link, target)
      : vscode.l10n.t('{0} is a link to {1}. It is uploaded as {2}.', link, target, file.name),
  ];
}
