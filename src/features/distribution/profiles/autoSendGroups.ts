import * as vscode from 'vscode';
import { changeTestingGroups, getProfile } from '../../../api/distribution/profileWrites';
import { isFailure } from '../../../api/failure';
import { withRequiredRole } from '../../../api/roles';
import { listTestingGroups, type TestingGroup } from '../../../api/testingGroups/testingGroups';
import { showWarning } from '../../../ui/dialogs/notifications';
import { submitWrite } from '../../../ui/dialogs/submitWrite';
import type { DistributionViewDeps } from '../deps';
import { showChange } from './changeProfile';
import type { ChosenProfile } from './chooseProfile';
import { askGroups, type GroupsResult, type GroupState } from './askGroups';
import { dropIfGone } from './dropIfGone';

type ChangeDeps = Pick<DistributionViewDeps, 'changes'>;

/**
 * Lets a person choose the groups that every new version is sent to. The API replaces all of them at once: who changed
 * them in between is not overruled, the person is told and chooses again (api/README 0.8).
 */
export async function setAutoSendGroups(deps: ChangeDeps, chosen: ChosenProfile): Promise<void> {
  const { profile } = chosen;
  do {
    const end = await askGroups({
      profileName: profile.name,
      load: (signal) => load(deps, chosen, signal),
      write: (wanted, seen) =>
        submitWrite(
          chosen,
          async () => (await dropIfGone(deps, chosen, () => write(deps, chosen, wanted, seen))) ?? 'closed',
        ),
    });
    if (typeof end !== 'object' || !(await confirmChooseAgain(deps, chosen, end.conflict))) {
      return;
    }
  } while (chosen.isCurrent());
}

/** Sets the groups, unless somebody else changed them since they were seen. Fails as the write does. */
async function write(
  deps: ChangeDeps,
  chosen: ChosenProfile,
  wanted: readonly string[],
  seen: GroupState,
): Promise<GroupsResult> {
  const { client, profile } = chosen;
  const change = { expected: seen.profile.testingGroupIds, wanted };
  try {
    await withRequiredRole('manage', () => changeTestingGroups(client, profile.id, change));
  } catch (error) {
    if (isFailure(error, 'conflict')) {
      return { conflict: seen.groups };
    }
    throw error;
  }
  await showChange(deps, chosen, { testingGroupIds: [...wanted] });
  return 'done';
}

/** Undefined where the profile is gone. */
async function load(
  deps: ChangeDeps,
  chosen: ChosenProfile,
  signal: AbortSignal,
): Promise<GroupState | undefined> {
  const { client, profile } = chosen;
  const [now, groups] = await Promise.all([
    dropIfGone(deps, chosen, () => getProfile(client, profile.id, signal)),
    listTestingGroups(client, signal),
  ]);
  return now && { profile: now, groups };
}

async function confirmChooseAgain(
  deps: ChangeDeps,
  chosen: ChosenProfile,
  groups: readonly TestingGroup[],
): Promise<boolean> {
  const { changes } = deps;
  const { client, profile } = chosen;
  const now = await dropIfGone(deps, chosen, () => getProfile(client, profile.id));
  if (!now || !chosen.isCurrent()) {
    return false;
  }
  changes.put(now);
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  const set = now.testingGroupIds.map((id) => names.get(id) ?? id);
  const again = vscode.l10n.t('Choose Again');
  const pressed = await showWarning(
    set.length === 0
      ? vscode.l10n.t('Someone else changed the groups of {0}. It now has no groups.', profile.name)
      : vscode.l10n.t(
          'Someone else changed the groups of {0}. Its groups are now {1}.',
          profile.name,
          set.join(', '),
        ),
    again,
  );
  return pressed === again;
}
