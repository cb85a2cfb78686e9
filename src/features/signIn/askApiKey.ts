import * as vscode from 'vscode';
import { trimKey } from '../../account/credential';
import type { SecretPersistence } from '../../account/credentialStore';
import { askText } from '../../ui/dialogs/askText';
import { runSteps, type StepResult } from '../../ui/dialogs/runSteps';
import { suggestionBy, validateName, validateSecret } from './keyText';
import { readPastedKey, readPastedName } from './pastedText';
import { tryCredential, type Box, type UseCredential } from './askKey';

/**
 * Asks for name, secret and organization of an API key, until the server takes them or the person closes it.
 * `organizationId` is proposed: the account that gets another secret stays in its organization.
 */
export async function askApiKey(
  box: Box,
  first: number,
  use: UseCredential,
  organizationId = '',
): Promise<SecretPersistence | undefined> {
  const answers = { name: '', secret: '' };
  let kept: SecretPersistence | undefined;
  const totalSteps = first + 2;

  const askName = () =>
    askText<StepResult>({
      ...box,
      step: first,
      totalSteps,
      prompt: vscode.l10n.t(
        'Name of the API key. Create one in the dashboard under My Organization › Security › API Keys.',
      ),
      value: answers.name,
      suggestion: suggestionBy(readPastedName),
      validate: validateName,
      accept: (text) => {
        answers.name = trimKey(text);
        return Promise.resolve({ done: 'next' });
      },
    });
  const askSecret = () =>
    askText<StepResult>({
      ...box,
      step: first + 1,
      totalSteps,
      prompt: vscode.l10n.t('Secret of the API key "{0}"', answers.name),
      password: true,
      value: answers.secret,
      back: 'back',
      suggestion: suggestionBy(readPastedKey),
      validate: validateSecret,
      accept: (text) => {
        answers.secret = trimKey(text);
        return Promise.resolve({ done: 'next' });
      },
    });
  const askOrganization = () =>
    askText<StepResult>({
      ...box,
      step: first + 2,
      totalSteps,
      prompt: vscode.l10n.t("Organization ID. Leave empty to use the API key's own organization."),
      value: organizationId,
      back: 'back',
      accept: async (text, signal) => {
        const result = await tryCredential(
          { kind: 'apiKey', ...answers, organizationId: trimKey(text) },
          use,
          signal,
        );
        if ('refused' in result) {
          return result;
        }
        kept = result.done;
        return { done: 'next' };
      },
    });
  await runSteps([askName, askSecret, askOrganization]);
  return kept;
}
