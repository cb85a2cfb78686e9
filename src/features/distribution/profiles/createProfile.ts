import * as vscode from 'vscode';
import { listProfiles, type DistributionProfile } from '../../../api/distribution/profiles';
import * as api from '../../../api/distribution/profileWrites';
import { withRequiredRole } from '../../../api/roles';
import { beginCommand } from '../../../ui/ensureSignedIn';
import type { ProfileUpdates, DistributionViewDeps } from '../deps';
import { askProfileName } from './askProfileName';

/**
 * Asks for the name of a new profile, `proposed` at first, and creates it. Undefined for Esc, and where another account
 * became the active one. A request that went out is not taken back by Esc: its profile shows as soon as it is there.
 */
export async function askAndCreateProfile(
  deps: Pick<DistributionViewDeps, 'sessions' | 'clientFor' | 'changes'>,
  proposed = '',
): Promise<DistributionProfile | undefined> {
  const { changes } = deps;
  const scope = await beginCommand(deps);
  if (!scope) {
    return undefined;
  }
  const { client, isCurrent } = scope;
  const created = await askProfileName({
    title: vscode.l10n.t('Appcircle: Create Profile'),
    prompt: vscode.l10n.t('Name of the new distribution profile'),
    value: proposed,
    others: changes.rows(),
    othersNow: async () => {
      const now = await listProfiles(client);
      if (isCurrent()) {
        await showNew(changes, now);
      }
      return now;
    },
    scope,
    write: async (name) => {
      const profile = await withRequiredRole('manage', () => api.createProfile(client, name));
      if (isCurrent()) {
        changes.put(profile);
      }
      return profile;
    },
  });
  return isCurrent() ? created : undefined;
}

/** Shows those that the view does not know yet. */
async function showNew(changes: ProfileUpdates, now: readonly DistributionProfile[]): Promise<void> {
  const known = new Set((await changes.rows()).map(({ id }) => id));
  for (const profile of now.filter(({ id }) => !known.has(id))) {
    changes.put(profile);
  }
}
