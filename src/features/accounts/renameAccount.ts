import * as vscode from 'vscode';
import { accountName } from '../../account/account';
import type { AccountMetadataStore } from '../../account/accountMetadata';
import type { SessionStore } from '../../account/sessionStore';
import { UnsavedStateError } from '../../support/memento';
import { ensureSignedIn } from '../../ui/ensureSignedIn';
import { askText } from '../../ui/dialogs/askText';
import { unsavedText } from '../../ui/failures/showUnsaved';

/** Rename Account: a name of the user's own, for who has two accounts in one organization. */
export async function renameAccount(metadata: AccountMetadataStore, sessions: SessionStore): Promise<void> {
  await ensureSignedIn(sessions);
  const session = sessions.current;
  if (session.kind !== 'signedIn') {
    return;
  }
  const { account, names } = session;
  await askText<true>({
    title: vscode.l10n.t('Appcircle: Rename Account'),
    prompt: vscode.l10n.t('Leave empty to use the organization name.'),
    placeholder: accountName(account, { ...names, label: undefined }),
    value: names.label ?? '',
    accept: async (text) => {
      try {
        await metadata.set(account.credentialId, { label: text.trim() === '' ? undefined : text.trim() });
        return { done: true };
      } catch (error) {
        if (error instanceof UnsavedStateError) {
          return { refused: unsavedText() };
        }
        throw error;
      }
    },
  });
}
