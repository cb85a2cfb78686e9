import * as vscode from 'vscode';
import { isSubOrganization, type Account, type AccountKind, type AccountNames } from '../../account/account';
import { aiAccessOf } from '../../account/accountMetadata';
import type { AccountMetadataStore } from '../../account/accountMetadata';
import type { Accounts } from '../../account/accounts';
import type { SecretPersistence } from '../../account/credentialStore';
import type { Session, SignedIn } from '../../account/sessionStore';
import { isOwnerKnown } from '../../api/tokenOwner';
import { hostOf } from '../../support/url';
import { aiAccessText } from '../../ui/text/aiAccessText';
import { dateOnly, dateTime } from '../../ui/text/dates';
import { fromNow } from '../../ui/text/fromNow';
import { failureText } from '../../ui/failures/failureText';
import { sessionText } from '../../ui/text/sessionText';
import { factRow, type AccountRow } from './accountRows';

/** A server of this name goes without saying. */
const CLOUD = 'api.appcircle.io';

/** What is known of an account, where it is kept. */
export interface AccountFactsDeps {
  accounts: Accounts;
  metadata: AccountMetadataStore;
}

type KnownFact = [icon: string, label: string, value: string | undefined];

/** Who is signed in, where, how good the session is, and what AI agents may do where that is anything. */
export function mainFacts(session: SignedIn, { metadata }: AccountFactsDeps): AccountRow[] {
  const { account, names } = session;
  const sentence = sessionSentence(session);
  const host = hostOf(account.hosts.api);
  const known = rowsOf([
    ['tag', vscode.l10n.t('Name'), names.label],
    ['organization', vscode.l10n.t('Organization'), organizationText(account, names)],
    ['account', vscode.l10n.t('User'), account.userName],
    ['question', vscode.l10n.t('Belongs to'), ownerText(account)],
    ['server', vscode.l10n.t('Server'), host === CLOUD ? undefined : host],
    accessFact(session, metadata, true),
  ]);
  const state = 'failure' in session.health ? 'warning' : 'pulse';
  const row = factRow(state, vscode.l10n.t('Session'), sentence);
  if (state === 'pulse') {
    return [...known, row];
  }
  // The sentence of a failure is too long for the line of its label.
  const { description: detail = '', ...rest } = row;
  return [...known, { ...rest, detail }];
}

/** What is wanted now and then. */
export function moreFacts(session: SignedIn, { accounts, metadata }: AccountFactsDeps): AccountRow[] {
  const { account, obtainedAt } = session;
  const host = hostOf(account.hosts.api);
  const keyEnds = metadata.of(account.credentialId).keyExpiresAt;
  return rowsOf([
    ['server', vscode.l10n.t('Server'), host === CLOUD ? host : undefined],
    ['key', vscode.l10n.t('Signed in with'), kindText(account.kind, isSubOrganization(account))],
    ['shield', vscode.l10n.t('Stored in'), persistenceText(account.kind, accounts.persistence(account))],
    [
      'calendar',
      vscode.l10n.t('Key expires'),
      keyEnds === undefined ? undefined : `${dateOnly(keyEnds)}, ${fromNow(keyEnds)}`,
    ],
    ['history', vscode.l10n.t('Token issued'), obtainedAt === undefined ? undefined : dateTime(obtainedAt)],
    accessFact(session, metadata, false),
  ]);
}

/** The level of AI access, where it is one that lets agents do something or, for `isSome` false, where it is none. */
function accessFact(session: SignedIn, metadata: AccountMetadataStore, isSome: boolean): KnownFact {
  const isNone = aiAccessOf(session, metadata) === 'none';
  const text = isNone === isSome ? undefined : accessText(session, metadata);
  return ['sparkle', vscode.l10n.t('AI access'), text];
}

/** What AI agents may do; of an MCP server also that it did not start. */
function accessText(session: SignedIn, metadata: AccountMetadataStore): string {
  const level = aiAccessOf(session, metadata);
  const { mcpFailedAt } = metadata.of(session.account.credentialId);
  return level === 'mcp' && mcpFailedAt !== undefined
    ? vscode.l10n.t('{0}. It did not start on {1}. See Show Log.', aiAccessText(level), dateTime(mcpFailedAt))
    : aiAccessText(level);
}

/** How good the session is. */
export function sessionSentence(session: Session): string {
  const said = sessionText(session);
  return typeof said === 'string' ? said : failureText(said).sentence;
}

function rowsOf(known: KnownFact[]): AccountRow[] {
  return known.flatMap(([icon, label, value]) => (value === undefined ? [] : [factRow(icon, label, value)]));
}

function organizationText(
  { organizationId }: Account,
  { organizationName }: AccountNames,
): string | undefined {
  return organizationId === '' ? undefined : (organizationName ?? vscode.l10n.t('Name unknown'));
}

/** What is said where nobody tells whose the credential is. */
function ownerText(account: Account): string | undefined {
  return isOwnerKnown(account)
    ? undefined
    : vscode.l10n.t('Unknown. The server did not report who owns this key.');
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
      return vscode.l10n.t('Access token from the environment (cannot be renewed)');
  }
}

function persistenceText(kind: AccountKind, persistence: SecretPersistence): string {
  if (kind === 'environment') {
    return vscode.l10n.t("The editor's environment");
  }
  return persistence === 'kept'
    ? vscode.l10n.t("The editor's secret storage")
    : vscode.l10n.t('Memory, until this window is closed');
}
