import * as vscode from 'vscode';
import type { Hosts } from '../account/account';
import { Setting } from '../contributions';
import { normalizeBaseUrl, parseUrl, type UrlProblem } from '../support/url';

/** A host setting that cannot be used. */
export interface UnusableSetting {
  setting: string;
  sentence: string;
}

/** The hosts of a new account, from the settings. They never move an account that exists (rule 5). */
export function hostsFromSettings(): { hosts: Hosts } | { unusable: UnusableSetting } {
  const addresses: string[] = [];
  const configuration = vscode.workspace.getConfiguration();
  for (const setting of [Setting.apiEndpoint, Setting.authEndpoint, Setting.dashboardUrl]) {
    const normalized = normalizeBaseUrl(configuration.get<string>(setting, ''));
    if (!normalized.ok) {
      return { unusable: { setting, sentence: problemText(setting, normalized.problem) } };
    }
    addresses.push(normalized.url);
  }
  const [api = '', auth = '', dashboard = ''] = addresses;
  return { hosts: { api, auth, dashboard, ...additionalHosts(dashboard) } };
}

/** Nobody needs them to sign in: without a usable one the account has no MCP server, or no live logs. */
function additionalHosts(dashboard: string): Pick<Hosts, 'mcp' | 'hook'> {
  const mcp = additionalHost(Setting.mcpEndpoint, dashboard, 'mcp');
  const hook = additionalHost(Setting.hookEndpoint, dashboard, 'hook');
  return { ...(mcp !== undefined && { mcp }), ...(hook !== undefined && { hook }) };
}

/**
 * Whoever has moved another host and not this one has it at home, not at Appcircle's cloud, which shall not get the
 * tokens of another server.
 */
function additionalHost(setting: string, dashboard: string, name: 'mcp' | 'hook'): string | undefined {
  const moved = [Setting.apiEndpoint, Setting.authEndpoint, Setting.dashboardUrl].some(isSet);
  if (moved && !isSet(setting)) {
    return isSet(Setting.dashboardUrl) ? proposedHosts(dashboard)[name] : undefined;
  }
  const set = normalizeBaseUrl(vscode.workspace.getConfiguration().get<string>(setting, ''));
  return set.ok ? set.url : undefined;
}

/** The hosts in the settings, where a person has put a dashboard of their own there. */
export function selfHostedSettings(): Hosts | undefined {
  const settings = isSet(Setting.dashboardUrl) ? hostsFromSettings() : undefined;
  return settings && 'hosts' in settings ? settings.hosts : undefined;
}

function isSet(setting: string): boolean {
  const configuration = vscode.workspace.getConfiguration();
  return configuration.get(setting) !== configuration.inspect(setting)?.defaultValue;
}

function problemText(setting: string, problem: UrlProblem): string {
  switch (problem) {
    case 'notAnAddress':
      return vscode.l10n.t('The {0} setting is not a server address.', setting);
    case 'notHttps':
      return vscode.l10n.t(
        'The {0} setting must begin with https://. Plain http is only allowed for this computer.',
        setting,
      );
    case 'hasCredentials':
      return vscode.l10n.t('The {0} setting cannot contain a user name or password.', setting);
    case 'hasQuery':
      return vscode.l10n.t('The {0} setting cannot contain ? or #.', setting);
  }
}

/**
 * The hosts that a self-hosted Appcircle has by default: the dashboard's name with another first part
 * (api/README 5). Only a proposal, since every one of them can be configured. A machine without a domain has no such
 * names: its dashboard's own address is proposed, no MCP server, and no live logs.
 */
export function proposedHosts(dashboard: string): Omit<Hosts, 'dashboard'> {
  const hostname = parseUrl(dashboard)?.hostname ?? '';
  if (/^\[|^[\d.]+$|^localhost$/.test(hostname)) {
    return { api: dashboard, auth: dashboard };
  }
  const hostFor = (name: string) => dashboard.replace(/^(https?:\/\/)(my\.)?/, `$1${name}.`);
  return { api: hostFor('api'), auth: hostFor('auth'), mcp: hostFor('mcp'), hook: hostFor('hook') };
}
