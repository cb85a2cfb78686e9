import * as vscode from 'vscode';
import { listVersions } from '../../../api/distribution/appVersions';
import { isFailure, toFailure } from '../../../api/failure';
import { deleteProfile } from '../../../api/distribution/profileWrites';
import { withRequiredRole } from '../../../api/roles';
import { notificationText, visibleText } from '../../../support/visibleText';
import { withCancellableProgress } from '../../../ui/dialogs/withCancellableProgress';
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
  const title = vscode.l10n.t('Deleting {0}…', notificationText(profile.name));
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
  const versions = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Counting the versions…') },
    () => countVersions(chosen),
  );
  const yes = vscode.l10n.t('Delete');
  const groups = profile.testingGroupIds.length;
  const detail = [
    versionsText(versions),
    ...(versions === 0 ? [] : [linksText(versions)]),
    ...(groups === 0 ? [] : [autoSendText(groups)]),
    vscode.l10n.t('This cannot be undone.'),
  ];
  const pressed = await vscode.window.showWarningMessage(
    vscode.l10n.t('Delete the profile {0} for everybody?', visibleText(profile.name)),
    { modal: true, detail: detail.join('\n\n') },
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
      return vscode.l10n.t('Its versions are deleted with it.');
    case 0:
      return vscode.l10n.t('It has no versions.');
    case 1:
      return vscode.l10n.t('Its only version is deleted with it.');
    default:
      return vscode.l10n.t('Its {0} versions are deleted with it.', count);
  }
}

function linksText(count: number | undefined): string {
  return count === 1
    ? vscode.l10n.t('Links that testers were sent to this version no longer work.')
    : vscode.l10n.t('Links that testers were sent to these versions no longer work.');
}

function autoSendText(groups: number): string {
  return groups === 1
    ? vscode.l10n.t('Its auto-send to a testing group ends. The group stays.')
    : vscode.l10n.t('Its auto-send to {0} testing groups ends. The groups stay.', groups);
}
