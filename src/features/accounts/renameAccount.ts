import * as vscode from 'vscode';
import { accountName } from '../../account/account';
import type { AccountMetadataStore } from '../../account/accountMetadata';
import type { SessionStore } from '../../account/sessionStore';
import { askText } from '../../ui/dialogs/askText';

/** Rename Account: a name of the user's own, for who has two accounts in one organization. */
export async function renameAccount(metadata: AccountMetadataStore, sessions: SessionStore): Promise<void> {
  const session = sessions.current;
  if (session.kind !== 'signedIn') {
    return;
  }
  const { account, names } = session;
  await askText<true>({
    title: vscode.l10n.t('Appcircle: Rename Account'),
    prompt: vscode.l10n.t('Leave it empty to use the name of the organization.'),
    placeholder: accountName(account, { ...names, label: undefined }),
    value: names.label ?? '',
    accept: async (text) => {
      await metadata.set(account.credentialId, { label: text.trim() === '' ? undefined : text.trim() });
      return { done: true };
    },
  });
}
