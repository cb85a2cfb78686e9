import * as vscode from 'vscode';
import { listProfiles, type DistributionProfile } from '../../../api/distribution/profiles';
import * as api from '../../../api/distribution/profileWrites';
import { withRequiredRole } from '../../../api/roles';
import { ensureSignedIn } from '../../../ui/signedIn';
import type { ProfileUpdates, DistributionViewDeps } from '../deps';
import { askProfileName } from './profileName';

/**
 * Asks for the name of a new profile, `proposed` at first, and creates it. Undefined for Esc, and where another account
 * became the active one. A request that went out is not taken back by Esc: its profile shows as soon as it is there.
 */
export async function askAndCreateProfile(
  { sessions, clientFor, changes }: Pick<DistributionViewDeps, 'sessions' | 'clientFor' | 'changes'>,
  proposed = '',
): Promise<DistributionProfile | undefined> {
  const account = await ensureSignedIn(sessions);
  if (!account) {
    return undefined;
  }
  const client = clientFor(account);
  const created = await askProfileName({
    title: vscode.l10n.t('Appcircle: Create Profile'),
    prompt: vscode.l10n.t('Name of the new distribution profile'),
    value: proposed,
    others: changes.rows(),
    othersNow: async () => {
      const now = await listProfiles(client);
      if (sessions.account === account) {
        await showNew(changes, now);
      }
      return now;
    },
    sessions,
    account,
    write: async (name) => {
      const profile = await withRequiredRole('manage', () => api.createProfile(client, name));
      if (sessions.account === account) {
        changes.put(profile);
      }
      return profile;
    },
  });
  return sessions.account === account ? created : undefined;
}

/** Shows those that the view does not know yet. */
async function showNew(changes: ProfileUpdates, now: readonly DistributionProfile[]): Promise<void> {
  const known = new Set((await changes.rows()).map(({ id }) => id));
  for (const profile of now.filter(({ id }) => !known.has(id))) {
    changes.put(profile);
  }
}
