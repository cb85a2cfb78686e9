import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { AppReading } from '../../api/apps/app';
import { fileImpossibility } from '../../api/apps/checks/checkApp';
import { findUploadFile, type UsableFile } from '../../api/upload/findUploadFile';
import type { FileStat } from '../../api/upload/uploadFile';
import { readIfThere } from '../apps/checkedApp';
import { impossibilityText } from '../apps/findingText';
import { askInModal, showError } from '../dialogs/notifications';
import { askFile } from './askFile';
import { unusableFileText } from './unusableFileText';

/** A file that can be uploaded, as far as could be seen. */
export interface ChosenFile extends UsableFile {
  readonly uri: vscode.Uri;
  /** What it says of itself, as far as its disk lets it be read. */
  readonly reading: AppReading | undefined;
  /** How it was then. */
  readonly checked: FileStat | undefined;
}

/** Problems that are told one by one. */
const MAX_TOLD = 10;

/** Lets a person choose what is uploaded. */
export class UploadFiles {
  /** The file that was chosen last: the dialog begins in its folder. */
  private last: vscode.Uri | undefined;

  constructor(private readonly title: string) {}

  /** One file that is asked for, until it can be uploaded. Undefined when it was closed. */
  async chooseOne(): Promise<ChosenFile | undefined> {
    return (await this.chooseFrom(undefined, false))?.[0];
  }

  /**
   * The files that are known, or those that are asked for, at least one. Those that cannot be uploaded are told, and
   * left out where the person wants the others; else others are asked for. Undefined when it was closed.
   */
  choose(known?: readonly vscode.Uri[]): Promise<readonly ChosenFile[] | undefined> {
    return this.chooseFrom(known, true);
  }

  private async chooseFrom(
    known: readonly vscode.Uri[] | undefined,
    canBeMany: boolean,
  ): Promise<readonly ChosenFile[] | undefined> {
    let uris = known ?? (await this.ask(canBeMany));
    while (uris.length > 0) {
      const { usable, problems } = await inspect(uris);
      const next = problems.length === 0 ? 'go on' : await askAbout(problems, usable.length);
      if (next === 'go on') {
        this.last = uris[0];
        return usable;
      }
      if (next === undefined) {
        return undefined;
      }
      uris = await this.ask(canBeMany);
    }
    return undefined;
  }

  /** None for Esc. */
  private ask(canBeMany: boolean): Promise<readonly vscode.Uri[]> {
    const folder = this.last
      ? vscode.Uri.joinPath(this.last, '..')
      : vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file')?.uri;
    return askFile({ title: this.title, canBeMany, folder });
  }
}

/** Looks at files, each once. Problems are sentences. */
async function inspect(uris: readonly vscode.Uri[]): Promise<{ usable: ChosenFile[]; problems: string[] }> {
  const usable: ChosenFile[] = [];
  const problems: string[] = [];
  for (const uri of new Map(uris.map((one) => [one.toString(), one])).values()) {
    if (uri.scheme !== 'file') {
      problems.push(vscode.l10n.t('Files can only be read from disk. Choose a file on this computer.'));
      continue;
    }
    const found = await findUploadFile(uri.fsPath);
    if (!('file' in found)) {
      problems.push(unusableFileText(found.reason, basename(uri.fsPath), found.target));
      continue;
    }
    const read = await readIfThere(found.file);
    const impossible = read && fileImpossibility(read.reading, found.file.name);
    if (impossible) {
      problems.push(impossibilityText(impossible, basename(uri.fsPath)));
    } else {
      usable.push({ uri, ...found, reading: read?.reading, checked: read?.stat });
    }
  }
  return { usable, problems };
}

/** Undefined when it was closed. */
async function askAbout(
  problems: readonly string[],
  usable: number,
): Promise<'go on' | 'ask again' | undefined> {
  const [problem = ''] = problems;
  if (problems.length === 1 && usable === 0) {
    const another = vscode.l10n.t('Choose Another File');
    return (await showError(problem, another)) === another ? 'ask again' : undefined;
  }
  const others = vscode.l10n.t('Upload the Other Files');
  const again = vscode.l10n.t('Choose Other Files');
  const more = problems.length - MAX_TOLD;
  const told = problems.slice(0, MAX_TOLD);
  const pressed = await askInModal(
    vscode.l10n.t('{0} of {1} files cannot be uploaded.', problems.length, problems.length + usable),
    more > 0 ? [...told, vscode.l10n.t('And {0} more.', more)] : told,
    ...(usable > 0 ? [others, again] : [again]),
  );
  return pressed === others ? 'go on' : pressed === again ? 'ask again' : undefined;
}
