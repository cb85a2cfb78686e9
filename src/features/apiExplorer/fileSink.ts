import { createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import * as vscode from 'vscode';
import { suggestedFileName } from '../../api/response/fileName';
import type { AnswerHead, Sink } from '../../api/transport';
import { sizeText } from '../../ui/sizeText';

/** A file that an answer is written to while it comes. It has its name only when all of it is there. */
export class FileSink implements Sink {
  private readonly part: string;
  private readonly stream: WriteStream;

  private constructor(readonly uri: vscode.Uri) {
    this.part = `${uri.fsPath}.part`;
    this.stream = createWriteStream(this.part);
    // Each write tells of it; without a listener it would end the process.
    this.stream.on('error', () => undefined);
  }

  /** Asks where an answer shall go that is too large to be shown. Undefined when the person does not want it. */
  static async ask({ headers, contentLength }: AnswerHead, path: string): Promise<FileSink | undefined> {
    const title =
      contentLength === undefined
        ? vscode.l10n.t('The answer is too large to be shown. Save it as a file')
        : vscode.l10n.t(
            'The answer is too large to be shown ({0}). Save it as a file',
            sizeText(contentLength),
          );
    const uri = await vscode.window.showSaveDialog({
      title,
      defaultUri: proposedFile(suggestedFileName(headers, path)),
    });
    return uri && new FileSink(uri);
  }

  write(chunk: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      this.stream.write(chunk, (error) => {
        if (error) {
          reject(error);
        } else {
          resolve();
        }
      });
    });
  }

  async close(): Promise<void> {
    this.stream.end();
    await finished(this.stream);
    await rename(this.part, this.uri.fsPath);
  }

  async abort(): Promise<void> {
    this.stream.destroy();
    await rm(this.part, { force: true });
  }
}

/** A file of this name in the workspace, or where the editor begins. */
export function proposedFile(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return folder ? vscode.Uri.joinPath(folder.uri, name) : vscode.Uri.file(name);
}
