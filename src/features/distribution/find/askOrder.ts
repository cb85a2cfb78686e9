import * as vscode from 'vscode';
import { showPick } from '../../../ui/dialogs/picks';
import { profileOrders, type ProfileOrder } from './profileOrder';

/** Lets a person choose how profiles are sorted. Undefined when nothing was chosen. */
export async function askOrder(now: ProfileOrder): Promise<ProfileOrder | undefined> {
  const chosen = await showPick(
    profileOrders.map((order) => ({
      order,
      label: orderText(order),
      ...(order === now && { description: vscode.l10n.t('current') }),
    })),
    {
      title: vscode.l10n.t('Appcircle: Sort Profiles'),
      placeHolder: vscode.l10n.t('Pinned profiles stay first'),
    },
  );
  return chosen?.order;
}

function orderText(order: ProfileOrder): string {
  switch (order) {
    case 'name':
      return vscode.l10n.t('Name');
    case 'lastUpload':
      return vscode.l10n.t('Last Upload');
    case 'creation':
      return vscode.l10n.t('Created');
  }
}
