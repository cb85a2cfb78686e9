import * as vscode from 'vscode';
import type { IdentityFile } from '../../../api/signing/identityWrites';
import { isWrongKeystorePassword } from '../../../api/signing/keystoreFile';
import type { KeystorePasswords } from '../../../api/signing/keystores';
import { isWrongP12Password } from '../../../api/signing/p12File';
import { askText, type SubmitResult } from '../../../ui/dialogs/askText';

/** Sends what was asked for while the box waits; a refusal keeps the box open, with what was typed. */
type SendWith<T> = (secret: T, signal: AbortSignal) => Promise<SubmitResult<true>>;

/** Asks for the password of a P12 file until the server took it. True when it did; undefined for Esc. */
export function askCertificatePassword(
  { name, bytes }: IdentityFile,
  send: SendWith<string>,
): Promise<true | undefined> {
  return askText<true>({
    title: vscode.l10n.t('Appcircle: Upload Certificate'),
    prompt: vscode.l10n.t('Password of {0}. Leave it empty if the file has none.', name),
    password: true,
    accept: (password, signal) =>
      isWrongP12Password(bytes, password) ? Promise.resolve(wrongPassword(name)) : send(password, signal),
  });
}

/** Asks for the passwords of a keystore and of its key, until the server took them. */
export async function askKeystorePasswords(
  { name, bytes }: IdentityFile,
  send: SendWith<KeystorePasswords>,
): Promise<true | undefined> {
  const steps = { title: vscode.l10n.t('Appcircle: Upload Keystore'), totalSteps: 2, password: true };
  let keystore: string | undefined;
  for (;;) {
    keystore = await askText<string>({
      ...steps,
      password: true,
      step: 1,
      prompt: vscode.l10n.t('Password of the keystore {0}', name),
      accept: (text) =>
        Promise.resolve(isWrongKeystorePassword(bytes, text) ? wrongPassword(name) : { done: text }),
    });
    if (keystore === undefined) {
      return undefined;
    }
    const passwordOfStore = keystore;
    const sent = await askText<true | 'back'>({
      ...steps,
      password: true,
      step: 2,
      back: 'back',
      prompt: vscode.l10n.t('Password of its alias. Leave it empty if it is the same.'),
      accept: (text, signal) => send({ keystore: passwordOfStore, alias: text || passwordOfStore }, signal),
    });
    if (sent !== 'back') {
      return sent;
    }
  }
}

function wrongPassword(name: string): { refused: string } {
  return { refused: vscode.l10n.t('This is not the password of {0}. Nothing was sent.', name) };
}
