import * as vscode from 'vscode';
import type { TestingGroup } from '../../api/testingGroups/testingGroups';
import { notificationText, visibleText } from '../../support/visibleText';
import { listText, testersText } from './groupText';

/** Asks whether these testers are to be removed; they are named, as far as there is room. */
export async function confirmRemoval({ name }: TestingGroup, addresses: readonly string[]): Promise<boolean> {
  const remove = vscode.l10n.t('Remove');
  const question = vscode.l10n.t(
    'Remove {0} from the testing group {1}?',
    testersText(addresses.length),
    visibleText(name),
  );
  const chosen = await vscode.window.showWarningMessage(
    question,
    { modal: true, detail: listText(addresses, visibleText) },
    remove,
  );
  return chosen === remove;
}

/** Asks whether a group is to be deleted, and says what is lost with it. */
export async function confirmDeletion({ name, testers }: TestingGroup): Promise<boolean> {
  const remove = vscode.l10n.t('Delete');
  const detail =
    testers.length === 0
      ? vscode.l10n.t('It has no testers. This cannot be undone.')
      : vscode.l10n.t(
          'It has {0}: the list of their addresses is lost. This cannot be undone.',
          testersText(testers.length),
        );
  const question = vscode.l10n.t('Delete the testing group {0}?', visibleText(name));
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, remove)) === remove;
}

/** Says that there is nobody to do anything with. */
export function showEmpty({ name }: TestingGroup): void {
  void vscode.window.showInformationMessage(vscode.l10n.t('{0} has no testers yet.', notificationText(name)));
}

/** Says in passing that something was done. The status bar draws icons: names go through `withoutIcons`. */
export function showStatus(text: string): void {
  vscode.window.setStatusBarMessage(text, 5000);
}
