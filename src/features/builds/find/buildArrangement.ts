import * as vscode from 'vscode';
import { JsonObject } from '../../../api/decode';
import { Command } from '../../../contributions';
import { recordState, type Memento } from '../../../support/memento';
import { contextKey } from '../../../ui/contextKeys';
import { shortHash } from '../tree/buildText';
import type { Head } from '../workspace/repositories';
import {
  isFilteringBuilds,
  noBuildFilter,
  statusChoices,
  type BuildFilter,
  type StatusChoice,
} from './buildFilter';

/** Key of the workspace's memento. */
const FILTER = 'appcircle.buildFilter';

/** Which rows are shown, remembered for the workspace. */
export class BuildArrangement {
  private now: BuildFilter;
  private readonly setKey = contextKey('appcircle.buildFilter');
  readonly clear = {
    label: vscode.l10n.t('Clear Filter'),
    icon: 'clear-all',
    command: Command.clearBuildFilter,
  };

  constructor(
    private readonly memento: Memento,
    /** What is checked out in the active repository; undefined where there is none. */
    private readonly head: () => Head | undefined,
  ) {
    this.now = parseFilter(memento.get(FILTER));
    this.updateContextKey();
  }

  get filter(): BuildFilter {
    return this.now;
  }

  get isOn(): boolean {
    return isFilteringBuilds(this.now);
  }

  /** What the rows are filtered by, in a few words; undefined where all are shown. */
  describeFilter(): string | undefined {
    const { text, statuses, checkedOut } = this.now;
    const parts = [
      checkedOut ? headText(this.head()) : '',
      text && `“${text}”`,
      statuses.map(statusChoiceText).join(` ${vscode.l10n.t('or')} `),
    ];
    return this.isOn ? parts.filter((part) => part !== '').join(' · ') : undefined;
  }

  /** Filters by something else, for now; `keep` remembers it. */
  preview(filter: BuildFilter): void {
    this.now = filter;
    this.updateContextKey();
  }

  async keep(): Promise<void> {
    await recordState(this.memento, FILTER, this.isOn ? this.now : undefined);
  }

  private updateContextKey(): void {
    this.setKey(this.isOn ? 'on' : 'off');
  }
}

/** What is checked out, and whether that is a branch that builds can be of (R48). */
export function headText(head: Head | undefined): string {
  switch (head?.kind) {
    case 'branch':
      return head.name;
    case 'tag':
      return vscode.l10n.t('tag {0}', head.name);
    case 'detached':
      return vscode.l10n.t('all branches (detached at {0})', shortHash(head.commit) ?? '');
    case undefined:
      return vscode.l10n.t('all branches (nothing checked out)');
  }
}

export function statusChoiceText(choice: StatusChoice): string {
  switch (choice) {
    case 'failed':
      return vscode.l10n.t('Failed');
    case 'underWay':
      return vscode.l10n.t('Waiting or running');
    case 'warnings':
      return vscode.l10n.t('With warnings');
  }
}

/** Whatever another version of the extension stored here: what is not known of it does not count. */
function parseFilter(stored: unknown): BuildFilter {
  const row = JsonObject.of<'text' | 'statuses' | 'checkedOut'>(stored);
  const chosen = row?.texts('statuses') ?? [];
  return row
    ? {
        text: row.text('text') ?? '',
        statuses: statusChoices.filter((choice) => chosen.includes(choice)),
        checkedOut: row.flag('checkedOut'),
      }
    : noBuildFilter;
}
