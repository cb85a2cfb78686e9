import * as vscode from 'vscode';
import { OWNER_ROLE, type RoleGroup } from '../../../api/organization/roleCatalog';
import { findFolded } from '../../../ui/dialogs/foldedPick';
import { createPick } from '../../../ui/dialogs/picks';

/** Which roles somebody has, of those that the server offers. */
export interface RolesQuestion {
  title: string;
  catalog: readonly RoleGroup[];
  roles: readonly string[];
}

interface RoleItem extends vscode.QuickPickItem {
  role?: string;
  /** Group of which somebody has one role at most. */
  only?: string;
}

/**
 * Lets a person tick roles; of a group that allows one alone the last that was ticked stays. Roles that the catalog does
 * not have are kept: a change replaces all of them. Undefined when it was closed.
 */
export function askRoles({ title, catalog, roles }: RolesQuestion): Promise<readonly string[] | undefined> {
  const pick = createPick<RoleItem>();
  const items = itemsOf(catalog);
  const offered = new Set(items.flatMap(({ role }) => role ?? []));
  const kept = roles.filter((role) => !offered.has(role));
  pick.title = title;
  pick.placeholder = vscode.l10n.t('Select all roles that apply');
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  pick.items = items;
  let ticked = pick.items.filter(({ role }) => role !== undefined && roles.includes(role));
  pick.selectedItems = ticked;
  findFolded(pick);
  return new Promise((resolve) => {
    pick.onDidChangeSelection((selected) => {
      const added = selected.filter((item) => !ticked.some(({ role }) => role === item.role));
      const wanted = selected.filter(
        (item) => added.includes(item) || !added.some(({ only }) => only !== undefined && only === item.only),
      );
      ticked = [...wanted];
      if (wanted.length !== selected.length) {
        pick.selectedItems = wanted;
      }
    });
    pick.onDidAccept(() => {
      resolve([...kept, ...pick.selectedItems.flatMap(({ role }) => role ?? [])]);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function itemsOf(catalog: readonly RoleGroup[]): RoleItem[] {
  const hasOwner = catalog.some(({ roles }) => roles.some(({ key }) => key === OWNER_ROLE));
  const owner: RoleItem[] = hasOwner ? [] : [{ label: vscode.l10n.t('Owner'), role: OWNER_ROLE }];
  return [
    ...owner,
    ...catalog.flatMap(({ id, title, isMulti, roles }): RoleItem[] => [
      { label: title, kind: vscode.QuickPickItemKind.Separator },
      ...roles.map(({ key, name }) => ({
        label: name,
        description: title,
        role: key,
        ...(!isMulti && { only: id }),
      })),
    ]),
  ];
}
