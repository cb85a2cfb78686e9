import * as vscode from 'vscode';
import { changeTestingGroups, getProfile } from '../../../api/distribution/profileWrites';
import { isFailure } from '../../../api/failure';
import { needing } from '../../../api/roles';
import { listTestingGroups, type TestingGroup } from '../../../api/testingGroups/testingGroups';
import { noticeText } from '../../../support/visibleText';
import { verdictOf } from '../../../ui/dialogs/submitWrite';
import type { WorkspaceNeeds } from '../deps';
import { showChange } from './changeProfile';
import type { ChosenProfile } from './chosenProfile';
import { askGroups, type GroupsEnd, type GroupState } from './groupPick';
import { unlessGone } from './orGone';

type ChangeNeeds = Pick<WorkspaceNeeds, 'sessions' | 'changes'>;

/**
 * Lets a person choose the groups that every new version is sent to. The API replaces all of them at once: who changed
 * them in between is not overruled, the person is told and chooses again (api/README 0.8).
 */
export async function setAutoSendGroups(needs: ChangeNeeds, chosen: ChosenProfile): Promise<void> {
  const { account, profile } = chosen;
  do {
    const end = await askGroups({
      profileName: profile.name,
      load: (signal) => load(needs, chosen, signal),
      write: (wanted, seen) =>
        verdictOf(
          needs.sessions,
          account,
          async () => (await unlessGone(needs, chosen, () => write(needs, chosen, wanted, seen))) ?? 'closed',
        ),
    });
    if (typeof end !== 'object' || !(await wantsToChooseAgain(needs, chosen, end.conflict))) {
      return;
    }
  } while (needs.sessions.account === account);
}

/** Sets the groups, unless somebody else changed them since they were seen. Fails as the write does. */
async function write(
  needs: ChangeNeeds,
  chosen: ChosenProfile,
  wanted: readonly string[],
  seen: GroupState,
): Promise<GroupsEnd> {
  const { client, profile } = chosen;
  const change = { expected: seen.profile.testingGroupIds, wanted };
  try {
    await needing('manage', () => changeTestingGroups(client, profile.id, change));
  } catch (error) {
    if (isFailure(error, 'conflict')) {
      return { conflict: seen.groups };
    }
    throw error;
  }
  await showChange(needs, chosen, { testingGroupIds: [...wanted] });
  return 'done';
}

/** Undefined where the profile is gone. */
async function load(
  needs: ChangeNeeds,
  chosen: ChosenProfile,
  signal: AbortSignal,
): Promise<GroupState | undefined> {
  const { client, profile } = chosen;
  const [now, groups] = await Promise.all([
    unlessGone(needs, chosen, () => getProfile(client, profile.id, signal)),
    listTestingGroups(client, signal),
  ]);
  return now && { profile: now, groups };
}

async function wantsToChooseAgain(
  needs: ChangeNeeds,
  chosen: ChosenProfile,
  groups: readonly TestingGroup[],
): Promise<boolean> {
  const { sessions, changes } = needs;
  const { account, client, profile } = chosen;
  const now = await unlessGone(needs, chosen, () => getProfile(client, profile.id));
  if (!now || sessions.account !== account) {
    return false;
  }
  changes.put(now);
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  const set = now.testingGroupIds.map((id) => noticeText(names.get(id) ?? id));
  const again = vscode.l10n.t('Choose Again');
  const pressed = await vscode.window.showWarningMessage(
    set.length === 0
      ? vscode.l10n.t(
          'Somebody else changed the groups of {0} meanwhile. Now there are none.',
          noticeText(profile.name),
        )
      : vscode.l10n.t(
          'Somebody else changed the groups of {0} meanwhile. Now: {1}.',
          noticeText(profile.name),
          set.join(', '),
        ),
    again,
  );
  return pressed === again;
}
