import * as vscode from 'vscode';
import { followPick } from '../../../ui/dialogs/followPick';
import { createPick } from '../../../ui/dialogs/picks';
import type { Head } from '../workspace/repositories';
import { headText, statusChoiceText } from './buildArrangement';
import { statusChoices, type BuildFilter, type StatusChoice } from './buildFilter';

interface Choice extends vscode.QuickPickItem {
  /** Undefined at a heading. */
  choice?: StatusChoice | 'checkedOut';
}

export interface BuildFilterQuestion {
  filter: BuildFilter;
  /** What is checked out in the active repository; undefined where there is none. */
  head: Head | undefined;
  /** Told each change at once, so that the rows behind follow. */
  preview: (filter: BuildFilter) => void;
}

/**
 * Lets a person say which builds are shown: a text that is typed, and what is ticked below it. True when it was accepted;
 * otherwise the filter is what it was.
 */
export function askBuildFilter({ filter, head, preview }: BuildFilterQuestion): Promise<boolean> {
  const pick = createPick<Choice>();
  pick.title = vscode.l10n.t('Appcircle: Filter Builds');
  pick.placeholder = vscode.l10n.t(
    'Enter part of a profile, branch, commit, or author, and select filters below',
  );
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.value = filter.text;
  const choices = choicesFor(head);
  pick.items = choices;
  pick.selectedItems = choices.filter(({ choice }) =>
    choice === 'checkedOut' ? filter.checkedOut : choice !== undefined && filter.statuses.includes(choice),
  );
  const show = () => {
    const chosen = pick.selectedItems.map(({ choice }) => choice);
    preview({
      text: pick.value.trim(),
      statuses: statusChoices.filter((choice) => chosen.includes(choice)),
      checkedOut: chosen.includes('checkedOut'),
    });
  };
  const restore = () => {
    preview(filter);
  };
  return followPick(pick, { follow: show, restore });
}

/** What can be ticked. It stays in sight whatever is typed. */
function choicesFor(head: Head | undefined): Choice[] {
  const heading = (label: string): Choice => ({ label, kind: vscode.QuickPickItemKind.Separator });
  return [
    heading(vscode.l10n.t('Branch')),
    {
      label: vscode.l10n.t('Checked-out branch only'),
      description: headText(head),
      alwaysShow: true,
      choice: 'checkedOut',
    },
    heading(vscode.l10n.t('Status')),
    ...statusChoices.map((choice): Choice => ({
      label: statusChoiceText(choice),
      alwaysShow: true,
      choice,
    })),
  ];
}
