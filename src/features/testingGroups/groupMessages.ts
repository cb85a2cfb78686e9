import * as vscode from 'vscode';
import type { TestingGroup } from '../../api/testingGroups/testingGroups';
import { askInModal, showInformation } from '../../ui/dialogs/notifications';
import { listText, testersText } from './groupText';

/** Asks whether these testers are to be removed; they are named, as far as there is room. */
export async function confirmRemoval({ name }: TestingGroup, addresses: readonly string[]): Promise<boolean> {
  const remove = vscode.l10n.t('Remove');
  const question = vscode.l10n.t(
    'Remove {0} from the testing group {1}?',
    testersText(addresses.length),
    name,
  );
  const chosen = await askInModal(question, listText(addresses), remove);
  return chosen === remove;
}

/** Asks whether a group is to be deleted, and says what is lost with it. */
export async function confirmDeletion({ name, testers }: TestingGroup): Promise<boolean> {
  const remove = vscode.l10n.t('Delete');
  const detail =
    testers.length === 0
      ? vscode.l10n.t('It has no testers. This cannot be undone.')
      : vscode.l10n.t('This removes its {0} and cannot be undone.', testersText(testers.length));
  const question = vscode.l10n.t('Delete the testing group {0}?', name);
  return (await askInModal(question, detail, remove)) === remove;
}

/** Says that there is nobody to do anything with. */
export function showEmpty({ name }: TestingGroup): void {
  void showInformation(vscode.l10n.t('{0} has no testers yet.', name));
}
