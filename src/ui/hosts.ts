import * as vscode from 'vscode';
import type { Hosts } from '../account/account';
import { Setting } from '../contributions';
import { normalizeBaseUrl, type UrlProblem } from '../support/url';

/** A host setting that cannot be used. */
export interface UnusableSetting {
  setting: string;
  sentence: string;
}

/** The hosts of a new account, from the settings. They never move an account that exists (design 2). */
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
  const mcp = normalizeBaseUrl(configuration.get<string>(Setting.mcpEndpoint, ''));
  return { hosts: { api, auth, dashboard, ...(mcp.ok && { mcp: mcp.url }) } };
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
 * The hosts that a self-hosted Appcircle has by default: the dashboard's name with another first part (API sheet
 * 5). Only a proposal, since every one of them can be configured.
 */
export function proposedHosts(dashboard: string): { api: string; auth: string; mcp: string } {
  const named = (name: string) => dashboard.replace(/^(https?:\/\/)(my\.)?/, `$1${name}.`);
  return { api: named('api'), auth: named('auth'), mcp: named('mcp') };
}
