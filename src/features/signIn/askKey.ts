import * as vscode from 'vscode';
import type { Hosts } from '../../account/account';
import { OtherAccountError } from '../../account/owner/otherAccountError';
import { trimKey, type Credential } from '../../account/credential';
import type { SecretPersistence } from '../../account/credentialStore';
import { toFailure } from '../../api/failure';
import { askText, type SubmitResult } from '../../ui/dialogs/askText';
import { validateKey, signInFailureText, keyHelpText, suggestionBy } from './keyText';
import { readPastedKey } from './pastedText';
import { UnverifiedOwnerError } from '../../account/owner/unverifiedOwnerError';

/** Takes a credential to the server; the result says whether the editor keeps it. */
export type UseCredential = (credential: Credential, signal: AbortSignal) => Promise<SecretPersistence>;

/** How a box of the dialog looks, and what closes it from outside. */
export interface Box {
  title: string;
  step?: number;
  totalSteps?: number;
  closing?: AbortSignal;
  /** A key that was pasted before it was asked for. */
  pasted?: string;
  /** Told when the person wants to note when the key expires. */
  noteExpiry?: () => void;
}

/** Asks for a Personal Access Key until the server takes it. Undefined when the person closed it. */
export function askKey(
  { noteExpiry, pasted, ...box }: Box,
  { dashboard }: Readonly<Hosts>,
  use: UseCredential,
): Promise<SecretPersistence | undefined> {
  return askText<SecretPersistence>({
    ...box,
    prompt: vscode.l10n.t(
      'Personal Access Key (older dashboards: Personal API Token or Personal Access Token). {0}',
      keyHelpText(),
    ),
    placeholder: vscode.l10n.t('Paste the key'),
    password: true,
    suggestion: suggestionBy(readPastedKey),
    // What has more in it than a key is looked at by the person first.
    ...(pasted !== undefined && { value: pasted, submitAtOnce: validateKey(pasted) === undefined }),
    buttons: [dashboardButton(dashboard), ...(noteExpiry ? [expiryButton(noteExpiry)] : [])],
    validate: validateKey,
    accept: (text, signal) => tryCredential({ kind: 'personalAccessKey', key: trimKey(text) }, use, signal),
  });
}

export function dashboardButton(dashboard: string): { icon: string; tooltip: string; run: () => void } {
  return {
    icon: 'link-external',
    tooltip: vscode.l10n.t(
      'Open the dashboard: My Organization › Security › Personal Access Key › Generate Key',
    ),
    run: () => void vscode.env.openExternal(vscode.Uri.parse(dashboard)),
  };
}

function expiryButton(run: () => void): { icon: string; tooltip: string; run: () => void } {
  return {
    icon: 'calendar',
    tooltip: vscode.l10n.t('After signing in, set a reminder for when this key expires'),
    run,
  };
}

/** The verdict on a credential: taken, or why not. */
export async function tryCredential(
  credential: Credential,
  use: UseCredential,
  signal: AbortSignal,
): Promise<SubmitResult<SecretPersistence>> {
  try {
    return { done: await use(credential, signal) };
  } catch (error) {
    if (error instanceof OtherAccountError) {
      return {
        refused: vscode.l10n.t(
          'This key belongs to another organization or user. Use Sign In to add it as a separate account.',
        ),
      };
    }
    if (error instanceof UnverifiedOwnerError) {
      return {
        refused: vscode.l10n.t(
          'The key was not replaced because its user and organization could not be verified.',
        ),
      };
    }
    return { refused: signInFailureText(toFailure(error), credential.kind) };
  }
}
