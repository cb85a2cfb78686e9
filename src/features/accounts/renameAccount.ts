import * as vscode from 'vscode';
import { accountName } from '../../account/account';
import type { AccountNotes } from '../../account/accountNotes';
import type { SessionStore } from '../../account/sessionStore';
import { Command } from '../../contributions';
import { askText } from '../../ui/askText';
import type { RegisterCommand } from '../../ui/commands';

/** Rename Account: a name of the user's own, for who has two accounts in one organization. */
export function registerRenameAccount(
  command: RegisterCommand,
  notes: AccountNotes,
  sessions: SessionStore,
): vscode.Disposable {
  return command(Command.renameAccount, async () => {
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
        await notes.note(account.credentialId, { label: text.trim() === '' ? undefined : text.trim() });
        return { done: true };
      },
    });
  });
}
