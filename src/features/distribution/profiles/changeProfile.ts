import * as vscode from 'vscode';
import { toFailure } from '../../../api/failure';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { getProfile, pinProfile, renameProfile } from '../../../api/distribution/profileWrites';
import { withRequiredRole } from '../../../api/roles';
import { withWindowProgress } from '../../../ui/dialogs/withWindowProgress';
import type { DistributionViewDeps } from '../deps';
import type { ChosenProfile } from './chooseProfile';
import { askProfileName } from './askProfileName';
import { dropIfGone } from './dropIfGone';

type ChangeDeps = Pick<DistributionViewDeps, 'changes'>;

/** Asks for another name, and gives it to the profile. */
export async function renameChosen(deps: ChangeDeps, chosen: ChosenProfile): Promise<void> {
  const { client, profile } = chosen;
  const others = deps.changes.rows().then((rows) => rows.filter(({ id }) => id !== profile.id));
  await askProfileName({
    title: vscode.l10n.t('Appcircle: Rename Profile'),
    prompt: vscode.l10n.t('Enter a new name. Builds that use the old name must be updated.'),
    value: profile.name,
    others,
    scope: chosen,
    write: async (name) => {
      if (name !== profile.name) {
        await dropIfGone(deps, chosen, async () => {
          await withRequiredRole('manage', () => renameProfile(client, profile.id, name));
          await showChange(deps, chosen, { name });
        });
      }
    },
  });
}

/** Pins a profile, or takes that back. */
export async function pinChosen(deps: ChangeDeps, chosen: ChosenProfile, pinned: boolean): Promise<void> {
  const { client, profile } = chosen;
  const name = profile.name;
  const title = pinned ? vscode.l10n.t('Pinning {0}…', name) : vscode.l10n.t('Unpinning {0}…', name);
  await withWindowProgress(title, () =>
    dropIfGone(deps, chosen, async () => {
      await withRequiredRole('manage', () => pinProfile(client, profile.id, pinned));
      await showChange(deps, chosen, { pinned });
    }),
  );
}

/**
 * Shows a profile after a write, whose own answer may be as little as the id: it alone is asked for. Where that fails
 * the write is done all the same, and what it wrote is shown.
 */
export async function showChange(
  { changes }: ChangeDeps,
  { client, profile, isCurrent }: ChosenProfile,
  written: Partial<DistributionProfile>,
): Promise<void> {
  const now = await getProfile(client, profile.id).catch((error: unknown) => {
    toFailure(error);
    return { ...profile, ...written };
  });
  if (isCurrent()) {
    changes.put(now);
  }
}
