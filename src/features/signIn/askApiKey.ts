import * as vscode from 'vscode';
import { trimKey } from '../../account/credential';
import type { SecretPersistence } from '../../account/credentialStore';
import { askText } from '../../ui/dialogs/askText';
import { runSteps, type StepResult } from '../../ui/dialogs/runSteps';
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
  const validateRequired = (text: string) =>
    text.trim() === '' ? { severity: 'error' as const, text: vscode.l10n.t('This is needed.') } : undefined;

  const askName = () =>
    askText<StepResult>({
      ...box,
      step: first,
      totalSteps,
      prompt: vscode.l10n.t(
        'Name of the API key. Made in the dashboard: My Organization › Security › API Keys.',
      ),
      value: answers.name,
      validate: validateRequired,
      accept: (text) => {
        answers.name = text.trim();
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
      validate: validateRequired,
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
      prompt: vscode.l10n.t(
        'ID of the organization to act in. Leave empty for the one that the API key was made in.',
      ),
      value: organizationId,
      back: 'back',
      accept: async (text, signal) => {
        const result = await tryCredential(
          { kind: 'apiKey', ...answers, organizationId: text.trim() },
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
