import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { DownloadProgress } from '../../api/distribution/downloadVersion';
import { FileSink, isThere } from '../../api/files/fileSink';
import { transferText } from '../text/transferText';
import { showInformation } from './notifications';
import { percentBar } from './percentBar';
import { askForPath } from './saveDialog';
import { withCancellableProgress } from './withCancellableProgress';

/** Where a file goes. */
export interface SavePlace {
  readonly path: string;
  /** Whether the person was asked, by the dialog, about a file that is there. */
  readonly overwrite: boolean;
}

/** What gets the bytes of a file takes. */
export interface FileTransfer {
  readonly open: () => Promise<FileSink>;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: DownloadProgress) => void;
}

/** Asks where a new file goes. Undefined where the person closed the dialog. Fails with a `FileProblem`. */
export async function askForPlace(title: string, name: string): Promise<SavePlace | undefined> {
  const path = await askForPath(title, name);
  return path === undefined ? undefined : { path, overwrite: await isThere(path) };
}

/** Gets a file to its place, with how far it is and a Cancel. Given up, or at `closing`, it leaves nothing. */
export function transferTo<T>(
  { path, overwrite }: SavePlace,
  title: string,
  closing: AbortSignal,
  transfer: (transfer: FileTransfer) => Promise<T>,
): Thenable<T> {
  return withCancellableProgress(title, (cancelled, bar) => {
    const show = percentBar(bar);
    return transfer({
      open: () => FileSink.create(path, { overwrite }),
      signal: AbortSignal.any([cancelled, closing]),
      onProgress: ({ received, total, rate, remainingMs }) => {
        show(
          total ? (received / total) * 100 : 0,
          transferText({ done: received, total, rate, remainingMs }),
        );
      },
    });
  });
}

/** Says that a file is there, and leads to it: in the file manager, where that is one of the machine it is on. */
export async function offerSavedFile(path: string): Promise<void> {
  const isHere = vscode.env.remoteName === undefined;
  const button = isHere ? vscode.l10n.t('Reveal in File Manager') : vscode.l10n.t('Copy Path');
  const said = vscode.l10n.t('Saved {0}.', basename(path));
  if ((await showInformation(said, button)) !== button) {
    return;
  }
  await (isHere
    ? vscode.commands.executeCommand('revealFileInOS', vscode.Uri.file(path))
    : vscode.env.clipboard.writeText(path));
}
