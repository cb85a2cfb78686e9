import * as vscode from 'vscode';
import { accountName, isSubOrganization, type Account, type AccountKind } from '../../account/account';
import { payloadOf } from '../../account/accessToken';
import type { AccessTokens } from '../../account/accessTokens';
import type { SecretPersistence } from '../../account/credentialStore';
import type { AccountMetadataStore } from '../../account/accountMetadata';
import type { Accounts } from '../../account/accounts';
import type { Session, SessionStore, SignedIn } from '../../account/sessionStore';
import { AuthenticationProviderId, Command } from '../../contributions';
import { hostOf } from '../../support/url';
import { withoutIcons } from '../../support/visibleText';
import { dateOnly, dateTime, fromNow } from '../../ui/text/dates';
import type { JsonDocuments } from '../../ui/documents/jsonDocuments';
import { sessionText } from '../../ui/text/sessionText';
import { trustLabel } from '../../ui/text/trustLabel';
import { accountActions, actionRow, separator, type AccountRow } from './accountActions';

/** What Show Account needs of the rest. */
export interface ShowAccountDeps {
  accounts: Accounts;
  sessions: SessionStore;
  tokens: AccessTokens;
  metadata: AccountMetadataStore;
  documents: JsonDocuments;
}

/** Show Account: who is signed in where and with what, how good the session is, and every action on it. */
export async function showAccount(deps: ShowAccountDeps): Promise<void> {
  const { sessions, tokens, documents } = deps;
  const session = sessions.current;
  if (session.kind === 'signedOut') {
    await vscode.commands.executeCommand(Command.signIn);
    return;
  }
  const rows = session.kind === 'signedIn' ? await rowsOf(session, deps) : rowsWithoutAccount(session);
  const chosen = await vscode.window.showQuickPick(rows, {
    title: vscode.l10n.t('Appcircle: Account'),
    placeHolder: vscode.l10n.t('Choose what to do'),
  });
  if (chosen?.showClaims && session.kind === 'signedIn') {
    const { value } = await tokens.token(session.account);
    await documents.show(
      session.account.credentialId,
      [session.account.id, vscode.l10n.t('Token claims')],
      payloadOf(value),
    );
  } else if (chosen?.command) {
    await vscode.commands.executeCommand(chosen.command, ...(chosen.arguments ?? []));
  }
}

function rowsWithoutAccount(session: Session): AccountRow[] {
  return [
    { ...actionRow('warning', sessionText(session).sentence) },
    separator(vscode.l10n.t('Actions')),
    actionRow('refresh', vscode.l10n.t('Try Again'), Command.refresh),
    actionRow('output', vscode.l10n.t('Show Log'), Command.showLog),
    actionRow('trash', vscode.l10n.t('Remove All Data'), Command.removeAllData),
  ];
}

async function rowsOf(session: SignedIn, deps: ShowAccountDeps): Promise<AccountRow[]> {
  const trust = await trustRow(session.account, deps.accounts);
  return [separator(vscode.l10n.t('Account')), ...facts(session, deps), ...accountActions(session, trust)];
}

/** The editor's own list of extensions that may use the account: a command without a documented name, so not relied on. */
async function trustRow(account: Account, accounts: Accounts): Promise<AccountRow | undefined> {
  const manage = '_manageTrustedExtensionsForAccount';
  if (account.kind === 'environment' || !(await vscode.commands.getCommands(false)).includes(manage)) {
    return undefined;
  }
  const accountLabel = trustLabel(account, accounts);
  return {
    ...actionRow('verified', vscode.l10n.t('Manage Trusted Extensions'), manage),
    arguments: [{ providerId: AuthenticationProviderId, accountLabel }],
  };
}

function facts(session: SignedIn, { accounts, metadata }: ShowAccountDeps): AccountRow[] {
  const { account, names, obtainedAt } = session;
  const { sentence } = sessionText(session);
  const failed = 'failure' in session.health;
  const keyEnds = metadata.of(account.credentialId).keyExpiresAt;
  const known: [icon: string, label: string, value: string | undefined][] = [
    ['tag', vscode.l10n.t('Name'), names.label],
    ['organization', vscode.l10n.t('Organization'), accountName(account, { ...names, label: undefined })],
    ['account', vscode.l10n.t('User'), account.userName],
    ['server', vscode.l10n.t('Server'), hostOf(account.hosts.api)],
    ['key', vscode.l10n.t('Signed in with'), kindText(account.kind, isSubOrganization(account))],
    ['shield', vscode.l10n.t('Kept in'), persistenceText(account.kind, accounts.persistence(account))],
    [
      'calendar',
      vscode.l10n.t('Key expires'),
      keyEnds === undefined ? undefined : `${dateOnly(keyEnds)}, ${fromNow(keyEnds)}`,
    ],
    ['pulse', vscode.l10n.t('Session'), failed ? undefined : sentence],
    ['history', vscode.l10n.t('Token issued'), obtainedAt === undefined ? undefined : dateTime(obtainedAt)],
  ];
  const rows = known.flatMap(([icon, label, value]) =>
    value === undefined ? [] : [{ ...actionRow(icon, label), description: withoutIcons(value) }],
  );
  // The sentence of a failure is too long for the line of its label.
  return failed
    ? [{ ...actionRow('warning', vscode.l10n.t('Session')), detail: withoutIcons(sentence) }, ...rows]
    : rows;
}

function kindText(kind: AccountKind, sub: boolean): string {
  switch (kind) {
    case 'personalAccessKey':
      return sub
        ? vscode.l10n.t('Personal Access Key of the root organization')
        : vscode.l10n.t('Personal Access Key');
    case 'apiKey':
      return sub ? vscode.l10n.t('API key of the root organization') : vscode.l10n.t('API key');
    case 'environment':
      return vscode.l10n.t('Access token from the environment, not renewable');
  }
}

function persistenceText(kind: AccountKind, persistence: SecretPersistence): string {
  if (kind === 'environment') {
    return vscode.l10n.t('The environment of this editor');
  }
  return persistence === 'kept'
    ? vscode.l10n.t("The editor's secret storage")
    : vscode.l10n.t('Memory, until this window closes');
}
