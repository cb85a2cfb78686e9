import * as vscode from 'vscode';
import { showInformation } from '../../../ui/dialogs/notifications';
import { showPick } from '../../../ui/dialogs/picks';
import { idPlaces } from './requestIds';
import type { RequestPlace } from './requestPlace';

/** The id that a lens names. A keybinding may hand over anything (T13). */
export function lensIdName(argument: unknown): string | undefined {
  const { name } = (argument ?? {}) as { name?: unknown };
  return typeof name === 'string' ? name : undefined;
}

/** Which of the ids of a request is meant, asked where there are several. Undefined after Esc, or a sentence where there is none. */
export async function chooseIdName({ document, request }: RequestPlace): Promise<string | undefined> {
  const rows = idPlaces(request, document.getText()).map(({ name }) => ({ label: name }));
  if (rows.length === 0) {
    void showInformation(vscode.l10n.t('This request has no ID to pick a value for.'));
  }
  return rows.length > 1
    ? (
        await showPick(rows, {
          title: vscode.l10n.t('Appcircle: Pick Value by Name'),
          placeHolder: vscode.l10n.t('Choose the value to pick'),
        })
      )?.label
    : rows[0]?.label;
}
