import path from 'node:path';
import * as vscode from 'vscode';
import { UPLOADED_EXTENSIONS } from '../../api/upload/uploadFile';
import { pickFolded } from '../dialogs/foldedPick';
import { withWindowProgress } from '../dialogs/withWindowProgress';
import { fromNow } from '../text/fromNow';
import { sizeText } from '../text/sizeText';
import { findWorkspaceApps, type WorkspaceApp } from './workspaceApps';

/** What is asked, and where the dialog begins. */
interface FileQuestion {
  title: string;
  canBeMany: boolean;
  folder: vscode.Uri | undefined;
}

interface FileRow extends vscode.QuickPickItem {
  /** Without one the dialog is wanted. */
  uri?: vscode.Uri;
}

/** Asks for an app: one of the newest of the workspace, or others in a dialog. None when it was closed. */
export async function askFile(question: FileQuestion): Promise<readonly vscode.Uri[]> {
  const apps = await withWindowProgress(vscode.l10n.t('Looking for apps…'), findWorkspaceApps);
  if (apps.length === 0) {
    return askInDialog(question);
  }
  const row = await pickFolded(rowsOf(apps), {
    title: question.title,
    placeHolder: vscode.l10n.t('Select an app to upload'),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return row ? (row.uri ? [row.uri] : askInDialog(question)) : [];
}

function rowsOf(apps: readonly WorkspaceApp[]): FileRow[] {
  return [
    { label: vscode.l10n.t('newest in this workspace'), kind: vscode.QuickPickItemKind.Separator },
    ...apps.map(({ uri, changedAt, size }) => ({
      uri,
      label: path.basename(uri.fsPath),
      description: [fromNow(changedAt), sizeText(size), ...folderOf(uri)].join(' · '),
      iconPath: new vscode.ThemeIcon('package'),
    })),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    {
      label: vscode.l10n.t('Choose Another File…'),
      iconPath: new vscode.ThemeIcon('folder-opened'),
      alwaysShow: true,
    },
  ];
}

/** Nothing for what lies in the only folder of the workspace itself. */
function folderOf(uri: vscode.Uri): string[] {
  const shown = vscode.workspace.asRelativePath(uri);
  const folder = path.posix.dirname(shown.replaceAll('\\', '/'));
  return folder === '.' ? [] : [folder];
}

async function askInDialog({ canBeMany, folder }: FileQuestion): Promise<readonly vscode.Uri[]> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Choose an App to Upload'),
    openLabel: vscode.l10n.t('Choose'),
    canSelectMany: canBeMany,
    filters: { [vscode.l10n.t('Apps')]: [...UPLOADED_EXTENSIONS], [vscode.l10n.t('All Files')]: ['*'] },
    ...(folder && { defaultUri: folder }),
  });
  return chosen ?? [];
}
