import { env, l10n } from 'vscode';
import { keyProblem, trimKey, type CredentialKind } from '../../account/credential';
import { INVALID_ORGANIZATION } from '../../account/tokenExchange';
import type { Failure } from '../../api/failure';
import type { Suggestion, ValidationMessage } from '../../ui/dialogs/askText';
import { failureText } from '../../ui/failures/failureText';
import { readPastedKey, readPastedName, type PastedExtra, type PastedText } from './pastedText';

/** What can be said of a key while it is typed, without asking the server (T7). */
export function validateKey(text: string): ValidationMessage | undefined {
  const { text: key, extras } = readPastedKey(text);
  if (keyProblem(key) === 'accessToken') {
    return { severity: 'error', text: accessTokenText() };
  }
  if (extras.length > 0) {
    return { severity: 'warning', text: extrasText(extras) };
  }
  switch (keyProblem(trimKey(text))) {
    case 'empty':
      return { severity: 'error', text: l10n.t('Paste your Personal Access Key here.') };
    case 'accessToken':
      return { severity: 'error', text: accessTokenText() };
    case 'whitespace':
      return {
        severity: 'warning',
        text: l10n.t('A key has no spaces or line breaks. Something else may have been copied with it.'),
      };
    case 'tooShort':
      return {
        severity: 'warning',
        text: l10n.t('This looks too short for a key. Check that you copied all of it.'),
      };
    case undefined:
      return undefined;
  }
}

/** What can be said of the secret of an API key: its form is not documented, so nothing but an empty one is refused. */
export function validateSecret(text: string): ValidationMessage | undefined {
  const { text: secret, extras } = readPastedKey(text);
  if (keyProblem(secret) === 'accessToken') {
    return { severity: 'warning', text: l10n.t('This looks like a short-lived access token, not a secret.') };
  }
  return extras.length > 0 ? { severity: 'warning', text: extrasText(extras) } : validateRequired(text);
}

/** What can be said of the name of an API key. */
export function validateName(text: string): ValidationMessage | undefined {
  const { extras } = readPastedName(text);
  return extras.length > 0 ? { severity: 'warning', text: extrasText(extras) } : validateRequired(text);
}

function validateRequired(text: string): ValidationMessage | undefined {
  return trimKey(text) === '' ? { severity: 'error', text: l10n.t('Required.') } : undefined;
}

/** The button that takes off what `read` finds beside what is asked for. */
export function suggestionBy(read: (text: string) => PastedText): Suggestion {
  return {
    icon: 'wand',
    tooltip: l10n.t('Clean Up Pasted Text'),
    of: (pasted) => {
      const { text, extras } = read(pasted);
      return extras.length > 0 ? text : undefined;
    },
  };
}

/** What an access token is told that was pasted as a key. */
export function accessTokenText(): string {
  return l10n.t('This is a short-lived access token, not a key. {0}', keyHelpText());
}

/** Says what there is, and never how it reads: it may be a secret. */
function extrasText(extras: readonly PastedExtra[]): string {
  const list = new Intl.ListFormat(env.language, { type: 'conjunction' });
  return l10n.t(
    'The text contains {0}. Select Clean Up Pasted Text above, or press Enter to send it as is.',
    list.format(extras.map(extraText)),
  );
}

function extraText(extra: PastedExtra): string {
  switch (extra) {
    case 'words':
      return l10n.t('other words');
    case 'quotes':
      return l10n.t('quotes or brackets');
    case 'invisible':
      return l10n.t('invisible characters');
    case 'lineBreaks':
      return l10n.t('line breaks');
    case 'blanks':
      return l10n.t('spaces');
    case 'punctuation':
      return l10n.t('punctuation');
    case 'comment':
      return l10n.t('a comment');
  }
}

/** The way through the dashboard. No deep link to the page is documented. */
export function keyHelpText(): string {
  return l10n.t('Create a key in the dashboard under My Organization › Security › Personal Access Key.');
}

/** Why the server did not take a credential, for the box that stays open. An API key's failures are told apart. */
export function signInFailureText(failure: Failure, kind: CredentialKind): string {
  const host = failure.facts.host ?? '';
  if (kind === 'personalAccessKey' && failure.kind === 'rejectedCredential') {
    return l10n.t(
      '{0} did not accept the key. Check that you copied all of it and that it is still valid, or generate a new one in the dashboard.',
      host,
    );
  }
  if (kind === 'apiKey' && failure.kind === 'rejectedCredential') {
    return l10n.t(
      '{0} did not accept this name and secret. Go back and check both. The API key may have expired.',
      host,
    );
  }
  if (kind === 'apiKey' && failure.kind === 'forbidden') {
    return l10n.t(
      'This API key has no role in that organization. Give it a role there, or choose another organization.',
    );
  }
  if (failure.kind === 'invalidInput' && failure.facts.code === INVALID_ORGANIZATION) {
    return l10n.t('This is not an organization ID. An ID looks like 0b9d1b0e-8a55-4a3f-b1a0-77aa11bb22cc.');
  }
  return failureText(failure).sentence;
}
