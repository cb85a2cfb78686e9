import * as vscode from 'vscode';
import { invite, type Invitation } from '../../../api/organization/invitations';
import type { Member } from '../../../api/organization/members';
import { loadRoleCatalog } from '../../../api/organization/roleCatalog';
import { withRequiredRole } from '../../../api/roles';
import { isAddress } from '../../../api/testingGroups/testerAddresses';
import { askText, type ValidationMessage } from '../../../ui/dialogs/askText';
import { askInModal, showWarning } from '../../../ui/dialogs/notifications';
import { withCancellableProgress } from '../../../ui/dialogs/withCancellableProgress';
import { withWindowProgress } from '../../../ui/dialogs/withWindowProgress';
import { showStatus } from '../../../ui/statusBar';
import { askRoles } from './askRoles';
import type { OrganizationScope } from './organizationScope';
import { roleNames } from './roleText';

/** Invites somebody, once it was asked who gets a mail and which roles. */
export async function inviteMember(
  scope: OrganizationScope,
  members: readonly Member[],
  invitations: readonly Invitation[],
): Promise<undefined> {
  const { client, organizationId, organizationName } = scope;
  const title = vscode.l10n.t('Appcircle: Invite to {0}', organizationName);
  const email = await askText<string>({
    title,
    prompt: vscode.l10n.t('Email address of the new member'),
    placeholder: vscode.l10n.t('For example, {0}', 'ada@example.com'),
    validate: (text) => validateAddress(text.trim(), members, invitations),
    accept: (text) =>
      Promise.resolve(
        text.trim() === '' ? { refused: vscode.l10n.t('Enter an email address.') } : { done: text.trim() },
      ),
  });
  if (email === undefined) {
    return;
  }
  const catalog = await withWindowProgress(vscode.l10n.t('Loading roles…'), () => loadRoleCatalog(client));
  const roles = scope.isCurrent() && (await askRoles({ title, catalog, roles: [] }));
  if (!roles || !scope.isCurrent()) {
    return;
  }
  if (roles.length === 0) {
    void showWarning(vscode.l10n.t('No one was invited. Select at least one role.'));
    return;
  }
  const yes = vscode.l10n.t('Invite');
  const pressed = await askInModal(
    vscode.l10n.t('Invite {0} to {1}?', email, organizationName),
    [
      vscode.l10n.t('Roles: {0}.', roleNames(roles, catalog)),
      vscode.l10n.t('Appcircle sends an email to this address.'),
    ],
    yes,
  );
  if (pressed === yes && scope.isCurrent()) {
    await withCancellableProgress(vscode.l10n.t('Inviting {0}…', email), (signal) =>
      withRequiredRole('manage', () => invite(client, organizationId, { email, roles }, signal)),
    );
    showStatus(vscode.l10n.t('Invited {0}.', email));
  }
}

function validateAddress(
  text: string,
  members: readonly Member[],
  invitations: readonly Invitation[],
): ValidationMessage | undefined {
  const same = (other: string | undefined) => other?.toLowerCase() === text.toLowerCase();
  if (members.some(({ email }) => same(email))) {
    return { severity: 'error', text: vscode.l10n.t('{0} is already a member.', text) };
  }
  if (invitations.some(({ email }) => same(email))) {
    return { severity: 'error', text: vscode.l10n.t('{0} is already invited.', text) };
  }
  return isAddress(text)
    ? undefined
    : { severity: 'error', text: vscode.l10n.t('Not an email address: {0}', text) };
}
