import * as vscode from 'vscode';
import { accountName, type Account } from '../../account/account';
import type { AccountMetadataStore } from '../../account/accountMetadata';
import type { Accounts } from '../../account/accounts';
import type { Reminder } from '../../account/keyReminder';
import { isFailure } from '../../api/failure';
import { Command } from '../../contributions';
import { UnsavedStateError } from '../../support/memento';
import { showWarning } from '../../ui/dialogs/notifications';
import { showUnsaved } from '../../ui/failures/showUnsaved';

/** How long "Later" puts a reminder off, in milliseconds. */
const SNOOZE_MS = 24 * 3600 * 1000;

/** Says when a key ends, and does what the person wants. Tells what the editor did not save; a closed window ends it. */
export async function showReminder(
  account: Account,
  reminder: Reminder,
  accounts: Accounts,
  metadata: AccountMetadataStore,
): Promise<void> {
  try {
    await ask(account, reminder, accounts, metadata);
  } catch (error) {
    if (error instanceof UnsavedStateError) {
      await showUnsaved();
    } else if (!isFailure(error, 'cancelled')) {
      throw error;
    }
  }
}

async function ask(
  account: Account,
  reminder: Reminder,
  accounts: Accounts,
  metadata: AccountMetadataStore,
): Promise<void> {
  const [renew, snooze, never] = [vscode.l10n.t('Renew'), vscode.l10n.t('Later'), vscode.l10n.t('Never')];
  const name = accountName(account, accounts.organizations.namesOf(account));
  const chosen = await showWarning(sentence(name, reminder.days), renew, snooze, never);
  if (chosen === renew) {
    await accounts.switchTo(account);
    await vscode.commands.executeCommand(Command.openDashboard);
    await vscode.commands.executeCommand(Command.replaceKey);
  } else if (chosen === snooze) {
    await metadata.set(account.id, { remindedAt: undefined, snoozedUntil: Date.now() + SNOOZE_MS });
  } else if (chosen === never) {
    await metadata.set(account.id, { remindedAt: 0 });
  }
}

function sentence(name: string, days: number): string {
  if (days < 0) {
    return vscode.l10n.t('The key for {0} has expired, according to your reminder.', name);
  }
  if (days === 0) {
    return vscode.l10n.t('The key for {0} expires today.', name);
  }
  return days === 1
    ? vscode.l10n.t('The key for {0} expires tomorrow.', name)
    : vscode.l10n.t('The key for {0} expires in {1} days.', name, days);
}
