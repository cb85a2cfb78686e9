import { l10n } from 'vscode';
import { accountName, type Account } from '../../account/account';
import type { SessionStore } from '../../account/sessionStore';

/** Which organization a write is of, for its question. */
export function organizationText({ current }: Pick<SessionStore, 'current'>, account: Account): string {
  return l10n.t('Organization: {0}.', accountName(account, current.kind === 'signedIn' ? current.names : {}));
}
