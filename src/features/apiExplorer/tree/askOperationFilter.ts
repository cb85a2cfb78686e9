import * as vscode from 'vscode';
import { askText } from '../../../ui/dialogs/askText';

/** Asks for the words that operations are filtered by. Undefined for Esc, empty for no filter. */
export function askOperationFilter(current: string): Promise<string | undefined> {
  return askText<string>({
    title: vscode.l10n.t('Appcircle: Filter API Operations'),
    prompt: vscode.l10n.t('Words of a summary, a path, a method or a tag. Empty shows everything.'),
    placeholder: vscode.l10n.t('profiles'),
    value: current,
    accept: (text) => Promise.resolve({ done: text }),
  });
}
