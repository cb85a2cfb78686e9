import * as vscode from 'vscode';
import { showStatus } from '../../../ui/statusBar';
import type { ApiModule } from '../descriptions/apiModule';
import { changesText } from '../descriptions/moduleText';

/** Says of each description that is another one now what became of it, in passing, once (R40). */
export class ToldChanges {
  private readonly told = new WeakSet<ApiModule>();

  /** True where something was said: its row says it, too. */
  tell(module: ApiModule): boolean {
    const { changes, name } = module;
    if (!changes || this.told.has(module)) {
      return false;
    }
    this.told.add(module);
    showStatus(vscode.l10n.t('The API of {0} changed: {1}.', name, changesText(changes)));
    return true;
  }
}
