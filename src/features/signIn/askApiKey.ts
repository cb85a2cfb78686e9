import * as vscode from 'vscode';
import { trimKey } from '../../account/credential';
import type { Kept } from '../../account/credentialStore';
import { askText } from '../../ui/dialogs/askText';
import { goThrough, type StepEnd } from '../../ui/dialogs/steps';
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
): Promise<Kept | undefined> {
  const answers = { name: '', secret: '' };
  let kept: Kept | undefined;
  const totalSteps = first + 2;
  const required = (text: string) =>
    text.trim() === '' ? { severity: 'error' as const, text: vscode.l10n.t('This is needed.') } : undefined;

  const askName = () =>
    askText<StepEnd>({
      ...box,
      step: first,
      totalSteps,
      prompt: vscode.l10n.t(
        'Name of the API key. Made in the dashboard: My Organization › Security › API Keys.',
      ),
      value: answers.name,
      remark: required,
      accept: (text) => {
        answers.name = text.trim();
        return Promise.resolve({ done: 'next' });
      },
    });
  const askSecret = () =>
    askText<StepEnd>({
      ...box,
      step: first + 1,
      totalSteps,
      prompt: vscode.l10n.t('Secret of the API key "{0}"', answers.name),
      password: true,
      value: answers.secret,
      back: 'back',
      remark: required,
      accept: (text) => {
        answers.secret = trimKey(text);
        return Promise.resolve({ done: 'next' });
      },
    });
  const askOrganization = () =>
    askText<StepEnd>({
      ...box,
      step: first + 2,
      totalSteps,
      prompt: vscode.l10n.t(
        'ID of the organization to act in. Leave empty for the one that the API key was made in.',
      ),
      value: organizationId,
      back: 'back',
      accept: async (text, signal) => {
        const verdict = await tryCredential(
          { kind: 'apiKey', ...answers, organizationId: text.trim() },
          use,
          signal,
        );
        if ('refused' in verdict) {
          return verdict;
        }
        kept = verdict.done;
        return { done: 'next' };
      },
    });
  await goThrough([askName, askSecret, askOrganization]);
  return kept;
}
