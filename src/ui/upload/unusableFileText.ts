import { extname } from 'node:path';
import * as vscode from 'vscode';
import type { ContentProblem } from '../../api/upload/fileContent';
import type { UnusableFound } from '../../api/upload/findUploadFile';

/** Why a file cannot be uploaded, and what helps. `target`: where it leads, if it is a link. */
export function unusableFileText(reason: UnusableFound['reason'], fileName: string, target?: string): string {
  const name = target === undefined ? fileName : vscode.l10n.t('{0}, a link to {1},', fileName, target);
  switch (reason) {
    case 'folder':
      return folderText(extname(target ?? fileName).toLowerCase(), name);
    case 'brokenLink':
      return vscode.l10n.t(
        '{0} cannot be uploaded because its target does not exist. Choose another file.',
        name,
      );
    case 'circularLink':
      return vscode.l10n.t('{0} cannot be uploaded because it links to itself. Choose another file.', name);
    case 'missing':
      return vscode.l10n.t('{0} was not found.', name);
    case 'forbidden':
      return vscode.l10n.t('You do not have permission to read {0}.', name);
    case 'unreadable':
      return vscode.l10n.t('{0} cannot be read. Check that its disk is connected.', name);
    case 'noFile':
      return vscode.l10n.t('{0} is a pipe, socket, or device, not a file.', name);
    case 'wrongExtension':
      return vscode.l10n.t('{0} is not an app. Choose an .ipa, .apk, or .aab file.', name);
    case 'empty':
      return vscode.l10n.t('{0} is empty. Check that its build finished successfully.', name);
    case 'tooLarge':
      return vscode.l10n.t('{0} is too large. The maximum size is 3 GB.', name);
    case 'changed':
      return vscode.l10n.t(
        '{0} changed during the upload. Wait until its build finishes, then try again.',
        name,
      );
    default:
      return contentText(reason, name);
  }
}

/** What a file is that is called like an app and is none. */
function contentText(reason: ContentProblem, name: string): string {
  switch (reason) {
    case 'gitLfsPointer':
      return vscode.l10n.t(
        '{0} is a Git LFS pointer, not an app. Run git lfs pull, then upload the file.',
        name,
      );
    case 'gitAnnexPointer':
      return vscode.l10n.t(
        '{0} is a git-annex pointer, not an app. Run git annex get, then upload the file.',
        name,
      );
    case 'webPage':
      return vscode.l10n.t(
        '{0} is a web page, not an app. A sign-in or error page may have been saved instead. Download the app again.',
        name,
      );
    case 'xml':
      return vscode.l10n.t(
        '{0} is an XML file, not an app. A server error may have been saved instead. Download the app again.',
        name,
      );
    case 'json':
      return vscode.l10n.t(
        '{0} is a JSON file, not an app. A server error may have been saved instead. Download the app again.',
        name,
      );
    case 'text':
      return vscode.l10n.t('{0} is a text file, not an app. Build or download the app again.', name);
    case 'blank':
      return vscode.l10n.t('{0} is not an app yet. Wait until its download finishes.', name);
    case 'noArchive':
      return vscode.l10n.t('{0} is not an app, despite its name. Apps are ZIP archives.', name);
    case 'emptyArchive':
      return vscode.l10n.t('{0} is an empty archive. Build the app again.', name);
    case 'noApp':
      return vscode.l10n.t('{0} is an archive that contains no app. Extract the app and upload it.', name);
    case 'cutOff':
      return vscode.l10n.t(
        '{0} is incomplete. Wait until its build or download finishes, or build or download the app again.',
        name,
      );
    case 'damaged':
      return vscode.l10n.t(
        '{0} is damaged. Parts of the archive are missing. Build or download the app again.',
        name,
      );
  }
}

function folderText(extension: string, name: string): string {
  switch (extension) {
    case '.app':
      return vscode.l10n.t(
        '{0} is an app folder. Archive the app in Xcode, export an .ipa file, and upload it.',
        name,
      );
    case '.xcarchive':
      return vscode.l10n.t('{0} is an Xcode archive. Export an .ipa file from it, and upload it.', name);
    default:
      return vscode.l10n.t('{0} is a folder. Choose an .ipa, .apk, or .aab file.', name);
  }
}
