import * as vscode from 'vscode';
import type { TestingGroup } from '../../api/testingGroups/testingGroups';
import { foldText } from '../../support/foldText';
import { askText, type ValidationMessage, type SubmitResult } from '../../ui/dialogs/askText';

/** How a name for a new group is asked for. */
export interface GroupNameQuestion {
  proposed: string;
  /** The groups that are known while it is asked. */
  groups: () => readonly TestingGroup[];
  create: (name: string, signal: AbortSignal) => Promise<SubmitResult<TestingGroup>>;
}

/** Asks for the name of a new group until there is one. Undefined for Esc. */
export function askGroupName({
  proposed,
  groups,
  create,
}: GroupNameQuestion): Promise<TestingGroup | undefined> {
  return askText({
    title: vscode.l10n.t('Appcircle: Create Testing Group'),
    prompt: vscode.l10n.t('Name of the testing group. You add testers next.'),
    value: proposed,
    validate: (text) => validateGroupName(text.trim(), groups()),
    accept: (text, signal) => create(text.trim(), signal),
  });
}

/** The server refuses blank names and names in use (api/README 4.3); whether it tells spellings apart is not known. */
function validateGroupName(name: string, groups: readonly TestingGroup[]): ValidationMessage | undefined {
  if (name === '') {
    return { severity: 'error', text: vscode.l10n.t('Enter a name.') };
  }
  const key = foldText(name);
  const alike = groups.filter((group) => foldText(group.name) === key);
  const same = alike.find((group) => group.name.trim() === name);
  if (same) {
    return {
      severity: 'error',
      text: vscode.l10n.t('A testing group named {0} already exists.', name),
    };
  }
  return (
    alike[0] && {
      severity: 'warning',
      text: vscode.l10n.t('A testing group named {0} already exists.', alike[0].name),
    }
  );
}
