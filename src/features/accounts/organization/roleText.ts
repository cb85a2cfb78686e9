import * as vscode from 'vscode';
import type { MemberRoles } from '../../../api/organization/members';
import { OWNER_ROLE, type RoleGroup } from '../../../api/organization/roleCatalog';

/** Roles as rows: what the server calls each, and what it is of. */
export function roleRows(
  { roles, inherited }: MemberRoles,
  catalog: readonly RoleGroup[],
): vscode.QuickPickItem[] {
  const row = (role: string, isInherited: boolean): vscode.QuickPickItem => ({
    label: nameOf(role, catalog),
    description: [
      ...(groupOf(role, catalog) ?? []),
      ...(isInherited ? [vscode.l10n.t('inherited from the root organization')] : []),
    ].join(' · '),
    iconPath: new vscode.ThemeIcon(isInherited ? 'lock' : 'shield'),
  });
  return [...roles.map((role) => row(role, false)), ...inherited.map((role) => row(role, true))];
}

/** Roles in one line, each with what it is of. */
export function roleNames(roles: readonly string[], catalog: readonly RoleGroup[]): string {
  return roles
    .map((role) => [nameOf(role, catalog), ...(groupOf(role, catalog) ?? [])].reverse().join(' '))
    .join(', ');
}

/** The word that the server's file has for a role; its key where it has none. Untrusted text. */
function nameOf(role: string, catalog: readonly RoleGroup[]): string {
  const known = catalog.flatMap(({ roles }) => roles).find(({ key }) => key === role)?.name;
  return known ?? (role === OWNER_ROLE ? vscode.l10n.t('Owner') : role);
}

function groupOf(role: string, catalog: readonly RoleGroup[]): [string] | undefined {
  const group = catalog.find(({ roles }) => roles.some(({ key }) => key === role));
  return group && [group.title];
}
