import * as vscode from 'vscode';
import type { Memento } from '../../../support/memento';
import { askText } from '../../../ui/dialogs/askText';
import type { ApiView, TreeArrangement } from './apiView';
import { API_GROUPING, rememberedGrouping } from './rememberedGrouping';

/** How a person wants the tree: by tag or by path, which the workspace remembers, and filtered or not. */
export class TreeSettings {
  private value: TreeArrangement;

  constructor(
    private readonly memento: Memento,
    private readonly view: ApiView,
  ) {
    this.value = { filter: '', grouping: rememberedGrouping(memento) };
  }

  get current(): TreeArrangement {
    return this.value;
  }

  async setGrouping(grouping: TreeArrangement['grouping']): Promise<void> {
    this.change({ ...this.value, grouping });
    await this.memento.update(API_GROUPING, grouping === 'tag' ? undefined : grouping);
  }

  setFilter(filter: string): void {
    this.change({ ...this.value, filter: filter.trim() });
  }

  async askFilter(): Promise<void> {
    const filter = await askText<string>({
      title: vscode.l10n.t('Appcircle: Filter API Operations'),
      prompt: vscode.l10n.t('Words of a summary, a path, a method or a tag. Empty shows everything.'),
      placeholder: vscode.l10n.t('profiles'),
      value: this.value.filter,
      accept: (text) => Promise.resolve({ done: text }),
    });
    if (filter !== undefined) {
      this.setFilter(filter);
    }
  }

  private change(value: TreeArrangement): void {
    this.value = value;
    this.view.arrange(value);
  }
}
