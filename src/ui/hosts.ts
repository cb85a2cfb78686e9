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
  // Nobody needs it to sign in: without a usable one the account has no MCP server.
  const mcp = mcpAddress(dashboard);
  return { hosts: { api, auth, dashboard, ...(mcp !== undefined && { mcp }) } };
}

/**
 * Whoever has moved another host and not this one has it at home, not at Appcircle's cloud, which shall not get the
 * tokens of another server.
 */
function mcpAddress(dashboard: string): string | undefined {
  const moved = [Setting.apiEndpoint, Setting.authEndpoint, Setting.dashboardUrl].some(isSet);
  if (moved && !isSet(Setting.mcpEndpoint)) {
    return isSet(Setting.dashboardUrl) ? proposedHosts(dashboard).mcp : undefined;
  }
  const set = normalizeBaseUrl(vscode.workspace.getConfiguration().get<string>(Setting.mcpEndpoint, ''));
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
      return vscode.l10n.t('The setting {0} is not the address of a server.', setting);
    case 'notHttps':
      return vscode.l10n.t(
        'The setting {0} must begin with https://. Plain http is for this machine alone.',
        setting,
      );
    case 'hasCredentials':
      return vscode.l10n.t('The setting {0} must not hold a user name or password.', setting);
    case 'hasQuery':
      return vscode.l10n.t('The setting {0} must be an address without ? and #.', setting);
  }
}

/**
 * The hosts that a self-hosted Appcircle has by default: the dashboard's name with another first part
 * (api/README 5). Only a proposal, since every one of them can be configured. A machine without a domain has no such
 * names: its dashboard's own address is proposed, and no MCP server.
 */
export function proposedHosts(dashboard: string): { api: string; auth: string; mcp?: string } {
  const hostname = parseUrl(dashboard)?.hostname ?? '';
  if (/^\[|^[\d.]+$|^localhost$/.test(hostname)) {
    return { api: dashboard, auth: dashboard };
  }
  const hostFor = (name: string) => dashboard.replace(/^(https?:\/\/)(my\.)?/, `$1${name}.`);
  return { api: hostFor('api'), auth: hostFor('auth'), mcp: hostFor('mcp') };
}
