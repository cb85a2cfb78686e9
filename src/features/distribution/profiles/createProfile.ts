import * as vscode from 'vscode';
import type { DistributionProfile } from '../../../api/distribution';
import * as api from '../../../api/profileWrites';
import { needing } from '../../../api/roles';
import { signedIn } from '../../../ui/signedIn';
import type { WorkspaceNeeds } from '../needs';
import { askProfileName } from './profileName';

/**
 * Asks for the name of a new profile, `proposed` at first, and creates it. Undefined for Esc, and where another account
 * became the active one. A request that went out is not taken back by Esc: its profile shows as soon as it is there.
 */
export async function createProfile(
  { sessions, clientFor, changes }: Pick<WorkspaceNeeds, 'sessions' | 'clientFor' | 'changes'>,
  proposed = '',
): Promise<DistributionProfile | undefined> {
  const account = await signedIn(sessions);
  if (!account) {
    return undefined;
  }
  const created = await askProfileName({
    title: vscode.l10n.t('Appcircle: Create Profile'),
    prompt: vscode.l10n.t('Name of the new distribution profile'),
    value: proposed,
    others: changes.rows(),
    sessions,
    account,
    write: async (name) => {
      const profile = await needing('manage', () => api.createProfile(clientFor(account), name));
      if (sessions.account === account) {
        changes.put(profile);
      }
      return profile;
    },
  });
  return sessions.account === account ? created : undefined;
}
