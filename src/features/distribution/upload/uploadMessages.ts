import * as vscode from 'vscode';
import type { Upload } from '../../../api/upload/runUpload';
import { notificationText } from '../../../support/visibleText';
import type { UploadJob } from './uploadJob';
import type { CancelledBy } from './runUploadJob';

/** How long a line in the status bar stays, in milliseconds. */
const STATUS_MESSAGE_MS = 5000;

/** Whether the server may make a version of it, whatever became of the upload. */
export function mayBecomeVersion(upload: Upload): boolean {
  return upload.stage === 'committed' || (upload.stage === 'stored' && upload.mayBeCommitted);
}

/** Tells that an upload was cancelled; louder where something may come of it all the same. */
export function showCancelled(by: CancelledBy | undefined, { upload, profileName }: UploadJob): void {
  const names = [notificationText(upload.file.name), notificationText(profileName)] as const;
  const mayGoOn = mayBecomeVersion(upload);
  if (by === 'account') {
    void vscode.window.showWarningMessage(
      mayGoOn
        ? vscode.l10n.t(
            'The upload of {0} to {1} was cancelled, since its account is not the active one any more. The file is sent: Appcircle may still make a version of it.',
            ...names,
          )
        : vscode.l10n.t(
            'The upload of {0} to {1} was cancelled, since its account is not the active one any more.',
            ...names,
          ),
    );
  } else if (mayGoOn && by !== 'window') {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'The upload of {0} to {1} was cancelled after its file was sent. Appcircle may still make a version of it.',
        ...names,
      ),
    );
  } else {
    vscode.window.setStatusBarMessage(vscode.l10n.t('Upload cancelled.'), STATUS_MESSAGE_MS);
  }
}

/** Tells that another account is active by now, and that therefore nothing was sent. */
export function showOtherAccount(fileName: string, profileName: string): void {
  void vscode.window.showWarningMessage(
    vscode.l10n.t(
      '{0} was not uploaded to {1}, since another account is the active one by now. Switch back, then upload it again.',
      notificationText(fileName),
      notificationText(profileName),
    ),
  );
}

/** Tells that the same file is on its way to the same profile. */
export function showAlreadyUploading(fileName: string, profileName: string): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      '{0} is being uploaded to {1} already. Nothing was sent a second time.',
      notificationText(fileName),
      notificationText(profileName),
    ),
  );
}
