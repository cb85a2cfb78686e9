import { l10n } from 'vscode';
import { keyProblem, trimKey, type CredentialKind } from '../../account/credential';
import { INVALID_ORGANIZATION } from '../../account/tokenExchange';
import type { Failure } from '../../api/failure';
import type { ValidationMessage } from '../../ui/dialogs/askText';
import { failureText } from '../../ui/failures/failureText';

/** What can be said of a key while it is typed, without asking the server (T7). */
export function validateKey(text: string): ValidationMessage | undefined {
  switch (keyProblem(trimKey(text))) {
    case 'empty':
      return { severity: 'error', text: l10n.t('Paste your Personal Access Key here.') };
    case 'accessToken':
      return {
        severity: 'error',
        text: l10n.t('This is a short-lived access token, not a key. {0}', keyHelpText()),
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
export function keyHelpText(): string {
  return l10n.t(
    'Make a key in the dashboard: My Organization › Security › Personal Access Key › Generate Key.',
  );
}

/** Why the server did not take a credential, for the box that stays open. An API key's failures are told apart. */
export function signInFailureText(failure: Failure, kind: CredentialKind): string {
  const host = failure.facts.host ?? '';
  if (kind === 'personalAccessKey' && failure.kind === 'rejectedCredential') {
    return l10n.t(
      '{0} did not accept the key. Check that it was copied whole and has not been revoked or expired, or generate a new one in the dashboard.',
      host,
    );
  }
  if (kind === 'apiKey' && failure.kind === 'rejectedCredential') {
    return l10n.t(
      '{0} did not accept this name and secret. Go back and check both; the API key may have expired.',
      host,
    );
  }
  if (kind === 'apiKey' && failure.kind === 'forbidden') {
    return l10n.t(
      'This API key has no rights in that organization. Give it a role there, or choose another one.',
    );
  }
  if (failure.kind === 'invalidInput' && failure.facts.code === INVALID_ORGANIZATION) {
    return l10n.t(
      'This is not the ID of an organization. It looks like 0b9d1b0e-8a55-4a3f-b1a0-77aa11bb22cc.',
    );
  }
  return failureText(failure).sentence;
}
