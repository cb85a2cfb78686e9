import * as vscode from 'vscode';
import type { Accounts } from '../../account/accounts';
import type { SessionStore } from '../../account/sessionStore';
import type { RecentFailures } from '../../api/recentFailures';
import { isoText } from '../../support/moment';
import type { Redactor } from '../../support/redact';
import { showInformation } from '../../ui/dialogs/notifications';

/** What Copy Diagnostics needs of the rest. */
export interface DiagnosticsDeps {
  accounts: Accounts;
  sessions: SessionStore;
  failures: RecentFailures;
  redactor: Redactor;
  version: string;
}

/** Settings of the editor that decide over the network. Only whether the proxy is set: its address may hold a password. */
const NETWORK_SETTINGS = ['http.proxySupport', 'http.systemCertificates', 'http.fetchAdditionalSupport'];

/** Copy Diagnostics: what a maintainer asks for first, and no secret. In English, for whoever reads the report. */
export async function copyDiagnostics(deps: DiagnosticsDeps): Promise<void> {
  await vscode.env.clipboard.writeText(deps.redactor.redact(report(deps)));
  void showInformation(
    vscode.l10n.t('Diagnostics copied. They contain no keys or tokens. Review them before you share them.'),
  );
}

function report({ accounts, sessions, failures, version }: DiagnosticsDeps): string {
  const { env, version: editor, workspace, UIKind } = vscode;
  const network = workspace.getConfiguration();
  const facts: [string, unknown][] = [
    ['Appcircle Explorer', version],
    ['Editor', `${env.appName} ${editor}, ${env.appHost}, ${env.uiKind === UIKind.Web ? 'web' : 'desktop'}`],
    ['Remote', env.remoteName ?? 'none'],
    ['System', `${process.platform} ${process.arch}, Node ${process.versions.node}`],
    ['Workspace trusted', workspace.isTrusted],
    ['http.proxy', network.get('http.proxy') ? 'set' : 'not set'],
    ...NETWORK_SETTINGS.map((name): [string, unknown] => [name, network.get(name)]),
    ['Session', sessionFacts(sessions)],
    ['Stored by a newer version', accounts.stored.newer],
    ['Damaged', accounts.stored.damaged],
    ...accounts.known.map((account, index): [string, unknown] => [
      `Account ${index + 1}`,
      `${account.kind}, ${account.hosts.api}, ${account.hosts.auth}, ${accounts.persistence(account)}`,
    ]),
  ];
  const recent = failures.lines();
  return [
    ...facts.map(([name, value]) => `${name}: ${String(value)}`),
    `Last failures: ${recent.length === 0 ? 'none' : ''}`,
    ...recent.map((line) => `  ${line}`),
    '',
  ].join('\n');
}

function sessionFacts({ current }: SessionStore): string {
  if (current.kind !== 'signedIn') {
    return current.kind;
  }
  const failure = 'failure' in current.health ? ` (${current.health.failure.message})` : '';
  return `${current.kind}, ${current.health.kind}${failure}, token ends ${isoText(current.expiresAt)}`;
}
