import * as vscode from 'vscode';
import type { Account } from '../../account/account';
import type { AccountMetadataStore } from '../../account/accountMetadata';
import type { Accounts } from '../../account/accounts';
import { dueReminder, type Reminder } from '../../account/keyReminder';

/**
 * Reminds of keys that end soon: in the focused window, once across windows for each threshold (R6, R17). That
 * it was said is stored before the message is shown, so that another window does not say it again; this one does not,
 * whether or not the editor keeps that.
 */
export function registerKeyReminders(accounts: Accounts, metadata: AccountMetadataStore): vscode.Disposable {
  /** What was said without the editor keeping that it was. */
  const unkept = new Set<string>();
  const tell = async (account: Account, reminder: Reminder) => {
    const { showReminder } = await import('./keyReminderMessage');
    await showReminder(account, reminder, accounts, metadata);
  };
  const remind = async () => {
    if (!vscode.window.state.focused) {
      return;
    }
    for (const account of accounts.known) {
      const reminder = dueReminder(metadata.of(account.id), Date.now());
      const occasion = JSON.stringify([account.id, reminder?.threshold]);
      if (reminder && !unkept.has(occasion)) {
        await metadata.record(account.id, { remindedAt: reminder.threshold });
        if (metadata.of(account.id).remindedAt !== reminder.threshold) {
          unkept.add(occasion);
        }
        void tell(account, reminder);
      }
    }
  };
  return vscode.Disposable.from(
    accounts.onDidChange(() => void remind()),
    vscode.window.onDidChangeWindowState(() => void remind()),
  );
}
