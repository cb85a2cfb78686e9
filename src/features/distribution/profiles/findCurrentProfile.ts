import * as vscode from 'vscode';
import type { SessionStore } from '../../../account/sessionStore';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { showWarning } from '../../../ui/dialogs/notifications';

/**
 * A profile that a command was run on, as the active account's list has it now. A row may be older than the list, or
 * of another account, where a failed command is tried again: undefined then, after a sentence. Undefined, too, when the
 * account left meanwhile. Fails as `rows` does.
 */
export async function findCurrentProfile(
  meant: DistributionProfile,
  sessions: SessionStore,
  rows: () => Promise<readonly DistributionProfile[]>,
): Promise<DistributionProfile | undefined> {
  const { account } = sessions;
  const known = (await rows()).find(({ id }) => id === meant.id);
  if (sessions.account !== account) {
    return undefined;
  }
  if (!known) {
    showGone(meant);
  }
  return known;
}

/** Says that a profile is not there any more. */
export function showGone({ name }: DistributionProfile): void {
  void showWarning(vscode.l10n.t('{0} is no longer a distribution profile in this organization.', name));
}
