import * as vscode from 'vscode';
import type { ScopeSource } from '../../../account/commandScope';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { findFolded } from '../../../ui/dialogs/foldedPick';
import { createPick } from '../../../ui/dialogs/picks';
import type { AccountList } from '../../../ui/lists/accountList';
import { loadProfiles } from './loadProfiles';
import type { ProfileQuestion } from '../deps';
import { versionsText } from '../tree/profileItem';

interface ProfileItem extends vscode.QuickPickItem {
  profile?: DistributionProfile;
}

/**
 * Lets a person choose one of all profiles, those included that the tree does not show. Undefined, too, when the
 * account left meanwhile.
 */
export async function pickProfile(
  question: ProfileQuestion,
  list: AccountList<DistributionProfile>,
  source: ScopeSource,
): Promise<DistributionProfile | undefined> {
  const loaded = await loadProfiles(list, source);
  if (!loaded) {
    return undefined;
  }
  const { item, typed } = await ask(question, loaded.rows);
  return loaded.isCurrent() ? (item?.profile ?? (item && question.orCreate?.(typed))) : undefined;
}

interface ProfilePick {
  /** Without a profile: a new one is wanted. */
  item: ProfileItem | undefined;
  typed: string;
}

function ask(
  { title, lastUsedId, orCreate }: ProfileQuestion,
  rows: readonly DistributionProfile[],
): Promise<ProfilePick> {
  const pick = createPick<ProfileItem>();
  pick.title = title;
  pick.matchOnDescription = true;
  pick.placeholder = searchText(rows.length);
  findFolded(pick);
  const create: ProfileItem = {
    label: vscode.l10n.t('Create Distribution Profile…'),
    iconPath: new vscode.ThemeIcon('add'),
    alwaysShow: true,
  };
  const last = rows.find(({ id }) => id === lastUsedId);
  const others = rows.filter((row) => row !== last);
  pick.items = [
    ...section(vscode.l10n.t('last used'), last ? [last] : []),
    ...section(
      vscode.l10n.t('pinned'),
      others.filter(({ pinned }) => pinned),
    ),
    ...section(
      vscode.l10n.t('distribution profiles'),
      others.filter(({ pinned }) => !pinned),
    ),
    ...(orCreate ? [heading(''), create] : []),
  ];
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      // Where nothing matches there is nothing to take, and what was typed stays.
      if (item) {
        resolve({ item, typed: pick.value.trim() });
        pick.hide();
      }
    });
    pick.onDidHide(() => {
      resolve({ item: undefined, typed: '' });
      pick.dispose();
    });
    pick.show();
  });
}

/** Rows below their heading, in their order; nothing where there is none. */
function section(title: string, rows: readonly DistributionProfile[]): ProfileItem[] {
  return rows.length === 0 ? [] : [heading(title), ...rows.map(itemOf)];
}

function itemOf(profile: DistributionProfile): ProfileItem {
  return {
    profile,
    label: profile.name,
    description: versionsText(profile),
    // Files as icons keep their colour in a quick pick, and vanish on the row in focus of a light theme.
    iconPath: new vscode.ThemeIcon(profile.pinned ? 'pinned' : 'device-mobile'),
  };
}

function heading(label: string): ProfileItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function searchText(profiles: number): string {
  switch (profiles) {
    case 0:
      return vscode.l10n.t('This organization has no distribution profiles yet');
    case 1:
      return vscode.l10n.t('Search 1 distribution profile');
    default:
      return vscode.l10n.t('Search {0} distribution profiles', profiles);
  }
}
