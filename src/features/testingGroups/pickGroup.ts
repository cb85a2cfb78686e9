import * as vscode from 'vscode';
import type { TestingGroup } from '../../api/testingGroups/testingGroups';
import { pickFolded } from '../../ui/dialogs/foldedPick';
import { showPick } from '../../ui/dialogs/picks';
import { groupFacts, sortedTesters } from './groupRows';
import { testersText } from './groupText';

interface GroupPick extends vscode.QuickPickItem {
  group: TestingGroup;
}

interface TesterPick extends vscode.QuickPickItem {
  address: string;
}

/** Lets a person choose one of the groups, those from LDAP only where it need not be edited. Undefined for Esc. */
export async function pickGroup(
  groups: readonly TestingGroup[],
  title: string,
  which: 'any' | 'editable',
): Promise<TestingGroup | undefined> {
  const offered = which === 'any' ? groups : groups.filter(({ kind }) => kind === 'user');
  const chosen = await pickFolded<GroupPick>(
    offered.map((group) => ({
      group,
      label: group.name,
      description: groupFacts(group).join(' · '),
      iconPath: new vscode.ThemeIcon(group.kind === 'ldap' ? 'lock' : 'organization'),
    })),
    { title, placeHolder: placeholder(groups.length, offered.length), matchOnDescription: true },
  );
  return chosen?.group;
}

function placeholder(all: number, offered: number): string {
  if (all === 0) {
    return vscode.l10n.t('This organization has no testing groups yet');
  }
  return offered === 0
    ? vscode.l10n.t('All testing groups come from LDAP. Edit them there.')
    : vscode.l10n.t('Select a testing group');
}

/** Lets a person choose any number of the testers of a group. Nobody for Esc. */
export async function pickTesters(
  group: TestingGroup,
  title: string,
  ticked: readonly string[],
): Promise<string[]> {
  const before = new Set(ticked);
  const chosen = await showPick<TesterPick>(
    sortedTesters(group).map((address) => ({
      address,
      label: address,
      picked: before.has(address),
    })),
    {
      title,
      placeHolder: vscode.l10n.t('Search {0} in {1}', testersText(group.testers.length), group.name),
      canPickMany: true,
    },
  );
  return (chosen ?? []).map(({ address }) => address);
}
