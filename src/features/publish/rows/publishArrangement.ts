import * as vscode from 'vscode';
import type { PublishProfile } from '../../../api/publish/model';
import { Command } from '../../../contributions';
import { foldOnce, foldText } from '../../../support/foldText';
import { contextKey } from '../../../ui/contextKeys';
import type { ListArrangement } from '../../../ui/lists/listArrangement';
import type { PlatformRow } from './publishNodes';

const foldedName = foldOnce(({ name, bundleId = '' }: PublishProfile) => `${name} ${bundleId}`);

/** Which profiles are shown: those whose name or bundle id has a text in it, in any spelling. */
export class PublishArrangement implements ListArrangement<PlatformRow> {
  private readonly setKey = contextKey('appcircle.publishFilter');
  private wanted = '';
  readonly clear = {
    label: vscode.l10n.t('Clear Filter'),
    icon: 'clear-all',
    command: Command.clearPublishFilter,
  };

  constructor() {
    this.setKey('off');
  }

  get text(): string {
    return this.wanted;
  }

  set(text: string): void {
    this.wanted = text.trim();
    this.setKey(this.wanted === '' ? 'off' : 'on');
  }

  /** Whether a profile is shown. */
  has(profile: PublishProfile): boolean {
    return this.wanted === '' || foldedName(profile).includes(foldText(this.wanted));
  }

  apply(rows: readonly PlatformRow[]): readonly PlatformRow[] {
    return this.wanted === ''
      ? rows
      : rows
          .map((row) => ({ ...row, profiles: row.profiles.filter((profile) => this.has(profile)) }))
          .filter(({ profiles }) => profiles.length > 0);
  }

  describeFilter(): string | undefined {
    return this.wanted === '' ? undefined : vscode.l10n.t('“{0}”', this.wanted);
  }

  showAll(): void {
    this.set('');
  }
}
