import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { composedBody } from '../../../api/files/composedBody';
import { findFileBelow, RefusedFile, type FileBelow, type FileScope } from '../../../api/files/fileBelow';
import type { BodyPart } from '../../../api/request/request';
import type { StreamBody } from '../../../api/transport/transport';
import { showWarning } from '../../../ui/dialogs/notifications';
import { offerTrust } from './confirmSend';

/** A body with files in it, ready to be sent. */
export interface FileBody {
  readonly body: StreamBody;
  /** In the order of the body. */
  readonly files: readonly FileBelow[];
}

/**
 * Finds the files of a body, below the workspace folder of the document that names them. Undefined, with a sentence,
 * where one may not be sent: then nothing is. A document of no file has the first folder of the workspace.
 */
export async function findBodyFiles(
  parts: readonly BodyPart[],
  source: string | undefined,
): Promise<FileBody | undefined> {
  if (!vscode.workspace.isTrusted) {
    await offerTrust(vscode.l10n.t('Files can only be sent in a trusted workspace.'));
    return undefined;
  }
  const scope = scopeOf(source);
  if (!scope) {
    void showWarning(
      vscode.l10n.t(
        'Not sent. Files can only be sent from a workspace folder on disk. Open the folder first.',
      ),
    );
    return undefined;
  }
  return reportRefusedFiles(async () => {
    const found = await Promise.all(
      parts.map(async (part) => (typeof part === 'string' ? part : findFileBelow(scope, part.file))),
    );
    return { body: composedBody(found), files: found.filter((part) => typeof part !== 'string') };
  });
}

/** Does work that reads files of a body. Why one is not sent is said; anything else is thrown on. */
export async function reportRefusedFiles<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RefusedFile)) {
      throw error;
    }
    void showWarning(unsentFileText(error));
    return undefined;
  }
}

function scopeOf(source: string | undefined): FileScope | undefined {
  const document = source === undefined ? undefined : vscode.Uri.parse(source);
  const isFile = document?.scheme === 'file';
  const folder = isFile
    ? vscode.workspace.getWorkspaceFolder(document)
    : vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
  if (folder?.uri.scheme !== 'file') {
    return undefined;
  }
  const root = folder.uri.fsPath;
  return { root, base: isFile ? dirname(document.fsPath) : root };
}

function unsentFileText({ reason, file }: RefusedFile): string {
  switch (reason) {
    case 'outside':
      return vscode.l10n.t('Not sent. {0} is outside the workspace folder.', file);
    case 'missing':
      return vscode.l10n.t('Not sent. {0} does not exist. Write the path of a file after "<".', file);
    case 'folder':
    case 'noFile':
      return vscode.l10n.t('Not sent. {0} is not a file.', file);
    case 'forbidden':
      return vscode.l10n.t('Not sent. You do not have permission to read {0}.', file);
    case 'unreadable':
      return vscode.l10n.t('Not sent. {0} cannot be read.', file);
    case 'changed':
      return vscode.l10n.t('Sending stopped because {0} changed. Send the request again.', file);
  }
}
