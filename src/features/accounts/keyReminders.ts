import * as vscode from 'vscode';
import { accountName, type Account } from '../../account/account';
import type { AccountMetadataStore } from '../../account/accountMetadata';
import type { Accounts } from '../../account/accounts';
import { dueReminder, type Reminder } from '../../account/keyReminder';
import { Command } from '../../contributions';
import { notificationText } from '../../support/visibleText';

/** How long "Later" puts a reminder off, in milliseconds. */
const SNOOZE_MS = 24 * 3600 * 1000;

/**
 * Reminds of keys that end soon: in the focused window, once across windows for each threshold (R6, R17). That
 * it was said is stored before the message is shown, so that another window does not say it again.
 */
export function registerKeyReminders(accounts: Accounts, metadata: AccountMetadataStore): vscode.Disposable {
  const remind = async () => {
    if (!vscode.window.state.focused) {
      return;
    }
    for (const account of accounts.known) {
      const reminder = dueReminder(metadata.of(account.id), Date.now());
      if (reminder) {
        await metadata.set(account.id, { remindedAt: reminder.threshold });
        void showReminder(account, reminder);
      }
    }
  };
  const showReminder = async (account: Account, reminder: Reminder) => {
    const [renew, snooze, never] = [vscode.l10n.t('Renew'), vscode.l10n.t('Later'), vscode.l10n.t('Never')];
    const name = notificationText(accountName(account, accounts.organizations.namesOf(account)));
    const chosen = await vscode.window.showWarningMessage(
      sentence(name, reminder.days),
      renew,
      snooze,
      never,
    );
    if (chosen === renew) {
      await accounts.switchTo(account);
      await vscode.commands.executeCommand(Command.openDashboard);
      await vscode.commands.executeCommand(Command.replaceKey);
    } else if (chosen === snooze) {
      await metadata.set(account.id, { remindedAt: undefined, snoozedUntil: Date.now() + SNOOZE_MS });
    } else if (chosen === never) {
      await metadata.set(account.id, { remindedAt: 0 });
    }
  };
  return vscode.Disposable.from(
    accounts.onDidChange(() => void remind()),
    vscode.window.onDidChangeWindowState(() => void remind()),
  );
}

function sentence(name: string, days: number): string {
  if (days < 0) {
    return vscode.l10n.t('The key of {0} has expired by the date that you noted.', name);
  }
  if (days === 0) {
    return vscode.l10n.t('The key of {0} expires today.', name);
  }
  return days === 1
    ? vscode.l10n.t('The key of {0} expires tomorrow.', name)
    : vscode.l10n.t('The key of {0} expires in {1} days.', name, days);
}
