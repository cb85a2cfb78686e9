import * as vscode from 'vscode';
import type { Account } from '../../../account/account';
import type { SessionStore } from '../../../account/sessionStore';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import type { AccountList } from '../../../ui/lists/accountList';
import { ensureSignedIn } from '../../../ui/signedIn';

/** Profiles, and whose they are. */
export interface LoadedProfiles {
  account: Account;
  rows: readonly DistributionProfile[];
}

/**
 * All profiles of the active account; who is signed out signs in first. Undefined when the person closed that, or
 * the account left meanwhile. Fails as a request does.
 */
export async function loadProfiles(
  list: AccountList<DistributionProfile>,
  sessions: SessionStore,
): Promise<LoadedProfiles | undefined> {
  const account = await ensureSignedIn(sessions);
  if (!account) {
    return undefined;
  }
  const rows = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Loading distribution profiles…') },
    () => list.rows(),
  );
  return sessions.account === account ? { account, rows } : undefined;
}
