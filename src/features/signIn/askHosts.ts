import * as vscode from 'vscode';
import type { Hosts } from '../../account/account';
import { toFailure, type Failure } from '../../api/failure';
import { probe } from '../../api/probe';
import type { Transport } from '../../api/transport/transport';
import { normalizeBaseUrl, type UrlProblem } from '../../support/url';
import { askText } from '../../ui/dialogs/askText';
import { failureText } from '../../ui/failures/failureText';
import { runSteps, type StepResult } from '../../ui/dialogs/runSteps';
import { proposedHosts, selfHostedSettings } from '../../ui/hosts';

type HostName = 'dashboard' | 'api' | 'auth';

/**
 * Asks for the addresses of a self-hosted Appcircle, dashboard first, and proposes the others from it, or from the
 * settings where they are for that dashboard. Each is checked to answer before any key is asked for. Undefined when
 * the person closed it, or `closing` did.
 */
export async function askHosts(transport: Transport, closing?: AbortSignal): Promise<Hosts | undefined> {
  const title = vscode.l10n.t('Appcircle: Self-hosted Server');
  const hosts: Record<HostName, string> = { dashboard: '', api: '', auth: '' };
  const settings = selfHostedSettings();
  const proposals = () =>
    settings?.dashboard === hosts.dashboard ? settings : proposedHosts(hosts.dashboard);
  const setHost = (name: HostName, url: string) => {
    if (name === 'dashboard' && url !== hosts.dashboard) {
      // What was said of another dashboard's hosts is no proposal for this one's.
      hosts.api = hosts.auth = '';
    }
    hosts[name] = url;
  };
  let failure: Failure | undefined;

  const step = (at: number, name: HostName, prompt: string, proposal: () => string) => () =>
    askText<StepResult>({
      title,
      step: at,
      totalSteps: 3,
      ...(closing && { closing }),
      prompt,
      placeholder: vscode.l10n.t('For example, {0}', `https://${labels[name]}.appcircle.example.com`),
      value: hosts[name] || proposal(),
      ...(at > 1 && { back: 'back' as const, buttons: [settingsButton(() => failure)] }),
      validate: (text) => {
        const address = normalizeBaseUrl(text);
        return text.trim() === '' || address.ok
          ? undefined
          : { severity: 'error', text: addressProblem(address.problem) };
      },
      accept: async (text, signal) => {
        const address = normalizeBaseUrl(text);
        if (!address.ok) {
          return { refused: addressProblem(address.problem) };
        }
        failure = name === 'dashboard' ? undefined : await probeFailure(transport, address.url, signal);
        if (failure) {
          return { refused: failureText(failure).sentence };
        }
        setHost(name, address.url);
        return { done: 'next' };
      },
    });
  const done = await runSteps([
    step(
      1,
      'dashboard',
      vscode.l10n.t('Address of your Appcircle dashboard'),
      () => settings?.dashboard ?? '',
    ),
    step(
      2,
      'api',
      vscode.l10n.t('Address of the API. This is a guess. Ask your administrator if it does not work.'),
      () => proposals().api,
    ),
    step(
      3,
      'auth',
      vscode.l10n.t('Address of the authentication service. Your key is only sent there.'),
      () => proposals().auth,
    ),
  ]);
  const { mcp, hook } = proposals();
  const additional = { ...(mcp !== undefined && { mcp }), ...(hook !== undefined && { hook }) };
  return done ? { ...hosts, ...additional } : undefined;
}

/** First part of the name that each host has by default. */
const labels: Record<HostName, string> = { dashboard: 'my', api: 'api', auth: 'auth' };

/** What keeps a host from answering. */
async function probeFailure(
  transport: Transport,
  url: string,
  signal: AbortSignal,
): Promise<Failure | undefined> {
  try {
    await probe(transport, url, signal);
    return undefined;
  } catch (error) {
    return toFailure(error);
  }
}

/** Leads to the setting of the editor that the last failure is about; the box stays open meanwhile. */
function settingsButton(failure: () => Failure | undefined) {
  return {
    icon: 'gear',
    tooltip: vscode.l10n.t('Open Network Settings'),
    run: () => {
      const last = failure();
      const open = last && failureText(last).remedies.find(({ command }) => command === openSettings);
      void vscode.commands.executeCommand(openSettings, ...(open?.arguments ?? ['http.proxy']));
    },
  };
}

const openSettings = 'workbench.action.openSettings';

function addressProblem(problem: UrlProblem): string {
  switch (problem) {
    case 'notAnAddress':
      return vscode.l10n.t('This is not the address of a server.');
    case 'notHttps':
      return vscode.l10n.t(
        'The address must begin with https://. Plain http is only allowed for this computer.',
      );
    case 'hasCredentials':
      return vscode.l10n.t('The address cannot contain a user name or password.');
    case 'hasQuery':
      return vscode.l10n.t('The address cannot contain ? or #.');
  }
}
