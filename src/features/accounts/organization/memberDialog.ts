import * as vscode from 'vscode';
import {
  changeMemberRoles,
  getMemberRoles,
  type Member,
  type MemberRoles,
} from '../../../api/organization/members';
import { loadRoleCatalog, OWNER_ROLE, type RoleGroup } from '../../../api/organization/roleCatalog';
import { withRequiredRole } from '../../../api/roles';
import { askInModal } from '../../../ui/dialogs/notifications';
import { pickStep } from '../../../ui/dialogs/pickStep';
import { withCancellableProgress } from '../../../ui/dialogs/withCancellableProgress';
import { showStatus } from '../../../ui/statusBar';
import { askRoles } from './askRoles';
import type { OrganizationScope } from './organizationScope';
import { roleNames, roleRows } from './roleText';

interface MemberRow extends vscode.QuickPickItem {
  /** It is the one that changes roles. */
  changes?: { roles: MemberRoles; catalog: readonly RoleGroup[] };
}

/** A member with their roles, which are asked for now. `back` where the person wants the list again. */
export async function showMember(scope: OrganizationScope, member: Member): Promise<'back' | undefined> {
  const row = await pickStep<MemberRow, MemberRow>({
    title: vscode.l10n.t('Appcircle: {0}', memberName(member)),
    placeHolder: vscode.l10n.t('Roles in {0}', scope.organizationName),
    emptyText: vscode.l10n.t('No roles'),
    canGoBack: true,
    rows: (signal) => loadRows(scope, member, signal),
    accept: (chosen) => Promise.resolve({ done: chosen }),
  });
  if (row === 'back' || typeof row !== 'object') {
    return row === 'back' ? row : undefined;
  }
  if (row.changes && scope.isCurrent()) {
    await changeRoles(scope, member, row.changes.roles, row.changes.catalog);
    return undefined;
  }
  return 'back';
}

async function loadRows(
  { client, organizationId }: OrganizationScope,
  member: Member,
  signal: AbortSignal,
): Promise<MemberRow[]> {
  const [roles, catalog] = await Promise.all([
    getMemberRoles(client, organizationId, member.id, signal),
    loadRoleCatalog(client, signal),
  ]);
  if (roles.isOfSubOrganization) {
    return [
      {
        label: vscode.l10n.t('Member of a sub-organization only'),
        detail: vscode.l10n.t('Switch to the sub-organization to see and change the roles.'),
        iconPath: new vscode.ThemeIcon('info'),
      },
    ];
  }
  return [
    {
      label: vscode.l10n.t('Change Roles…'),
      iconPath: new vscode.ThemeIcon('edit'),
      alwaysShow: true,
      changes: { roles, catalog },
    },
    ...roleRows(roles, catalog),
  ];
}

async function changeRoles(
  scope: OrganizationScope,
  member: Member,
  { roles }: MemberRoles,
  catalog: readonly RoleGroup[],
): Promise<void> {
  const { client, organizationId, organizationName } = scope;
  const name = memberName(member);
  const wanted = await askRoles({
    title: vscode.l10n.t('Appcircle: Change Roles of {0}', name),
    catalog,
    roles,
  });
  if (!wanted || !scope.isCurrent()) {
    return;
  }
  const added = wanted.filter((role) => !roles.includes(role));
  const removed = roles.filter((role) => !wanted.includes(role));
  if (added.length + removed.length === 0) {
    showStatus(vscode.l10n.t('The roles of {0} stay as they are.', name));
    return;
  }
  const yes = vscode.l10n.t('Change Roles');
  const pressed = await askInModal(
    vscode.l10n.t('Change the roles of {0} in {1}?', name, organizationName),
    changeText({ added, removed, isSelf: member.id === scope.account.subject }, catalog),
    yes,
  );
  if (pressed === yes && scope.isCurrent()) {
    await withCancellableProgress(vscode.l10n.t('Changing the roles of {0}…', name), (signal) =>
      withRequiredRole('manage', () =>
        changeMemberRoles(client, organizationId, member.id, { expected: roles, wanted }, signal),
      ),
    );
    showStatus(vscode.l10n.t('Changed the roles of {0}.', name));
  }
}

function changeText(
  { added, removed, isSelf }: { added: readonly string[]; removed: readonly string[]; isSelf: boolean },
  catalog: readonly RoleGroup[],
): string[] {
  return [
    ...(isSelf ? [vscode.l10n.t('These are your own roles.')] : []),
    ...(added.length > 0 ? [vscode.l10n.t('Added: {0}.', roleNames(added, catalog))] : []),
    ...(removed.length > 0 ? [vscode.l10n.t('Removed: {0}.', roleNames(removed, catalog))] : []),
    ...(added.includes(OWNER_ROLE) ? [vscode.l10n.t('Owners can do everything in the organization.')] : []),
  ];
}

function memberName({ name, email }: Member): string {
  return email === undefined || email === name ? name : vscode.l10n.t('{0} ({1})', name, email);
}
