import * as vscode from 'vscode';
import { askText } from '../../../ui/dialogs/askText';
import type { TreeSettings } from './treeSettings';

/** Filter API Operations. Esc leaves the filter that there is. */
export async function filterOperations(settings: TreeSettings): Promise<void> {
  const filter = await askOperationFilter(settings.current.filter);
  if (filter !== undefined) {
    settings.setFilter(filter);
  }
}

/** Asks for the words that operations are filtered by. Undefined for Esc, empty for no filter. */
export function askOperationFilter(current: string): Promise<string | undefined> {
  return askText<string>({
    title: vscode.l10n.t('Appcircle: Filter API Operations'),
    prompt: vscode.l10n.t(
      'Enter words from a summary, path, method, or tag. Leave empty to show everything.',
    ),
    placeholder: vscode.l10n.t('For example, profiles'),
    value: current,
    accept: (text) => Promise.resolve({ done: text }),
  });
}
