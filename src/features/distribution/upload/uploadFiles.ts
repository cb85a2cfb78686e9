import * as vscode from 'vscode';
import { diskFile } from '../../../api/files/diskFile';
import { unusableFileReason, UPLOADED_EXTENSIONS, type UploadFile } from '../../../api/upload/uploadFile';
import { unusableFileText } from './uploadText';

/** A file that can be uploaded, as far as could be seen. */
export interface ChosenFile {
  readonly uri: vscode.Uri;
  readonly file: UploadFile;
}

/** Lets a person choose what is uploaded. */
export class UploadFiles {
  /** The file that was chosen last: the dialog begins in its folder. */
  private last: vscode.Uri | undefined;

  /** The file that is known, or one that is asked for, until one can be uploaded. Undefined when it was closed. */
  async choose(known?: vscode.Uri): Promise<ChosenFile | undefined> {
    let uri = known ?? (await this.ask());
    while (uri) {
      const problem = await problemOf(uri);
      if (problem === undefined) {
        this.last = uri;
        return { uri, file: diskFile(uri.fsPath) };
      }
      const other = vscode.l10n.t('Choose Another File');
      if ((await vscode.window.showErrorMessage(problem, other)) !== other) {
        return undefined;
      }
      uri = await this.ask();
    }
    return undefined;
  }

  private async ask(): Promise<vscode.Uri | undefined> {
    const folder = this.last
      ? vscode.Uri.joinPath(this.last, '..')
      : vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file')?.uri;
    const chosen = await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Appcircle: Upload Version (Choose the App)'),
      openLabel: vscode.l10n.t('Choose'),
      canSelectMany: false,
      filters: { [vscode.l10n.t('Apps')]: [...UPLOADED_EXTENSIONS] },
      ...(folder && { defaultUri: folder }),
    });
    return chosen?.[0];
  }
}

async function problemOf(uri: vscode.Uri): Promise<string | undefined> {
  if (uri.scheme !== 'file') {
    return vscode.l10n.t('Files are read from a disk alone. Choose a file of this machine.');
  }
  const file = diskFile(uri.fsPath);
  const reason = await unusableFileReason(file);
  return reason && unusableFileText(reason, file.name);
}
