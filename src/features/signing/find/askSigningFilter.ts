import * as vscode from 'vscode';
import type { SigningIdentity } from '../../../api/signing/identities';
import { followPick } from '../../../ui/dialogs/followPick';
import { createPick } from '../../../ui/dialogs/picks';
import { signingChoiceText } from './signingArrangement';
import {
  filterIdentities,
  noSigningFilter,
  signingChoices,
  type SigningChoice,
  type SigningFilter,
} from './signingFilter';

interface Choice extends vscode.QuickPickItem {
  choice: SigningChoice;
}

export interface SigningFilterQuestion {
  rows: readonly SigningIdentity[];
  filter: SigningFilter;
  /** Told each change at once, so that the rows behind follow. */
  preview: (filter: SigningFilter) => void;
}

/**
 * Lets a person say which signing identities are shown: a text that is typed, and what is ticked below it. True when it
 * was accepted; otherwise the filter is what it was.
 */
export function askSigningFilter({ rows, filter, preview }: SigningFilterQuestion): Promise<boolean> {
  const pick = createPick<Choice>();
  pick.placeholder = vscode.l10n.t('Enter part of a name, app ID, or alias, and select filters below');
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.value = filter.text;
  const choices = signingChoices.map((choice): Choice => ({
    label: signingChoiceText(choice),
    description: String(filterIdentities(rows, { ...noSigningFilter, choices: [choice] }).length),
    // It stays in sight whatever is typed.
    alwaysShow: true,
    choice,
  }));
  pick.items = choices;
  pick.selectedItems = choices.filter(({ choice }) => filter.choices.includes(choice));
  const show = (now: SigningFilter) => {
    pick.title = vscode.l10n.t(
      'Appcircle: Filter Signing Identities, {0} of {1}',
      filterIdentities(rows, now).length,
      rows.length,
    );
    preview(now);
  };
  const read = (): SigningFilter => ({
    text: pick.value.trim(),
    choices: pick.selectedItems.map(({ choice }) => choice),
  });
  show(filter);
  const follow = () => {
    show(read());
  };
  const restore = () => {
    preview(filter);
  };
  return followPick(pick, { follow, restore });
}
