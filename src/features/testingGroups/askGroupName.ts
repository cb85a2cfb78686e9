import * as vscode from 'vscode';
import type { TestingGroup } from '../../api/testingGroups/testingGroups';
import { askText, type ValidationMessage, type SubmitResult } from '../../ui/dialogs/askText';
import { boxText } from './groupText';

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
    prompt: vscode.l10n.t('Name of the testing group. Testers are added next.'),
    value: proposed,
    validate: (text) => validateGroupName(text.trim(), groups()),
    accept: (text, signal) => create(text.trim(), signal),
  });
}

/** The server refuses blank names and names in use (api/README 4.3); whether it tells cases apart is not known. */
function validateGroupName(name: string, groups: readonly TestingGroup[]): ValidationMessage | undefined {
  if (name === '') {
    return { severity: 'error', text: vscode.l10n.t('A testing group needs a name.') };
  }
  const key = name.toLowerCase();
  const alike = groups.filter((group) => group.name.trim().toLowerCase() === key);
  const same = alike.find((group) => group.name.trim() === name);
  if (same) {
    return {
      severity: 'error',
      text: vscode.l10n.t('There is a testing group {0} already.', boxText(name)),
    };
  }
  return (
    alike[0] && {
      severity: 'warning',
      text: vscode.l10n.t('There is a testing group {0} already.', boxText(alike[0].name)),
    }
  );
}
