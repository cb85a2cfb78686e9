import * as vscode from 'vscode';
import { resendInvitation, withdrawInvitation, type Invitation } from '../../../api/organization/invitations';
import { withRequiredRole } from '../../../api/roles';
import { askInModal } from '../../../ui/dialogs/notifications';
import { pickStep } from '../../../ui/dialogs/pickStep';
import { withCancellableProgress } from '../../../ui/dialogs/withCancellableProgress';
import { showStatus } from '../../../ui/statusBar';
import type { OrganizationScope } from './organizationScope';

/** What can be done about an invitation. */
interface InvitationAction extends vscode.QuickPickItem {
  question: string;
  detail: string;
  progress: string;
  done: string;
  write: (signal: AbortSignal) => Promise<void>;
}

/** Sends an invitation again, or takes it back, after a question. `back` where the person wants the list again. */
export async function askInvitationAction(
  scope: OrganizationScope,
  { email }: Invitation,
): Promise<'back' | undefined> {
  const action = await pickStep<InvitationAction, InvitationAction>({
    title: vscode.l10n.t('Appcircle: Invitation of {0}', email),
    placeHolder: vscode.l10n.t('Select an action'),
    canGoBack: true,
    rows: () => actionsOf(scope, email),
    accept: (chosen) => Promise.resolve({ done: chosen }),
  });
  if (action === 'back') {
    return action;
  }
  if (typeof action !== 'object' || !scope.isCurrent()) {
    return undefined;
  }
  const pressed = await askInModal(action.question, action.detail, action.label);
  if (pressed === action.label && scope.isCurrent()) {
    await withCancellableProgress(action.progress, (signal) =>
      withRequiredRole('manage', () => action.write(signal)),
    );
    showStatus(action.done);
  }
  return undefined;
}

function actionsOf(
  { client, organizationId, organizationName }: OrganizationScope,
  email: string,
): InvitationAction[] {
  return [
    {
      label: vscode.l10n.t('Send Again'),
      iconPath: new vscode.ThemeIcon('mail'),
      question: vscode.l10n.t('Send the invitation to {0} again?', email),
      detail: vscode.l10n.t('Appcircle sends another email to this address.'),
      progress: vscode.l10n.t('Inviting {0}…', email),
      done: vscode.l10n.t('Invited {0}.', email),
      write: (signal) => resendInvitation(client, organizationId, email, signal),
    },
    {
      label: vscode.l10n.t('Withdraw'),
      iconPath: new vscode.ThemeIcon('trash'),
      question: vscode.l10n.t('Withdraw the invitation of {0}?', email),
      detail: vscode.l10n.t('The link in the email can no longer be used to join {0}.', organizationName),
      progress: vscode.l10n.t('Withdrawing the invitation of {0}…', email),
      done: vscode.l10n.t('Withdrew the invitation of {0}.', email),
      write: (signal) => withdrawInvitation(client, organizationId, email, signal),
    },
  ];
}
