import * as vscode from 'vscode';
import { recordState, type Memento } from '../../../support/memento';
import type { Authentication, DistributionProfile } from '../../../api/distribution/profiles';
import { JsonObject } from '../../../api/decode';
import { Command } from '../../../contributions';
import { contextKey } from '../../../ui/contextKeys';
import type { ListArrangement } from '../../../ui/lists/listArrangement';
import { filterProfiles, isFiltering, noFilter, type ProfileFilter } from './profileFilter';
import { inOrder, profileOrders, type ProfileOrder } from './profileOrder';
import { authenticationText } from '../tree/profileTooltip';

const FILTER = 'appcircle.profileFilter';
const ORDER = 'appcircle.profileOrder';

/** How the profiles are shown, remembered for the workspace. */
export class ProfileArrangement implements ListArrangement<DistributionProfile> {
  private now: ProfileFilter;
  private sorting: ProfileOrder;
  private readonly setKey = contextKey('appcircle.profileFilter');
  readonly clear = {
    label: vscode.l10n.t('Clear Filter'),
    icon: 'clear-all',
    command: Command.clearProfileFilter,
  };

  constructor(private readonly memento: Memento) {
    this.now = parseFilter(memento.get(FILTER));
    const order = memento.get(ORDER);
    this.sorting = profileOrders.find((known) => known === order) ?? 'name';
    this.updateContextKey();
  }

  get filter(): ProfileFilter {
    return this.now;
  }

  get order(): ProfileOrder {
    return this.sorting;
  }

  apply(rows: readonly DistributionProfile[]): readonly DistributionProfile[] {
    return inOrder(filterProfiles(rows, this.now), this.sorting);
  }

  describeFilter(): string | undefined {
    return isFiltering(this.now) ? filterText(this.now) : undefined;
  }

  /** Filters by something else, for now; `keep` remembers it. */
  preview(filter: ProfileFilter): void {
    this.now = filter;
    this.updateContextKey();
  }

  showAll(): void {
    this.preview(noFilter);
  }

  async keep(): Promise<void> {
    await recordState(this.memento, FILTER, isFiltering(this.now) ? this.now : undefined);
  }

  async sort(order: ProfileOrder): Promise<void> {
    this.sorting = order;
    await recordState(this.memento, ORDER, order === 'name' ? undefined : order);
  }

  private updateContextKey(): void {
    this.setKey(isFiltering(this.now) ? 'on' : 'off');
  }
}

/** "“pay” · iOS or Android · LDAP · with testing groups" */
function filterText({ text, platforms, authentications, groups }: ProfileFilter): string {
  const either = (text: string[]) => text.join(` ${vscode.l10n.t('or')} `);
  return [
    text && `“${text}”`,
    either(platforms.map(platformChoice)),
    either(authentications.map(authenticationChoice)),
    either(groups.map(groupsChoice)),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

export function platformChoice(platform: ProfileFilter['platforms'][number]): string {
  switch (platform) {
    case 'ios':
      return vscode.l10n.t('iOS');
    case 'android':
      return vscode.l10n.t('Android');
    case 'none':
      return vscode.l10n.t('No versions yet');
  }
}

/** In a list of other things a choice has to say what it is about. */
export function authenticationChoice(authentication: Authentication): string {
  switch (authentication) {
    case 'none':
      return vscode.l10n.t('No authentication');
    case 'other':
      return vscode.l10n.t('Other authentication');
    default:
      return authenticationText(authentication);
  }
}

export function groupsChoice(groups: ProfileFilter['groups'][number]): string {
  return groups === 'some' ? vscode.l10n.t('With testing groups') : vscode.l10n.t('Without testing groups');
}

export const platformChoices = ['ios', 'android', 'none'] as const;
export const groupsChoices = ['some', 'none'] as const;
export const authenticationChoices: readonly Authentication[] = [
  'none',
  'static',
  'ldap',
  'sso',
  'individualEnrollment',
  'other',
];

/** Whatever another version of the extension stored here: what is not known of it does not count. */
function parseFilter(stored: unknown): ProfileFilter {
  const row = JsonObject.of(stored);
  const knownChoices = <T extends string>(name: string, choices: readonly T[]) => {
    const chosen = row?.texts(name) ?? [];
    return choices.filter((choice) => chosen.includes(choice));
  };
  return row
    ? {
        text: row.text('text') ?? '',
        platforms: knownChoices('platforms', platformChoices),
        authentications: knownChoices('authentications', authenticationChoices),
        groups: knownChoices('groups', groupsChoices),
      }
    : noFilter;
}
