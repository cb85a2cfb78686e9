import { accountName, type Account, type AccountNames } from '../../../account/account';
import type { AccountMetadataStore } from '../../../account/accountMetadata';
import type { Session } from '../../../account/sessionStore';
import { normalizeBaseUrl } from '../../../support/url';

/** An account whose MCP server may be offered to the editor, and where that server is. */
export interface McpOffer {
  readonly account: Account;
  /** What a person calls the account. */
  readonly name: string;
  /** Normalised: https, or http to this machine (rule 5). */
  readonly url: string;
}

/** What the editor is offered now: the server of the active account, while the user has turned that on for it. */
export function mcpOffer(session: Session, metadata: AccountMetadataStore): McpOffer | undefined {
  if (session.kind !== 'signedIn') {
    return undefined;
  }
  const { account, names } = session;
  const url = mcpUrlOf(account);
  return url !== undefined && metadata.of(account.credentialId).aiAccess === 'mcp'
    ? { account, name: nameOf(account, names), url }
    : undefined;
}

/**
 * Where the MCP server of an account is, if it has one that its token may go to. Fixed when the account was added. A
 * token from the environment goes to the host that issued it and to the API alone.
 */
export function mcpUrlOf({ kind, hosts }: Account): string | undefined {
  const normalized = kind === 'environment' ? undefined : normalizeBaseUrl(hosts.mcp ?? '');
  return normalized?.ok ? normalized.url : undefined;
}

export function nameOf(account: Account, names: AccountNames): string {
  return accountName(account, names);
}
