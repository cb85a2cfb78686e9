import * as vscode from 'vscode';
import type { CommandScope, ScopeSource } from '../../account/commandScope';
import type { TestingGroup } from '../../api/testingGroups/testingGroups';
import { showWarning } from '../../ui/dialogs/notifications';
import { withWindowProgress } from '../../ui/dialogs/withWindowProgress';
import type { AccountList } from '../../ui/lists/accountList';
import { beginCommand } from '../../ui/ensureSignedIn';
import { groupOf } from './groupRows';
import { pickGroup } from './pickGroup';

/** What a choice of a group takes. */
export interface GroupChoiceDeps extends ScopeSource {
  list: AccountList<TestingGroup>;
}

/** A group, and for whom it was chosen. */
export interface ChosenGroup extends CommandScope {
  readonly group: TestingGroup;
}

/**
 * The group that a command was run on, as it is known now; who ran it bare is asked. Undefined, after a sentence where
 * one helps, when there is none that the command can take. Fails as the request for the list does.
 */
export async function chooseGroup(
  deps: GroupChoiceDeps,
  argument: unknown,
  title: string,
  which: 'any' | 'editable',
): Promise<ChosenGroup | undefined> {
  const scope = await beginCommand(deps);
  if (!scope) {
    return undefined;
  }
  const groups = await withWindowProgress(vscode.l10n.t('Loading testing groups…'), () => deps.list.rows());
  const meant = groupOf(argument);
  // A row may be older than the list, or of another account, where a failed command is tried again.
  const group = meant ? groups.find(({ id }) => id === meant.id) : await pickGroup(groups, title, which);
  if (!scope.isCurrent()) {
    return undefined;
  }
  if (meant && !group) {
    void showWarning(vscode.l10n.t('{0} is no longer a testing group in this organization.', meant.name));
  } else if (group?.kind === 'ldap' && which === 'editable') {
    void showWarning(ldapText(group));
    return undefined;
  }
  return group && { ...scope, group };
}

function ldapText({ name, externalName }: TestingGroup): string {
  return externalName === undefined
    ? vscode.l10n.t('{0} comes from your LDAP directory. Edit it there.', name)
    : vscode.l10n.t('{0} comes from your LDAP directory ({1}). Edit it there.', name, externalName);
}
