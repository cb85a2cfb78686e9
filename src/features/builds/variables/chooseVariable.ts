import { l10n, ThemeIcon, type QuickPickItem } from 'vscode';
import type { CommandScope, ScopeSource } from '../../../account/commandScope';
import type { EnvironmentVariable, VariableGroup } from '../../../api/variables/variableGroups';
import { pickFolded } from '../../../ui/dialogs/foldedPick';
import { showInformation, showWarning } from '../../../ui/dialogs/notifications';
import { withWindowProgress } from '../../../ui/dialogs/withWindowProgress';
import { beginCommand } from '../../../ui/ensureSignedIn';
import type { VariableLists } from './variableLists';
import { variableGroupOf, variableOf } from './variableNodes';
import { variableValueText } from './variableRows';

/** What a choice of a group or a variable takes. */
export interface VariableChoiceDeps extends ScopeSource {
  lists: VariableLists;
}

/** A group, and for whom it was chosen. */
export interface ChosenVariableGroup extends CommandScope {
  readonly group: VariableGroup;
}

/** A variable, with its group. */
export interface ChosenVariable extends ChosenVariableGroup {
  readonly variable: EnvironmentVariable;
}

/**
 * The group that a command was run on; who ran it on nothing is asked (T13). Undefined, after a sentence where one
 * helps, when there is none that the command can take. Fails as the request for the list does.
 */
export async function chooseVariableGroup(
  deps: VariableChoiceDeps,
  argument: unknown,
  title: string,
  which: 'any' | 'editable' = 'editable',
): Promise<ChosenVariableGroup | undefined> {
  const scope = await beginCommand(deps);
  if (!scope) {
    return undefined;
  }
  const group = variableGroupOf(argument) ?? (await pickVariableGroup(deps.lists, title, which));
  if (!group || !scope.isCurrent()) {
    return undefined;
  }
  if (group.isInherited && which === 'editable') {
    void showWarning(l10n.t('{0} comes from the root organization. Edit it there.', group.name));
    return undefined;
  }
  return { ...scope, group };
}

/** The same for a variable of a group that can be edited. */
export async function chooseVariable(
  deps: VariableChoiceDeps,
  argument: unknown,
  title: string,
): Promise<ChosenVariable | undefined> {
  const chosen = await chooseVariableGroup(deps, argument, title);
  const given = variableOf(argument)?.variable;
  if (!chosen || given) {
    return chosen && given && { ...chosen, variable: given };
  }
  const variables = await withWindowProgress(l10n.t('Loading variables…'), () =>
    deps.lists.variables(chosen.group.id),
  );
  if (variables.length === 0) {
    void showInformation(l10n.t('{0} has no variables yet.', chosen.group.name));
    return undefined;
  }
  const row = await pickFolded<QuickPickItem & { variable: EnvironmentVariable }>(
    variables.map((variable) => ({
      variable,
      label: variable.id,
      description: variableValueText(variable),
      iconPath: new ThemeIcon('symbol-variable'),
    })),
    { title, placeHolder: l10n.t('Select a variable of {0}', chosen.group.name) },
  );
  return row && chosen.isCurrent() ? { ...chosen, variable: row.variable } : undefined;
}

async function pickVariableGroup(
  lists: VariableLists,
  title: string,
  which: 'any' | 'editable',
): Promise<VariableGroup | undefined> {
  const all = await withWindowProgress(l10n.t('Loading variable groups…'), () => lists.groups());
  const groups = all.filter(({ isInherited }) => which === 'any' || !isInherited);
  if (groups.length === 0) {
    void showInformation(l10n.t('No variable groups to choose from. Create one first.'));
    return undefined;
  }
  const row = await pickFolded<QuickPickItem & { group: VariableGroup }>(
    groups.map((group) => ({
      group,
      label: group.name,
      description: group.isInherited ? l10n.t('Inherited') : '',
      iconPath: new ThemeIcon('symbol-namespace'),
    })),
    { title, placeHolder: l10n.t('Select a variable group') },
  );
  return row?.group;
}
