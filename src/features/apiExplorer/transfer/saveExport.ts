import * as vscode from 'vscode';
import { writeTextFile } from '../../../api/files/writeTextFile';
import { showInformation } from '../../../ui/dialogs/notifications';
import { askForPath, reportFileProblems } from '../../../ui/dialogs/saveDialog';

/** What is exported, and what is said of it. */
interface Export {
  readonly title: string;
  /** The name that is proposed. */
  readonly file: string;
  /** Made once a place for it was chosen. */
  readonly text: () => string;
  readonly done: string;
}

/** Asks where a text shall go, writes it there, and offers to open it. Esc writes nothing. */
export async function saveExport({ title, file, text, done }: Export): Promise<void> {
  const path = await askForPath(title, file);
  if (path === undefined) {
    return;
  }
  const saved = await reportFileProblems(async () => {
    await writeTextFile(path, text());
    return true;
  });
  const open = vscode.l10n.t('Reveal File');
  if (saved && (await showInformation(done, open)) === open) {
    await vscode.commands.executeCommand('revealFileInOS', vscode.Uri.file(path));
  }
}
