import { readFile, stat } from 'node:fs/promises';
import * as vscode from 'vscode';
import { writeTextFile } from '../../../api/files/writeTextFile';
import { suggestedFileName } from '../../../api/response/fileName';
import { readVariableFile, writeVariableFile } from '../../../api/variables/variableFile';
import { addVariable, changeVariable } from '../../../api/variables/variableWrites';
import { showError, showInformation, showWarning } from '../../../ui/dialogs/notifications';
import { askForPath, reportFileProblems } from '../../../ui/dialogs/saveDialog';
import { withCancellableProgress } from '../../../ui/dialogs/withCancellableProgress';
import { withWindowProgress } from '../../../ui/dialogs/withWindowProgress';
import { showStatus } from '../../../ui/statusBar';
import { numberText } from '../../../ui/text/testersText';
import { chooseVariableGroup, type ChosenVariableGroup, type VariableChoiceDeps } from './chooseVariable';
import { previewImport, type ImportedVariable } from './previewImport';

/** Larger than any file of variables. */
const MAX_BYTES = 1_000_000;

/** Variables from a file into a group, and out of a group into a file. */
export class VariableTransfers {
  constructor(private readonly deps: VariableChoiceDeps) {}

  /** Writes nothing before it was seen what is new, changed and the same. */
  async importVariables(argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Appcircle: Import Variables');
    const chosen = await chooseVariableGroup(this.deps, argument, title);
    const text = chosen && (await readChosenFile());
    if (!chosen || text === undefined || !chosen.isCurrent()) {
      return;
    }
    const { variables, skipped } = readVariableFile(text);
    if (variables.length === 0) {
      void showInformation(vscode.l10n.t('No variables to import were found in the file.'));
      return;
    }
    const { lists } = this.deps;
    const known = await withWindowProgress(vscode.l10n.t('Loading variables…'), () =>
      lists.variables(chosen.group.id),
    );
    const wanted = await previewImport(title, variables, known);
    if (!wanted || wanted.length === 0 || !chosen.isCurrent()) {
      return;
    }
    await this.writeAll(chosen, wanted);
    showStatus(
      vscode.l10n.t(
        'Imported {0} of {1} into {2}.',
        numberText(wanted.length),
        numberText(variables.length + skipped),
        chosen.group.name,
      ),
    );
  }

  /** Names, and the values of what is neither a secret nor a file, as JSON or in lines, by the name of the file. */
  async exportVariables(argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Appcircle: Export Variables');
    const chosen = await chooseVariableGroup(this.deps, argument, title, 'any');
    if (!chosen) {
      return;
    }
    const variables = await withWindowProgress(vscode.l10n.t('Loading variables…'), () =>
      this.deps.lists.variables(chosen.group.id),
    );
    const name = suggestedFileName([], encodeURIComponent(`${chosen.group.name}.json`));
    const path = chosen.isCurrent() ? await askForPath(vscode.l10n.t('Export Variables'), name) : undefined;
    if (path === undefined) {
      return;
    }
    const text = writeVariableFile(variables, /\.json$/i.test(path) ? 'json' : 'env');
    await reportFileProblems(async () => {
      await writeTextFile(path, text);
      showStatus(vscode.l10n.t('Variables of {0} exported without values of secrets.', chosen.group.name));
    });
  }

  /** One after the other; stops at the first that fails, and says how far it came. */
  private async writeAll(
    { client, group, isCurrent }: ChosenVariableGroup,
    wanted: readonly ImportedVariable[],
  ): Promise<void> {
    let done = 0;
    try {
      await withCancellableProgress(vscode.l10n.t('Importing variables…'), async (signal) => {
        for (const variable of wanted) {
          signal.throwIfAborted();
          await (variable.isKnown ? changeVariable : addVariable)(client, group.id, variable, signal);
          done++;
        }
      });
    } catch (error) {
      if (done > 0) {
        void showWarning(
          vscode.l10n.t(
            'Only {0} of {1} variables were imported.',
            numberText(done),
            numberText(wanted.length),
          ),
        );
      }
      throw error;
    } finally {
      if (isCurrent()) {
        this.deps.lists.renewVariables(group.id);
      }
    }
  }
}

/** The text of a file that a person chooses; undefined for Esc and, after a sentence, for what cannot be read. */
async function readChosenFile(): Promise<string | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Choose a File with Variables'),
      openLabel: vscode.l10n.t('Choose'),
      filters: {
        [vscode.l10n.t('All Files')]: ['*'],
        [vscode.l10n.t('Variables')]: ['json', 'env'],
      },
    })) ?? [];
  if (!file) {
    return undefined;
  }
  try {
    if ((await stat(file.fsPath)).size <= MAX_BYTES) {
      return await readFile(file.fsPath, 'utf8');
    }
    void showError(vscode.l10n.t('The file is too large for a file with variables.'));
  } catch {
    void showError(vscode.l10n.t('The file could not be read. Choose a file on this computer.'));
  }
  return undefined;
}
