import { l10n } from 'vscode';
import { doubtAbout, trimKey } from '../../account/credential';
import type { Failure } from '../../api/failure';
import type { Remark } from '../../ui/askText';
import { failureText } from '../../ui/failureText';

/** What can be said of a key while it is typed, without asking the server (T7). */
export function remarkOnKey(text: string): Remark | undefined {
  switch (doubtAbout(trimKey(text))) {
    case 'empty':
      return { severity: 'error', text: l10n.t('Paste your Personal Access Key here.') };
    case 'accessToken':
      return {
        severity: 'error',
        text: l10n.t('This is a short-lived access token, not a key. {0}', whereKeysAreMade()),
      };
    case 'whitespace':
      return {
        severity: 'warning',
        text: l10n.t('A key has no blanks or line breaks in it. Was something else copied with it?'),
      };
    case 'tooShort':
      return { severity: 'warning', text: l10n.t('This looks too short for a key. Was it copied whole?') };
    case undefined:
      return undefined;
  }
}

/** The way through the dashboard. No deep link to the page is documented. */
export function whereKeysAreMade(): string {
  return l10n.t(
    'Make a key in the dashboard: My Organization › Security › Personal Access Key › Generate Key.',
  );
}

/** Why the server did not take the key, for the box that stays open. */
export function refusalText(failure: Failure): string {
  return failureText(failure).sentence;
}
