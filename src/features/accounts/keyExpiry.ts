import * as vscode from 'vscode';
import type { CredentialKind } from '../../account/credential';
import type { AccountMetadataStore } from '../../account/accountMetadata';
import type { SessionStore } from '../../account/sessionStore';
import { ensureSignedIn } from '../../ui/ensureSignedIn';
import { askText } from '../../ui/dialogs/askText';
import { showInformation } from '../../ui/dialogs/notifications';
import { showPick } from '../../ui/dialogs/picks';
import { dateOnly } from '../../ui/text/dates';

interface ExpiryRow extends vscode.QuickPickItem {
  /** Milliseconds since 1970; undefined to take a note back. */
  ends?: number | 'ask' | undefined;
}

/**
 * Note Key Expiry: the API does not tell when a key ends, so the user can say it, and is reminded in time (R17).
 */
export async function noteKeyExpiry(metadata: AccountMetadataStore, sessions: SessionStore): Promise<void> {
  const account = await ensureSignedIn(sessions);
  if (!account) {
    return;
  }
  if (account.kind === 'environment') {
    void showInformation(
      vscode.l10n.t('This account has no key. Its access token comes from an environment variable.'),
    );
    return;
  }
  const title = vscode.l10n.t('Appcircle: Set Key Expiry Reminder');
  const known = metadata.of(account.credentialId).keyExpiresAt;
  const chosen = await showPick(rows(account.kind, known), {
    title,
    placeHolder: vscode.l10n.t('When does the key expire? The dashboard shows the date next to the key.'),
  });
  if (!chosen) {
    return;
  }
  const ends = chosen.ends === 'ask' ? await askDate(title, known) : chosen.ends;
  if (ends !== undefined || chosen.ends === undefined) {
    await metadata.set(account.credentialId, { keyExpiresAt: ends, remindedAt: undefined });
  }
}

/** For API keys the usual half year comes first (api/README 1.7); how long other keys live is not documented. */
function rows(kind: CredentialKind, known: number | undefined): ExpiryRow[] {
  const inDays = (label: string, days: number): ExpiryRow => {
    const day = new Date();
    day.setDate(day.getDate() + days);
    // A key that ends on a day is good on it.
    const ends = endOfDay(dayText(day.getTime())) ?? day.getTime();
    return { label, description: dateOnly(ends), ends };
  };
  const halfYear = inDays(vscode.l10n.t('In 6 months'), 182);
  const year = inDays(vscode.l10n.t('In 1 year'), 365);
  const month = inDays(vscode.l10n.t('In 30 days'), 30);
  return [
    ...(kind === 'apiKey'
      ? [{ ...halfYear, label: vscode.l10n.t('In 6 months, the default for API keys') }, year, month]
      : [month, halfYear, year]),
    { label: vscode.l10n.t('Another Date…'), ends: 'ask' },
    ...(known === undefined
      ? []
      : [{ label: vscode.l10n.t('Remove Reminder'), description: dateOnly(known), ends: undefined }]),
  ];
}

function askDate(title: string, known: number | undefined): Promise<number | undefined> {
  return askText<number>({
    title,
    prompt: vscode.l10n.t('Expiration date (YYYY-MM-DD)'),
    placeholder: '2027-03-31',
    value: known === undefined ? '' : dayText(known),
    validate: (text) =>
      text === '' || endOfDay(text) !== undefined
        ? undefined
        : {
            severity: 'error',
            text: vscode.l10n.t('Enter a date such as {0}.', '2027-03-31'),
          },
    accept: (text) => {
      const ends = endOfDay(text);
      return Promise.resolve(
        ends === undefined ? { refused: vscode.l10n.t('This date does not exist.') } : { done: ends },
      );
    },
  });
}

/** The day of a moment by the clock of this machine, as `endOfDay` reads it. */
function dayText(milliseconds: number): string {
  const day = new Date(milliseconds);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** The last moment of a day by the clock of this machine; undefined for what is no day. */
export function endOfDay(text: string): number | undefined {
  const [, year, month, day] = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text) ?? [];
  if (!year || !month || !day) {
    return undefined;
  }
  const end = new Date(Number(year), Number(month) - 1, Number(day), 23, 59, 59);
  // February 30 becomes a day of March, and the year 27 one of the last century.
  const isThatDay =
    end.getFullYear() === Number(year) &&
    end.getMonth() === Number(month) - 1 &&
    end.getDate() === Number(day);
  return isThatDay ? end.getTime() : undefined;
}
