import { l10n } from 'vscode';
import type { StoreProfile } from '../../../api/store/storeProfiles';
import { Command } from '../../../contributions';
import { foldOnce, foldText } from '../../../support/foldText';
import { contextKey } from '../../../ui/contextKeys';
import type { ListArrangement } from '../../../ui/lists/listArrangement';

const foldedName = foldOnce(({ name }: StoreProfile) => name);

/** Which profiles are shown: those whose name has a text in it, in any spelling, or whose id it is. */
export class StoreArrangement implements ListArrangement<StoreProfile> {
  private text = '';
  private readonly setKey = contextKey('appcircle.storeFilter');
  readonly clear = { label: l10n.t('Clear Filter'), icon: 'clear-all', command: Command.clearStoreFilter };

  constructor() {
    this.setKey('off');
  }

  get filter(): string {
    return this.text;
  }

  apply(rows: readonly StoreProfile[]): readonly StoreProfile[] {
    const wanted = foldText(this.text);
    return wanted === ''
      ? rows
      : rows.filter((row) => foldedName(row).includes(wanted) || foldText(row.id) === wanted);
  }

  describeFilter(): string | undefined {
    return this.text === '' ? undefined : `“${this.text}”`;
  }

  filterBy(text: string): void {
    this.text = text.trim();
    this.setKey(this.text === '' ? 'off' : 'on');
  }

  showAll(): void {
    this.filterBy('');
  }
}
