import * as vscode from 'vscode';
import type { Hosts } from '../../account/account';
import { toFailure } from '../../api/failure';
import { probe } from '../../api/probe';
import type { Transport } from '../../api/transport';
import { normalizeBaseUrl, type UrlProblem } from '../../support/url';
import { askText, type Verdict } from '../../ui/askText';
import { failureText } from '../../ui/failureText';
import { goThrough, type StepEnd } from '../../ui/steps';
import { proposedHosts } from '../../ui/hosts';

/**
 * Asks for the addresses of a self-hosted Appcircle, dashboard first, and proposes the others from it. Each is
 * checked to answer before any key is asked for. Undefined when the person closed it.
 */
export async function askHosts(title: string, transport: Transport): Promise<Hosts | undefined> {
  const hosts: Hosts = { dashboard: '', api: '', auth: '' };
  const step = (at: number, name: 'dashboard' | 'api' | 'auth', prompt: string, value: () => string) => () =>
    askText<StepEnd>({
      title,
      step: at,
      totalSteps: 3,
      prompt,
      placeholder: vscode.l10n.t('For example {0}', 'https://my.appcircle.example.com'),
      value: hosts[name] || value(),
      ...(at > 1 && { back: 'back' as const }),
      remark: (text) => {
        const address = normalizeBaseUrl(text);
        return text.trim() === '' || address.ok
          ? undefined
          : { severity: 'error', text: addressProblem(address.problem) };
      },
      accept: (text, signal) =>
        take(text, signal, name === 'dashboard' ? undefined : transport, (url) => {
          hosts[name] = url;
        }),
    });
  const done = await goThrough([
    step(1, 'dashboard', vscode.l10n.t('Address of your Appcircle dashboard'), () => ''),
    step(
      2,
      'api',
      vscode.l10n.t('Address of its API. Your administrator knows it; this one is a guess.'),
      () => proposedHosts(hosts.dashboard).api,
    ),
    step(
      3,
      'auth',
      vscode.l10n.t('Address of its authentication service, the only one that gets your key'),
      () => proposedHosts(hosts.dashboard).auth,
    ),
  ]);
  return done ? { ...hosts, mcp: proposedHosts(hosts.dashboard).mcp } : undefined;
}

async function take(
  text: string,
  signal: AbortSignal,
  transport: Transport | undefined,
  keep: (url: string) => void,
): Promise<Verdict<StepEnd>> {
  const address = normalizeBaseUrl(text);
  if (!address.ok) {
    return { refused: addressProblem(address.problem) };
  }
  try {
    await (transport && probe(transport, address.url, signal));
  } catch (error) {
    return { refused: failureText(toFailure(error)).sentence };
  }
  keep(address.url);
  return { done: 'next' };
}

function addressProblem(problem: UrlProblem): string {
  switch (problem) {
    case 'notAnAddress':
      return vscode.l10n.t('This is not the address of a server.');
    case 'notHttps':
      return vscode.l10n.t('The address must begin with https://. Plain http is for this machine alone.');
    case 'hasCredentials':
      return vscode.l10n.t('The address must not hold a user name or password.');
    case 'hasQuery':
      return vscode.l10n.t('The address must not hold ? or #.');
  }
}
