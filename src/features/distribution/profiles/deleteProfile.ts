import * as vscode from 'vscode';
import { listVersions } from '../../../api/distribution/appVersions';
import { isFailure, toFailure } from '../../../api/failure';
import { deleteProfile } from '../../../api/distribution/profileWrites';
import { withRequiredRole } from '../../../api/roles';
import { askInModal } from '../../../ui/dialogs/notifications';
import { withCancellableProgress } from '../../../ui/dialogs/withCancellableProgress';
import { withWindowProgress } from '../../../ui/dialogs/withWindowProgress';
import type { DistributionViewDeps } from '../deps';
import type { ChosenProfile } from './chooseProfile';

/** Milliseconds. The question is not held up for long by the number that stands in it. */
const COUNT_TIMEOUT = 5000;

type DeletionDeps = Pick<DistributionViewDeps, 'changes' | 'activity'>;

/** Deletes a profile, once the person knows what is lost with it. */
export async function deleteChosen(deps: DeletionDeps, chosen: ChosenProfile): Promise<void> {
  const { changes, activity } = deps;
  const { profile, isCurrent } = chosen;
  if (!(await confirmDelete(chosen)) || !isCurrent()) {
    return;
  }
  const title = vscode.l10n.t('Deleting {0}…', profile.name);
  await withCancellableProgress(title, (signal) => activity.track(() => remove(deps, chosen, signal)));
  if (isCurrent()) {
    changes.remove(profile.id);
  }
}

async function remove(deps: DeletionDeps, chosen: ChosenProfile, signal: AbortSignal): Promise<void> {
  const { client, profile } = chosen;
  try {
    await withRequiredRole('manage', () => deleteProfile(client, profile.id, signal));
  } catch (error) {
    // Nobody knows how far a cancelled deletion came, and what somebody else deleted is deleted.
    if (!isFailure(error, 'cancelled', 'notFound') || !(await checkGone(deps, chosen))) {
      throw error;
    }
  }
}

/** Whether the server does not know the profile any more. Where it does, it is shown as it is now. */
async function checkGone({ changes }: DeletionDeps, { profile, isCurrent }: ChosenProfile): Promise<boolean> {
  if (!isCurrent()) {
    return false;
  }
  try {
    await changes.renew(profile.id);
    return false;
  } catch (error) {
    return toFailure(error).kind === 'notFound';
  }
}

async function confirmDelete(chosen: ChosenProfile): Promise<boolean> {
  const { profile } = chosen;
  const versions = await withWindowProgress(vscode.l10n.t('Counting versions…'), () => countVersions(chosen));
  const yes = vscode.l10n.t('Delete');
  const groups = profile.testingGroupIds.length;
  const detail = [
    versionsText(versions),
    ...(versions === 0 ? [] : [vscode.l10n.t('The links that testers received stop working.')]),
    ...(groups === 0 ? [] : [autoSendText(groups)]),
    vscode.l10n.t('This cannot be undone.'),
  ];
  const pressed = await askInModal(
    vscode.l10n.t('Delete the profile {0} for everyone?', profile.name),
    detail,
    yes,
  );
  return pressed === yes;
}

/** Undefined where the server does not say in time. */
async function countVersions({ client, profile }: ChosenProfile): Promise<number | undefined> {
  try {
    return (await listVersions(client, profile.id, AbortSignal.timeout(COUNT_TIMEOUT))).length;
  } catch (error) {
    toFailure(error);
    return undefined;
  }
}

function versionsText(count: number | undefined): string {
  switch (count) {
    case undefined:
      return vscode.l10n.t('Its versions are also deleted.');
    case 0:
      return vscode.l10n.t('It has no versions.');
    case 1:
      return vscode.l10n.t('Its only version is also deleted.');
    default:
      return vscode.l10n.t('Its {0} versions are also deleted.', count);
  }
}

function autoSendText(groups: number): string {
  return groups === 1
    ? vscode.l10n.t('Auto-send to a testing group stops. The group is kept.')
    : vscode.l10n.t('Auto-send to {0} testing groups stops. The groups are kept.', groups);
}
