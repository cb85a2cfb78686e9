import * as vscode from 'vscode';
import type { ScopeSource } from '../../../account/commandScope';
import { isFailure, toFailure } from '../../../api/failure';
import { listInvitations, type Invitation } from '../../../api/organization/invitations';
import { listMembers, type Member } from '../../../api/organization/members';
import { compareNames } from '../../../support/names';
import { showWarning } from '../../../ui/dialogs/notifications';
import { pickStep } from '../../../ui/dialogs/pickStep';
import { failureText } from '../../../ui/failures/failureText';
import { askInvitationAction } from './invitationActions';
import { inviteMember } from './inviteMember';
import { showMember } from './memberDialog';
import { beginOrganization, type OrganizationScope } from './organizationScope';

interface OrganizationRow extends vscode.QuickPickItem {
  /** What it leads to; nothing for a row that only says something. `back` shows the list again. */
  run?: () => Promise<'back' | undefined>;
}

/** Who is in the organization of the account, and who is invited. Ends when a person has done something, or closes it. */
export async function showOrganization(source: ScopeSource): Promise<void> {
  const scope = await beginOrganization(source);
  if (!scope) {
    return;
  }
  if (scope.organizationId === '') {
    void showWarning(vscode.l10n.t('The server does not say which organization this account belongs to.'));
    return;
  }
  for (let next: 'back' | undefined = 'back'; next === 'back' && scope.isCurrent();) {
    const row = await pickStep<OrganizationRow, OrganizationRow>({
      title: vscode.l10n.t('Appcircle: Organization {0}', scope.organizationName),
      placeHolder: vscode.l10n.t('Select a member or an invitation'),
      canGoBack: false,
      rows: (signal) => loadRows(scope, signal),
      accept: (chosen) => Promise.resolve({ done: chosen }),
    });
    next = typeof row === 'object' && scope.isCurrent() ? await row.run?.() : undefined;
  }
}

async function loadRows(scope: OrganizationScope, signal: AbortSignal): Promise<OrganizationRow[]> {
  const { client, organizationId } = scope;
  const [members, invited] = await Promise.all([
    listMembers(client, organizationId, signal),
    loadInvitations(scope, signal),
  ]);
  const invitations = typeof invited === 'string' ? [] : invited;
  return [
    {
      label: vscode.l10n.t('Invite…'),
      iconPath: new vscode.ThemeIcon('add'),
      alwaysShow: true,
      run: () => inviteMember(scope, members, invitations),
    },
    heading(vscode.l10n.t('members')),
    ...members.sort((a, b) => compareNames(a.name, b.name)).map((member) => memberRow(scope, member)),
    heading(vscode.l10n.t('invitations')),
    ...(typeof invited === 'string'
      ? [{ label: vscode.l10n.t('Not loaded'), detail: invited, iconPath: new vscode.ThemeIcon('warning') }]
      : invitations.map((invitation) => invitationRow(scope, invitation))),
  ];
}

/** Who may see the members may not see these: why stands in their place. */
async function loadInvitations(
  { client, organizationId }: OrganizationScope,
  signal: AbortSignal,
): Promise<readonly Invitation[] | string> {
  try {
    return await listInvitations(client, organizationId, signal);
  } catch (error) {
    if (isFailure(error, 'cancelled')) {
      throw error;
    }
    return failureText(toFailure(error)).sentence;
  }
}

function memberRow(scope: OrganizationScope, member: Member): OrganizationRow {
  const isSelf = member.id === scope.account.subject;
  return {
    label: member.name,
    description: [
      ...(isSelf ? [vscode.l10n.t('you')] : []),
      ...(member.email === undefined ? [] : [member.email]),
    ].join(' · '),
    iconPath: new vscode.ThemeIcon('person'),
    run: () => showMember(scope, member),
  };
}

function invitationRow(scope: OrganizationScope, invitation: Invitation): OrganizationRow {
  return {
    label: invitation.email,
    ...(invitation.status !== undefined && { description: invitation.status }),
    iconPath: new vscode.ThemeIcon('mail'),
    run: () => askInvitationAction(scope, invitation),
  };
}

function heading(label: string): OrganizationRow {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
