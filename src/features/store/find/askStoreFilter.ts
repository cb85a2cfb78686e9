import * as vscode from 'vscode';
import type { StoreProfile } from '../../../api/store/storeProfiles';
import { createPick } from '../../../ui/dialogs/picks';
import type { StoreArrangement } from './storeArrangement';

/** What a filter is asked with. `show` has the rows behind follow. */
export interface StoreFilterQuestion {
  rows: readonly StoreProfile[];
  arrangement: StoreArrangement;
  show: () => void;
}

/** Lets a person type what names must have; the rows behind follow at once. Esc takes it back. */
export function askStoreFilter({ rows, arrangement, show }: StoreFilterQuestion): Promise<void> {
  const before = arrangement.filter;
  const pick = createPick<vscode.QuickPickItem>();
  pick.placeholder = vscode.l10n.t('Enter part of the name');
  pick.ignoreFocusOut = true;
  pick.value = before;
  const count = () => {
    const { length } = arrangement.apply(rows);
    pick.title = vscode.l10n.t('Appcircle: Filter Enterprise App Store, {0} of {1}', length, rows.length);
    // A pick without a row says that nothing matches, whatever the rows behind it show.
    pick.items = [
      {
        label: length === 1 ? vscode.l10n.t('Show 1 profile') : vscode.l10n.t('Show {0} profiles', length),
        alwaysShow: true,
        iconPath: new vscode.ThemeIcon('filter'),
      },
    ];
  };
  const filterBy = (text: string) => {
    arrangement.filterBy(text);
    count();
    show();
  };
  count();
  return new Promise((resolve) => {
    let isAccepted = false;
    pick.onDidChangeValue(filterBy);
    pick.onDidAccept(() => {
      isAccepted = true;
      pick.hide();
    });
    pick.onDidHide(() => {
      if (!isAccepted) {
        arrangement.filterBy(before);
        show();
      }
      pick.dispose();
      resolve();
    });
    pick.show();
  });
}
