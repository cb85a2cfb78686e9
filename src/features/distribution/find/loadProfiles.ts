import * as vscode from 'vscode';
import type { CommandScope, ScopeSource } from '../../../account/commandScope';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { withWindowProgress } from '../../../ui/dialogs/withWindowProgress';
import type { AccountList } from '../../../ui/lists/accountList';
import { beginCommand } from '../../../ui/ensureSignedIn';

/** Profiles, and for whom they were loaded. */
export interface LoadedProfiles extends CommandScope {
  rows: readonly DistributionProfile[];
}

/**
 * All profiles of the active account; who is signed out signs in first. Undefined when the person closed that, or
 * the account left meanwhile. Fails as a request does.
 */
export async function loadProfiles(
  list: AccountList<DistributionProfile>,
  source: ScopeSource,
): Promise<LoadedProfiles | undefined> {
  const scope = await beginCommand(source);
  if (!scope) {
    return undefined;
  }
  const rows = await withWindowProgress(vscode.l10n.t('Loading distribution profiles…'), () => list.rows());
  return scope.isCurrent() ? { ...scope, rows } : undefined;
}
