import * as vscode from 'vscode';
import { JsonObject } from '../../../api/decode';
import type { SigningIdentity } from '../../../api/signing/identities';
import { Command } from '../../../contributions';
import { recordState, type Memento } from '../../../support/memento';
import { contextKey } from '../../../ui/contextKeys';
import type { ListArrangement } from '../../../ui/lists/listArrangement';
import {
  filterIdentities,
  isFilteringSigning,
  noSigningFilter,
  signingChoices,
  type SigningChoice,
  type SigningFilter,
} from './signingFilter';

/** Key of the workspace's memento. */
const FILTER = 'appcircle.signingFilter';

/** Which rows are shown, remembered for the workspace. */
export class SigningArrangement implements ListArrangement<SigningIdentity> {
  private now: SigningFilter;
  private readonly setKey = contextKey('appcircle.signingFilter');
  readonly clear = {
    label: vscode.l10n.t('Clear Filter'),
    icon: 'clear-all',
    command: Command.clearSigningFilter,
  };

  constructor(private readonly memento: Memento) {
    this.now = parseFilter(memento.get(FILTER));
    this.updateContextKey();
  }

  get filter(): SigningFilter {
    return this.now;
  }

  get isOn(): boolean {
    return isFilteringSigning(this.now);
  }

  apply(rows: readonly SigningIdentity[]): readonly SigningIdentity[] {
    return filterIdentities(rows, this.now);
  }

  isShown(identity: SigningIdentity): boolean {
    return this.apply([identity]).length > 0;
  }

  /** What the rows are filtered by, in a few words; undefined where all are shown. */
  describeFilter(): string | undefined {
    const { text, choices } = this.now;
    const parts = [text && `“${text}”`, choices.map(signingChoiceText).join(` ${vscode.l10n.t('or')} `)];
    return this.isOn ? parts.filter((part) => part !== '').join(' · ') : undefined;
  }

  /** Filters by something else, for now; `keep` remembers it. */
  preview(filter: SigningFilter): void {
    this.now = filter;
    this.updateContextKey();
  }

  showAll(): void {
    this.preview(noSigningFilter);
  }

  async keep(): Promise<void> {
    await recordState(this.memento, FILTER, this.isOn ? this.now : undefined);
  }

  private updateContextKey(): void {
    this.setKey(this.isOn ? 'on' : 'off');
  }
}

export function signingChoiceText(choice: SigningChoice): string {
  switch (choice) {
    case 'ended':
      return vscode.l10n.t('Expired');
    case 'endingSoon':
      return vscode.l10n.t('Ending within 30 days');
    case 'withoutCertificate':
      return vscode.l10n.t('Certificate missing');
  }
}

/** Whatever another version of the extension stored here: what is not known of it does not count. */
function parseFilter(stored: unknown): SigningFilter {
  const row = JsonObject.of<'text' | 'choices'>(stored);
  const chosen = row?.texts('choices') ?? [];
  return row
    ? { text: row.text('text') ?? '', choices: signingChoices.filter((choice) => chosen.includes(choice)) }
    : noSigningFilter;
}
