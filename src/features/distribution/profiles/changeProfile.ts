import * as vscode from 'vscode';
import { toFailure } from '../../../api/failure';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { getProfile, pinProfile, renameProfile } from '../../../api/distribution/profileWrites';
import { needing } from '../../../api/roles';
import { noticeText } from '../../../support/visibleText';
import type { WorkspaceNeeds } from '../deps';
import type { ChosenProfile } from './chosenProfile';
import { askProfileName } from './profileName';
import { unlessGone } from './orGone';

type ChangeNeeds = Pick<WorkspaceNeeds, 'sessions' | 'changes'>;

/** Asks for another name, and gives it to the profile. */
export async function rename(needs: ChangeNeeds, chosen: ChosenProfile): Promise<void> {
  const { account, client, profile } = chosen;
  const others = needs.changes.rows().then((rows) => rows.filter(({ id }) => id !== profile.id));
  await askProfileName({
    title: vscode.l10n.t('Appcircle: Rename Profile'),
    prompt: vscode.l10n.t('The new name. Builds that name their profile have to be changed as well.'),
    value: profile.name,
    others,
    sessions: needs.sessions,
    account,
    write: async (name) => {
      if (name !== profile.name) {
        await unlessGone(needs, chosen, async () => {
          await needing('manage', () => renameProfile(client, profile.id, name));
          await showChange(needs, chosen, { name });
        });
      }
    },
  });
}

/** Pins a profile, or takes that back. */
export async function pin(needs: ChangeNeeds, chosen: ChosenProfile, pinned: boolean): Promise<void> {
  const { client, profile } = chosen;
  const name = noticeText(profile.name);
  const title = pinned ? vscode.l10n.t('Pinning {0}…', name) : vscode.l10n.t('Unpinning {0}…', name);
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
    unlessGone(needs, chosen, async () => {
      await needing('manage', () => pinProfile(client, profile.id, pinned));
      await showChange(needs, chosen, { pinned });
    }),
  );
}

/**
 * Shows a profile after a write, whose own answer may be as little as the id: it alone is asked for. Where that fails
 * the write is done all the same, and what it wrote is shown.
 */
export async function showChange(
  { sessions, changes }: ChangeNeeds,
  { account, client, profile }: ChosenProfile,
  written: Partial<DistributionProfile>,
): Promise<void> {
  const now = await getProfile(client, profile.id).catch((error: unknown) => {
    toFailure(error);
    return { ...profile, ...written };
  });
  if (sessions.account === account) {
    changes.put(now);
  }
}
