import * as vscode from 'vscode';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { followPick } from '../../../ui/dialogs/followPick';
import { createPick } from '../../../ui/dialogs/picks';
import { filterProfiles, type ProfileFilter } from './profileFilter';
import {
  authenticationChoice,
  authenticationChoices,
  groupsChoice,
  groupsChoices,
  platformChoice,
  platformChoices,
} from './profileArrangement';

interface Choice extends vscode.QuickPickItem {
  /** Whether the filter has this choice; there is none at a heading. */
  kindOf?: 'platforms' | 'authentications' | 'groups';
  value?: string;
}

export interface FilterQuestion {
  rows: readonly DistributionProfile[];
  filter: ProfileFilter;
  /** Told each change at once, so that the rows behind follow. */
  preview: (filter: ProfileFilter) => void;
}

/**
 * Lets a person say what profiles must have: a text that is typed, and what is ticked below it. True when it was
 * accepted; otherwise the filter is what it was.
 */
export function askFilter({ rows, filter, preview }: FilterQuestion): Promise<boolean> {
  const pick = createPick<Choice>();
  pick.placeholder = vscode.l10n.t('Enter part of the name, and select filters below');
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.value = filter.text;
  const choices = choicesOf(rows);
  pick.items = choices;
  pick.selectedItems = choices.filter(
    ({ kindOf, value }) => kindOf !== undefined && (filter[kindOf] as readonly unknown[]).includes(value),
  );
  const readFilter = (): ProfileFilter => {
    const values = (kind: Choice['kindOf']) =>
      pick.selectedItems.filter(({ kindOf }) => kindOf === kind).map(({ value }) => value);
    return {
      text: pick.value.trim(),
      platforms: values('platforms') as ProfileFilter['platforms'],
      authentications: values('authentications') as ProfileFilter['authentications'],
      groups: values('groups') as ProfileFilter['groups'],
    };
  };
  const count = (wanted: ProfileFilter) => {
    pick.title = vscode.l10n.t(
      'Appcircle: Filter Profiles, {0} of {1}',
      filterProfiles(rows, wanted).length,
      rows.length,
    );
  };
  const show = () => {
    const now = readFilter();
    count(now);
    preview(now);
  };
  count(filter);
  const restore = () => {
    preview(filter);
  };
  return followPick(pick, { follow: show, restore });
}

/** What can be ticked, with how many profiles have it. It stays in sight whatever is typed. */
function choicesOf(rows: readonly DistributionProfile[]): Choice[] {
  const none = { text: '', platforms: [], authentications: [], groups: [] };
  const choice = (kindOf: NonNullable<Choice['kindOf']>, value: string, label: string): Choice => ({
    label,
    description: String(filterProfiles(rows, { ...none, [kindOf]: [value] }).length),
    alwaysShow: true,
    kindOf,
    value,
  });
  const heading = (label: string): Choice => ({ label, kind: vscode.QuickPickItemKind.Separator });
  return [
    heading(vscode.l10n.t('Platform')),
    ...platformChoices.map((platform) => choice('platforms', platform, platformChoice(platform))),
    heading(vscode.l10n.t('Authentication')),
    ...authenticationChoices.map((kind) => choice('authentications', kind, authenticationChoice(kind))),
    heading(vscode.l10n.t('Testing groups')),
    ...groupsChoices.map((groups) => choice('groups', groups, groupsChoice(groups))),
  ];
}
